/// A rectangle of the page with samples at its corners and the crossings of one level on its sides, each side's in
/// ascending order of the free coordinate.
struct ContourPatch {
  var x: (Double, Double)
  var y: (Double, Double)
  var topLeft: ContourSample
  var topRight: ContourSample
  var bottomLeft: ContourSample
  var bottomRight: ContourSample
  var top: Range<Int32> = 0..<0
  var bottom: Range<Int32> = 0..<0
  var left: Range<Int32> = 0..<0
  var right: Range<Int32> = 0..<0

  var isDefined: Bool { !(topLeft.f.isNaN || topRight.f.isNaN || bottomLeft.f.isNaN || bottomRight.f.isNaN) }
  var isDefinedInPart: Bool { !(topLeft.f.isNaN && topRight.f.isNaN && bottomLeft.f.isNaN && bottomRight.f.isNaN) }

  /// Whether both components of the gradient change sign between the corners, or come near to it.
  var mayHoldCriticalPoint: Bool {
    Self.spansZero(topLeft.gx, topRight.gx, bottomLeft.gx, bottomRight.gx)
      && Self.spansZero(topLeft.gy, topRight.gy, bottomLeft.gy, bottomRight.gy)
  }

  /// Whether the gradients at two corners are more than a right angle apart, so that a curve may turn inside.
  var bends: Bool { Self.bends(topLeft, topRight, bottomLeft, bottomRight) }

  @inline(__always)
  static func bends(_ a: ContourSample, _ b: ContourSample, _ c: ContourSample, _ d: ContourSample) -> Bool {
    @inline(__always) func opposed(_ p: ContourSample, _ q: ContourSample) -> Bool { p.gx * q.gx + p.gy * q.gy < 0 }
    return opposed(a, b) || opposed(a, c) || opposed(b, d) || opposed(c, d) || opposed(a, d) || opposed(b, c)
  }

  /// Bounds of f inside by the tangent planes at the corners: exact for what is convex or concave.
  func reach() -> (low: Double, high: Double) {
    let (width, height) = (x.1 - x.0, y.1 - y.0)
    var (low, high) = (-Double.infinity, Double.infinity)
    func bound(_ corner: ContourSample, _ right: Double, _ down: Double) {
      let (dx, dy) = (corner.gx * right, corner.gy * down)
      guard dx.isFinite, dy.isFinite else { return }
      low = max(low, corner.f + min(0, dx) + min(0, dy))
      high = min(high, corner.f + max(0, dx) + max(0, dy))
    }
    bound(topLeft, width, height)
    bound(topRight, -width, height)
    bound(bottomLeft, width, -height)
    bound(bottomRight, -width, -height)
    // A saddle's tangent planes bound nothing, but its level is met on the sides.
    return low <= high ? (low, high) : (high, low)
  }

  /// Whether the range of four numbers, widened by half of itself to each side, holds zero.
  @inline(__always)
  private static func spansZero(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Bool {
    let low = min(min(a, b), min(c, d))
    let high = max(max(a, b), max(c, d))
    let margin = (high - low) / 2
    return low - margin <= 0 && high + margin >= 0
  }
}
