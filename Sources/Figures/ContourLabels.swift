public import Raster

/// The loss of a contour line, set on the line.
public struct ContourLabel: Hashable, Sendable {
  /// The index of its level.
  public var level: Int
  public var text: Text
  /// What the letters need, and a little more: the ground from which lines are cut away.
  let box: TurnedBox
}

/// Places labels on contour lines: few, far apart, each where its line runs straight for the length of the text, clear
/// of the rim, of each other and of what else stands there. One that would overlap is dropped.
///
/// Levels come in turn so that those that have a label lie far from each other on the scale, short numbers before
/// long ones. The result depends on the arguments alone.
struct ContourLabels {
  /// A picture of 640×480 gets ten labels.
  private static let areaOfEach = 30_000.0
  /// Distances in ems of the labels.
  private static let padding = 0.3
  private static let rimDistance = 0.6
  private static let spacing = 2.0
  private static let greatestBend = 0.14
  /// Lines nearer than this to each other leave no label readable between them.
  private static let leastLineSpacing = 0.85

  /// How many places on the lines of a level are looked at closely, best first.
  private static let trials = 24

  private let levels: [Double]
  private let texts: [String]
  private let rect: Rect
  private let style: (size: Double, map: ColorMap)
  private let drawn: DrawnLines
  private var taken: [TurnedBox]
  private let paths: PathCells
  private(set) var placed: [ContourLabel] = []

  /// `obstacles` and `paths` are places on the page that labels must not cover.
  init(
    on lines: [ContourLine], drawnAs pieces: [ContourPiece], levels: Levels, in rect: Rect,
    style: (size: Double, map: ColorMap), obstacles: [Rect], paths: [[Position]]
  ) {
    self.levels = levels.values
    texts = levels.values.indices.map(levels.text(at:))
    self.rect = rect
    self.style = style
    drawn = DrawnLines(pieces)
    taken = obstacles.map { TurnedBox($0) }
    self.paths = PathCells(paths, in: rect)
    let limit = Int(max(2, min(10, (rect.width * rect.height / Self.areaOfEach).rounded())))
    var open = Array(Set(lines.map(\.level))).sorted()
    while placed.count < limit, let next = open.indices.max(by: { worth(open[$0]) < worth(open[$1]) }) {
      let level = open.remove(at: next)
      place(level, lines.filter { $0.level == level })
    }
  }

  /// How far a level is on the scale from those that have a label, less the length of its text.
  private func worth(_ level: Int) -> Double {
    let ends = min(level + 1, levels.count - level)
    let distance = placed.reduce(ends) { min($0, abs($1.level - level)) }
    return Double(distance) - 0.6 * Double(texts[level].count)
  }

  private mutating func place(_ level: Int, _ lines: [ContourLine]) {
    let size = style.size
    let half = Typeface.width(of: texts[level], size: size) / 2 + Self.padding * size
    var places: [(box: TurnedBox, cost: Double)] = []
    for line in lines {
      for place in ContourArc(line).places(halfWidth: half, halfHeight: size * 0.52, every: size) {
        if let cost = cost(of: place, level) { places.append((place.box, cost)) }
      }
    }
    places.sort { $0.cost < $1.cost }
    guard let box = places.prefix(Self.trials).first(where: { isClear($0.box) })?.box else { return }
    taken.append(box)
    // Letters are centred on the line by the middle of their capitals.
    let drop = Typeface.capHeight / 2 * size
    let baseline = Position(box.center.x - box.direction.y * drop, box.center.y + box.direction.x * drop)
    let text = Text(
      texts[level], at: baseline, anchor: .middle, size: size, color: style.map.label, halo: style.map.halo,
      rotation: box.degrees)
    placed.append(ContourLabel(level: level, text: text, box: box))
  }

  /// Whether no path runs over the ground of a label, and one line only, once: its own, not on its way back.
  private func isClear(_ box: TurnedBox) -> Bool {
    !paths.meet(box.grown(by: 0.25 * style.size)) && drawn.crossings(of: box) == 1
  }

  /// How bad a place is; nil where a label cannot stand.
  private func cost(of place: ContourArc.Place, _ level: Int) -> Double? {
    let (values, box, size) = (levels, place.box, style.size)
    guard place.bend <= Self.greatestBend * size, box.isInside(rect.inset(by: Self.rimDistance * size)) else {
      return nil
    }
    let gap = ContourPieces.gap(of: level, values)
    guard ContourPieces.strength(gap: gap, slope: place.slope) == ContourPieces.strengths else { return nil }
    let near = min(
      level > 0 ? values[level] - values[level - 1] : .infinity,
      level + 1 < values.count ? values[level + 1] - values[level] : .infinity)
    let isNearShown = ContourPieces.strength(gap: near, slope: place.slope) > 0
    // The distance to the next line that is drawn.
    let room = (isNearShown ? near : gap) / place.slope / size
    guard room >= Self.leastLineSpacing else { return nil }
    let spaced = box.grown(by: Self.spacing / 2 * size)
    for other in taken where spaced.intersects(other) { return nil }
    let nearest = placed.map { $0.box.center.distance(to: box.center) }.min() ?? .infinity
    let tilt = abs(box.direction.y)
    return 3 * tilt * tilt + 2 * place.bend / size + 0.5 / room + 6 * size / nearest
  }
}
