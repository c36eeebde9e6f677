/// A straight piece of a stroke, ready to be turned into pixels: a capsule without its width, in device pixels.
struct StrokeSegment: Equatable {
  /// How a segment begins or stops.
  struct End: Equatable {
    /// How far beyond the end pixels are to be considered.
    var reach: Float = 0
    /// How far the ink reaches beyond the end, on the mean over the width; infinity at a join, where the neighbour draws on.
    var ink = Float.infinity
    /// Whether the ink beyond the end is part of a disc.
    var isRound = true
  }

  /// The start, the unit vector towards the end, and the length; a dot has length 0.
  var x: Double
  var y: Double
  var ux: Double
  var uy: Double
  var length: Double
  var start = End()
  var end = End()

  /// From `a` to `b`; a dot if they are the same.
  init(from a: SIMD2<Double>, to b: SIMD2<Double>) {
    let way = b - a
    length = way.length
    (x, y) = (a.x, a.y)
    (ux, uy) = length > 0 ? (way.x / length, way.y / length) : (1, 0)
  }

  /// Half the extent of a pixel's square across the segment, and along it.
  var pixelReach: Double { (abs(ux) + abs(uy)) / 2 }

  /// The lowest and highest y at which a pixel may have ink of a pen of half the width `radius`.
  func rows(radius: Double) -> ClosedRange<Double> {
    let other = y + uy * length
    let reach = radius + pixelReach + 0.5
    return min(y, other) - reach...max(y, other) + reach
  }

  /// Whether it may have ink in some of the rows and of the columns; nil stands for all.
  @inline(__always) func mayReach(_ rows: Range<Int>, _ columns: Range<Int>?, radius: Double) -> Bool {
    let own = self.rows(radius: radius)
    guard own.lowerBound < Double(rows.upperBound) && own.upperBound > Double(rows.lowerBound) else { return false }
    guard let columns else { return true }
    let other = x + ux * length
    let reach = radius + pixelReach + 1
    return min(x, other) - reach < Double(columns.upperBound) && max(x, other) + reach > Double(columns.lowerBound)
  }
}
