import Raster

/// A contour line with the lengths along it.
struct ContourArc {
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

  /// Boxes at even distances along the line, upright, from end to end of a chord, where f is no steeper than `limit`.
  func places(halfWidth: Double, halfHeight: Double, every step: Double, slope limit: Double) -> [Place] {
    let length = lengths[lengths.count - 1]
    guard length > 5 * halfWidth else { return [] }
    var places: [Place] = []
    var middle = halfWidth
    var from = 0
    while middle + halfWidth <= length {
      while from + 1 < lengths.count - 1, lengths[from + 1] <= middle - halfWidth { from += 1 }
      if let place = place(middle, halfWidth, halfHeight, from, limit) { places.append(place) }
      middle += step
    }
    return places
  }

  private func place(_ middle: Double, _ halfWidth: Double, _ halfHeight: Double, _ from: Int, _ limit: Double)
    -> Place?
  {
    var index = from
    // Seven points along the box; the eighth lane repeats the last.
    var (x, y, slope) = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
    for lane in 0..<8 {
      let point = at(middle + (Double(min(lane, 6)) / 3 - 1) * halfWidth, &index)
      if point.slope > limit { return nil }
      (x[lane], y[lane], slope[lane]) = (point.position.x, point.position.y, point.slope)
    }
    let (a, b) = (Position(x[0], y[0]), Position(x[6], y[6]))
    let chord = a.distance(to: b)
    guard chord > 1.8 * halfWidth else { return nil }
    let sign = b.x >= a.x ? 1.0 : -1.0
    let direction = Position(sign * (b.x - a.x) / chord, sign * (b.y - a.y) / chord)
    let offsets = (y - a.y) * direction.x - (x - a.x) * direction.y
    let (low, high) = (offsets.min(), offsets.max())
    let center = Position(
      (a.x + b.x) / 2 - direction.y * (low + high) / 2, (a.y + b.y) / 2 + direction.x * (low + high) / 2)
    let box = TurnedBox(center: center, halfWidth: halfWidth, halfHeight: halfHeight, direction: direction)
    return Place(box: box, bend: (high - low) / 2, slope: slope.max())
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
