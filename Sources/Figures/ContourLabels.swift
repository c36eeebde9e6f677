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
  private static let leastLineSpacing = 0.5

  private let levels: Levels
  private let rect: Rect
  private let size: Double
  private var taken: [TurnedBox]
  private let paths: PathCells
  private(set) var placed: [ContourLabel] = []

  /// `obstacles` and `paths` are places on the page that labels must not cover.
  init(
    on lines: [ContourLine], levels: Levels, in rect: Rect, size: Double, color: Color, obstacles: [Rect],
    paths: [[Position]]
  ) {
    self.levels = levels
    self.rect = rect
    self.size = size
    taken = obstacles.map { TurnedBox($0) }
    self.paths = PathCells(paths, in: rect)
    let limit = Int(max(2, min(14, (rect.width * rect.height / Self.areaOfEach).rounded())))
    var open = Set(lines.map(\.level))
    while placed.count < limit, let level = next(of: open) {
      open.remove(level)
      place(level, lines.filter { $0.level == level }, color)
    }
  }

  /// The level that is farthest on the scale from those that have a label; among equals the shortest, then the lowest.
  private func next(of open: Set<Int>) -> Int? {
    open.sorted().max { a, b in worth(a) < worth(b) }
  }

  private func worth(_ level: Int) -> Double {
    let ends = [-1, levels.values.count]
    let distance = (placed.map(\.level) + ends).map { abs($0 - level) }.min() ?? 0
    return Double(distance) - 0.6 * Double(levels.text(at: level).count)
  }

  private mutating func place(_ level: Int, _ lines: [ContourLine], _ color: Color) {
    let string = levels.text(at: level)
    let width = Typeface.width(of: string, size: size)
    let half = width / 2 + Self.padding * size
    var best: (box: TurnedBox, cost: Double)?
    for line in lines {
      for box in Arc(line).boxes(halfWidth: half, halfHeight: size * 0.52, every: size * 0.75) {
        guard let cost = cost(of: box, level), cost < best?.cost ?? .infinity else { continue }
        best = (box.box, cost)
      }
    }
    guard let box = best?.box else { return }
    taken.append(box)
    let angle = box.degrees
    // Letters are centred on the line by the middle of their capitals.
    let drop = Typeface.capHeight / 2 * size
    let baseline = Position(box.center.x - box.direction.y * drop, box.center.y + box.direction.x * drop)
    let text = Text(string, at: baseline, anchor: .middle, size: size, color: color, rotation: angle)
    placed.append(ContourLabel(level: level, text: text, box: box))
  }

  /// How bad a place is; nil where a label cannot stand.
  private func cost(of place: Arc.Place, _ level: Int) -> Double? {
    let (values, box) = (levels.values, place.box)
    guard place.bend <= Self.greatestBend * size, box.isInside(rect.inset(by: Self.rimDistance * size)) else {
      return nil
    }
    let gap = ContourPieces.gap(of: level, values)
    guard ContourPieces.strength(gap: gap, slope: place.slope) == ContourPieces.strengths else { return nil }
    let near = min(
      level > 0 ? values[level] - values[level - 1] : .infinity,
      level + 1 < values.count ? values[level + 1] - values[level] : .infinity)
    let isNearShown = ContourPieces.strength(gap: near, slope: place.slope) > 0
    let room = (isNearShown ? near : gap) / place.slope / size
    guard room >= Self.leastLineSpacing else { return nil }
    let spaced = box.grown(by: Self.spacing / 2 * size)
    for other in taken where spaced.intersects(other) { return nil }
    if paths.meet(box.grown(by: 0.25 * size)) { return nil }
    let nearest = placed.map { $0.box.center.distance(to: box.center) }.min() ?? .infinity
    let tilt = abs(box.direction.y)
    return 1.5 * tilt * tilt + 2 * place.bend / size + 0.5 / room + 6 * size / nearest
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
  func boxes(halfWidth: Double, halfHeight: Double, every step: Double) -> [Place] {
    let length = lengths[lengths.count - 1]
    guard length > 3 * halfWidth else { return [] }
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
