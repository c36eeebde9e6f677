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

  /// The parts of the way from `a` to `b` at which it enters and leaves the window, by Liang and Barsky; nil if it misses.
  func crossing(from a: SIMD2<Double>, to b: SIMD2<Double>) -> ClosedRange<Double>? {
    let d = b - a
    var (enter, leave) = (0.0, 1.0)
    for (start, way, low, high) in [(a.x, d.x, minX, maxX), (a.y, d.y, minY, maxY)] {
      if way == 0 {
        guard start >= low && start <= high else { return nil }
      } else {
        let (t, u) = ((low - start) / way, (high - start) / way)
        enter = max(enter, min(t, u))
        leave = min(leave, max(t, u))
      }
    }
    return enter <= leave ? enter...leave : nil
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
