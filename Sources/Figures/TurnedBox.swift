import LossSurfaces
import Raster

extension Rect {
  /// The least one about points, of which there is at least one.
  init(about points: [Position]) {
    var (low, high) = (points[0], points[0])
    for point in points {
      low = Position(min(low.x, point.x), min(low.y, point.y))
      high = Position(max(high.x, point.x), max(high.y, point.y))
    }
    self.init(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }

  /// Whether a segment lies wholly to one side, by its ends.
  @inline(__always) func isBeside(_ a: Position, _ b: Position) -> Bool {
    max(a.x, b.x) < minX || min(a.x, b.x) > maxX || max(a.y, b.y) < minY || min(a.y, b.y) > maxY
  }
}

/// A rectangle turned about its centre.
struct TurnedBox: Hashable {
  var center: Position
  var halfWidth: Double
  var halfHeight: Double
  /// The direction of its width, of length 1.
  var direction: Position

  init(center: Position, halfWidth: Double, halfHeight: Double, direction: Position) {
    self.center = center
    self.halfWidth = halfWidth
    self.halfHeight = halfHeight
    self.direction = direction
  }

  init(_ rect: Rect) {
    self.init(
      center: rect.center, halfWidth: rect.width / 2, halfHeight: rect.height / 2, direction: Position(1, 0))
  }

  /// How far it reaches from its centre along x and y.
  var reach: Position {
    let (c, s) = (abs(direction.x), abs(direction.y))
    return Position(halfWidth * c + halfHeight * s, halfWidth * s + halfHeight * c)
  }

  /// The least upright rectangle about it.
  var bounds: Rect {
    let reach = reach
    return Rect(x: center.x - reach.x, y: center.y - reach.y, width: 2 * reach.x, height: 2 * reach.y)
  }

  /// The turn from the x axis, clockwise on the page.
  var degrees: Double { Elementary.atan2(direction.y, direction.x) * 180 / .pi }

  func isInside(_ rect: Rect) -> Bool {
    let reach = reach
    return center.x - reach.x >= rect.minX && center.x + reach.x <= rect.maxX && center.y - reach.y >= rect.minY
      && center.y + reach.y <= rect.maxY
  }

  func grown(by margin: Double) -> TurnedBox {
    TurnedBox(
      center: center, halfWidth: halfWidth + margin, halfHeight: halfHeight + margin, direction: direction)
  }

  /// A position as seen along the width and the height, from the centre.
  func local(_ p: Position) -> Position {
    let (dx, dy) = (p.x - center.x, p.y - center.y)
    return Position(dx * direction.x + dy * direction.y, dy * direction.x - dx * direction.y)
  }

  func contains(_ p: Position) -> Bool {
    let q = local(p)
    return abs(q.x) <= halfWidth && abs(q.y) <= halfHeight
  }

  /// Whether two boxes have a point in common: no side of either parts them.
  func intersects(_ other: TurnedBox) -> Bool { !parts(from: other) && !other.parts(from: self) }

  private func parts(from other: TurnedBox) -> Bool {
    let middle = local(other.center)
    let cosine = abs(direction.x * other.direction.x + direction.y * other.direction.y)
    let sine = abs(direction.x * other.direction.y - direction.y * other.direction.x)
    return abs(middle.x) > halfWidth + other.halfWidth * cosine + other.halfHeight * sine
      || abs(middle.y) > halfHeight + other.halfWidth * sine + other.halfHeight * cosine
  }

  /// The shares of a segment between which it runs inside, or nil.
  func inside(_ a: Position, _ b: Position) -> ClosedRange<Double>? {
    let (p, q) = (local(a), local(b))
    var (enter, leave) = (0.0, 1.0)
    for (from, to, half) in [(p.x, q.x, halfWidth), (p.y, q.y, halfHeight)] {
      let rise = to - from
      if rise == 0 {
        if abs(from) > half { return nil }
      } else {
        let (s, t) = ((-half - from) / rise, (half - from) / rise)
        enter = max(enter, min(s, t))
        leave = min(leave, max(s, t))
      }
    }
    return enter < leave ? enter...leave : nil
  }

  /// What of a line lies outside: pieces in order.
  func cut(_ points: [Position], isClosed: Bool) -> [(points: [Position], isClosed: Bool)] {
    let bounds = bounds
    let chords = isClosed ? points.count : max(0, points.count - 1)
    func next(_ index: Int) -> Int { index + 1 < points.count ? index + 1 : 0 }
    let near = (0..<chords).first { !bounds.isBeside(points[$0], points[next($0)]) }
    guard let near else { return [(points, isClosed)] }
    var pieces: [(points: [Position], isClosed: Bool)] = []
    var current = Array(points[...near])
    var isCut = false
    for index in near..<chords {
      let (a, b) = (points[index], points[next(index)])
      if !bounds.isBeside(a, b), let span = inside(a, b) {
        isCut = true
        if span.lowerBound > 0 { current.append(between(a, b, span.lowerBound)) }
        if current.count > 1 { pieces.append((current, false)) }
        current = span.upperBound < 1 ? [between(a, b, span.upperBound), b] : [b]
      } else {
        current.append(b)
      }
    }
    guard isCut else { return [(points, isClosed)] }
    if isClosed, let first = pieces.first, first.points[0] == points[0], !contains(points[0]) {
      // The last piece runs on into the first.
      pieces[0].points = current.dropLast() + first.points
    } else if current.count > 1 {
      pieces.append((current, false))
    }
    return pieces
  }

  private func between(_ a: Position, _ b: Position, _ share: Double) -> Position {
    Position(a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share)
  }
}
