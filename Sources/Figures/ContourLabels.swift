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
  /// In ems of the labels.
  private static let spacing = 2.0

  /// How many places on the lines of a level are looked at closely, best first.
  private static let trials = 24

  private let texts: [String]
  /// How many letters each has.
  private let lengths: [Int]
  private let style: (size: Double, map: ColorMap)
  private let drawn: DrawnLines
  private var taken: [TurnedBox]
  private let paths: PathCells
  private(set) var placed: [ContourLabel] = []

  /// `obstacles` and `paths` are places on the page that labels must not cover.
  init(
    at places: LabelPlaces, on pieces: [ContourPiece], in rect: Rect, map: ColorMap, obstacles: [Rect],
    paths: [[Position]]
  ) {
    texts = places.texts
    lengths = texts.map(\.count)
    style = (places.size, map)
    drawn = DrawnLines(pieces)
    taken = obstacles.map { TurnedBox($0) }
    self.paths = PathCells(paths, in: rect)
    let limit = Int(max(2, min(10, (rect.width * rect.height / Self.areaOfEach).rounded())))
    var open = places.ofLevels
    while placed.count < limit, let next = open.indices.max(by: { worth(open[$0].level) < worth(open[$1].level) }) {
      let (level, places) = open.remove(at: next)
      place(level, at: places)
    }
  }

  /// How far a level is on the scale from those that have a label, less the length of its text.
  private func worth(_ level: Int) -> Double {
    let ends = min(level + 1, texts.count - level)
    let distance = placed.reduce(ends) { min($0, abs($1.level - level)) }
    return Double(distance) - 0.6 * Double(lengths[level])
  }

  private mutating func place(_ level: Int, at candidates: [LabelPlaces.Place]) {
    let size = style.size
    var places: [(box: TurnedBox, cost: Double)] = candidates.compactMap { candidate in
      cost(of: candidate).map { (candidate.box, $0) }
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
    !paths.meet(box.grown(by: 0.25 * style.size)) && drawn.crossings(of: box, most: 1) == 1
  }

  /// How bad a place is; nil where something else stands.
  private func cost(of place: LabelPlaces.Place) -> Double? {
    let (box, size) = (place.box, style.size)
    let spaced = box.grown(by: Self.spacing / 2 * size)
    for other in taken where spaced.intersects(other) { return nil }
    let nearest = placed.map { $0.box.center.distance(to: box.center) }.min() ?? .infinity
    let tilt = abs(box.direction.y)
    return 3 * tilt * tilt + 2 * place.bend / size + 0.5 / place.room + 6 * size / nearest
  }
}
