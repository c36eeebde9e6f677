internal import CKernels

extension Elementary {
  /// The square root of x, correctly rounded.
  ///
  /// Edge cases: sqrt(±0) = ±0, sqrt(+∞) = +∞, nan where x < 0 or x is nan.
  public static func sqrt(_ x: Double) -> Double { x.squareRoot() }

  /// The cube root of x.
  ///
  /// A third of the upper half of the bit pattern, read as an integer, is the pattern of a root t to 3 %, since the
  /// exponent stands there. With r = t³/x, a polynomial for r^(−1/3) makes 23 bits of it, and one step of Halley's
  /// method all. Before that step t is cut to 26 bits, so that t² is exact.
  ///
  /// Largest error measured: 0.67 ulp.
  ///
  /// Edge cases: cbrt(±0) = ±0, cbrt(±∞) = ±∞, cbrt(nan) = nan.
  public static func cbrt(_ x: Double) -> Double { kernel_cbrt(x) }

  /// √(x² + y²) without overflow or underflow on the way.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: hypot(±∞, y) = hypot(x, ±∞) = +∞ even with nan; otherwise nan where either is nan.
  public static func hypot(_ x: Double, _ y: Double) -> Double { kernel_hypot(x, y) }
}
