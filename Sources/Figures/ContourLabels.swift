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
  private let pieces: [ContourPiece]
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
    self.pieces = pieces
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
      for place in Arc(line).places(halfWidth: half, halfHeight: size * 0.52, every: size * 0.75) {
        if let cost = cost(of: place, level) { places.append((place.box, cost)) }
      }
    }
    places.sort { $0.cost < $1.cost }
    guard let box = places.prefix(Self.trials).first(where: { isOnOneLineOnly($0.box) })?.box else { return }
    taken.append(box)
    // Letters are centred on the line by the middle of their capitals.
    let drop = Typeface.capHeight / 2 * size
    let baseline = Position(box.center.x - box.direction.y * drop, box.center.y + box.direction.x * drop)
    let text = Text(
      texts[level], at: baseline, anchor: .middle, size: size, color: style.map.label, halo: style.map.halo,
      rotation: box.degrees)
    placed.append(ContourLabel(level: level, text: text, box: box))
  }

  /// Whether the ground of a label is crossed once: by its own line, not by a neighbour nor by that line's way back.
  private func isOnOneLineOnly(_ box: TurnedBox) -> Bool {
    let (reach, center) = (box.reach, box.center)
    var runs = 0
    for piece in pieces {
      var isInside = false
      for index in piece.points.indices.dropLast(piece.isClosed ? 0 : 1) {
        let (a, b) = (piece.points[index], piece.points[index + 1 < piece.points.count ? index + 1 : 0])
        let isFar =
          min(a.x, b.x) > center.x + reach.x || max(a.x, b.x) < center.x - reach.x
          || min(a.y, b.y) > center.y + reach.y || max(a.y, b.y) < center.y - reach.y
        let meets = !isFar && box.inside(a, b) != nil
        // A ring that begins in the box meets it at both of its ends.
        if meets, !isInside, !(index == piece.points.count - 1 && box.contains(b)) { runs += 1 }
        isInside = meets
      }
    }
    return runs == 1
  }

  /// How bad a place is; nil where a label cannot stand.
  private func cost(of place: Arc.Place, _ level: Int) -> Double? {
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
    if paths.meet(box.grown(by: 0.25 * size)) { return nil }
    let nearest = placed.map { $0.box.center.distance(to: box.center) }.min() ?? .infinity
    let tilt = abs(box.direction.y)
    return 3 * tilt * tilt + 2 * place.bend / size + 0.5 / room + 6 * size / nearest
  }
}

/// A contour line with the lengths along it.
private struct Arc {
  /// A box on the line with its distance from straightness and the slope of f.
  struct Place {
    var box: TurnedBox
    var bend: Double
    var slope: Double
  }

  private var points: [Position]
  private var slopes: [Double]
  private var lengths: [Double] = [0]

  init(_ line: ContourLine) {
    points = line.isClosed ? line.points + line.points.prefix(1) : line.points
    slopes = line.isClosed ? line.slopes + line.slopes.prefix(1) : line.slopes
    for (a, b) in zip(points, points.dropFirst()) { lengths.append(lengths[lengths.count - 1] + a.distance(to: b)) }
  }

  /// Boxes at even distances along the line, upright, from end to end of a chord.
  func places(halfWidth: Double, halfHeight: Double, every step: Double) -> [Place] {
    let length = lengths[lengths.count - 1]
    guard length > 5 * halfWidth else { return [] }
    var places: [Place] = []
    var middle = halfWidth
    var from = 0
    while middle + halfWidth <= length {
      while from + 1 < lengths.count - 1, lengths[from + 1] <= middle - halfWidth { from += 1 }
      if let place = place(middle, halfWidth, halfHeight, from) { places.append(place) }
      middle += step
    }
    return places
  }

  private func place(_ middle: Double, _ halfWidth: Double, _ halfHeight: Double, _ from: Int) -> Place? {
    var index = from
    let samples = (0...6).map { at(middle + (Double($0) / 3 - 1) * halfWidth, &index) }
    let (a, b) = (samples[0].position, samples[6].position)
    let chord = a.distance(to: b)
    guard chord > 1.8 * halfWidth else { return nil }
    let sign = b.x >= a.x ? 1.0 : -1.0
    let direction = Position(sign * (b.x - a.x) / chord, sign * (b.y - a.y) / chord)
    let offsets = samples.map { ($0.position.y - a.y) * direction.x - ($0.position.x - a.x) * direction.y }
    let (low, high) = (offsets.min() ?? 0, offsets.max() ?? 0)
    let center = Position(
      (a.x + b.x) / 2 - direction.y * (low + high) / 2, (a.y + b.y) / 2 + direction.x * (low + high) / 2)
    let box = TurnedBox(center: center, halfWidth: halfWidth, halfHeight: halfHeight, direction: direction)
    return Place(box: box, bend: (high - low) / 2, slope: samples.map(\.slope).max() ?? 0)
  }

  /// The point at a length along the line; `index` is of a point not after it and moves on.
  private func at(_ length: Double, _ index: inout Int) -> (position: Position, slope: Double) {
    while index + 2 < lengths.count, lengths[index + 1] < length { index += 1 }
    let span = lengths[index + 1] - lengths[index]
    let share = span > 0 ? max(0, min(1, (length - lengths[index]) / span)) : 0
    let (a, b) = (points[index], points[index + 1])
    return (
      Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share),
      slopes[index] + (slopes[index + 1] - slopes[index]) * share
    )
  }
}

/// The small cells of a rectangle that paths run through.
private struct PathCells {
  private static let side = 4.0
  private let rect: Rect
  private let columns: Int
  private let rows: Int
  private var isTaken: [Bool]

  init(_ paths: [[Position]], in rect: Rect) {
    self.rect = rect
    columns = max(1, Int(rect.width / Self.side) + 1)
    rows = max(1, Int(rect.height / Self.side) + 1)
    isTaken = [Bool](repeating: false, count: columns * rows)
    let box = TurnedBox(rect)
    for path in paths {
      if let only = path.first, path.count == 1 { take(only) }
      for (a, b) in zip(path, path.dropFirst()) {
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite, let inside = box.inside(a, b) else { continue }
        let steps = max(1, Int(a.distance(to: b) * (inside.upperBound - inside.lowerBound) / (Self.side / 2)))
        for step in 0...steps {
          let share = inside.lowerBound + (inside.upperBound - inside.lowerBound) * Double(step) / Double(steps)
          take(Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share))
        }
      }
    }
  }

  private mutating func take(_ p: Position) {
    if let cell = cell(p) { isTaken[cell] = true }
  }

  private func cell(_ p: Position) -> Int? {
    guard rect.contains(p) else { return nil }
    return Int((p.y - rect.minY) / Self.side) * columns + Int((p.x - rect.minX) / Self.side)
  }

  /// Whether a path runs through a box, to within a cell.
  func meet(_ box: TurnedBox) -> Bool {
    let (along, across) = (Int(box.halfWidth / 2) + 1, Int(box.halfHeight / 2) + 1)
    for i in -along...along {
      for j in -across...across {
        let (u, v) = (box.halfWidth * Double(i) / Double(along), box.halfHeight * Double(j) / Double(across))
        let p = Position(
          box.center.x + u * box.direction.x - v * box.direction.y,
          box.center.y + u * box.direction.y + v * box.direction.x)
        if let cell = cell(p), isTaken[cell] { return true }
      }
    }
    return false
  }
}
