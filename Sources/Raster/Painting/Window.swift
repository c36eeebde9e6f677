/// A rectangle of the plane that lines are cut to before they become pixels, so that coordinates of any size are harmless.
struct Window {
  let minX: Double
  let minY: Double
  let maxX: Double
  let maxY: Double

  init(_ rect: PixelRect, margin: Double = 0) {
    minX = Double(rect.columns.lowerBound) - margin
    maxX = Double(rect.columns.upperBound) + margin
    minY = Double(rect.rows.lowerBound) - margin
    maxY = Double(rect.rows.upperBound) + margin
  }

  func contains(_ p: SIMD2<Double>) -> Bool { p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY }

  /// The part of a line from `a` to `b` that lies in the window; nil if there is none.
  func part(from a: SIMD2<Double>, to b: SIMD2<Double>) -> (start: SIMD2<Double>, end: SIMD2<Double>)? {
    let way = b - a
    var (start, end) = (a, b)
    for axis in 0...1 {
      let (low, high) = axis == 0 ? (minX, maxX) : (minY, maxY)
      guard max(start[axis], end[axis]) >= low, min(start[axis], end[axis]) <= high else { return nil }
      // From the whole line's slope, not by a fraction of its length, which is too coarse where the line is very long.
      func crossing(_ value: Double) -> SIMD2<Double> {
        var place = SIMD2(repeating: value)
        place[1 - axis] = a[1 - axis] + (value - a[axis]) * (way[1 - axis] / way[axis])
        return place
      }
      if start[axis] < low { start = crossing(low) } else if start[axis] > high { start = crossing(high) }
      if end[axis] < low { end = crossing(low) } else if end[axis] > high { end = crossing(high) }
    }
    return (nearest(to: start), nearest(to: end))
  }

  /// The nearest place of the window.
  func nearest(to p: SIMD2<Double>) -> SIMD2<Double> {
    [min(max(p.x, minX), maxX), min(max(p.y, minY), maxY)]
  }
}

extension SIMD2<Double> {
  /// A place in device pixels, infinite coordinates brought to 10³⁰⁰, where differences are still finite; nil if it is nowhere.
  init?(_ position: Position, scale: Double) {
    let (x, y) = (position.x * scale, position.y * scale)
    guard !x.isNaN && !y.isNaN else { return nil }
    self.init(Swift.min(Swift.max(x, -1e300), 1e300), Swift.min(Swift.max(y, -1e300), 1e300))
  }

  /// The length, without overflow.
  var length: Double {
    let largest = Swift.max(abs(x), abs(y))
    guard largest > 0 else { return 0 }
    let (u, v) = (x / largest, y / largest)
    return largest * (u * u + v * v).squareRoot()
  }
}
