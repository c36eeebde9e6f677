internal import CKernels

extension Elementary {
  /// The hyperbolic sine of x.
  ///
  /// Largest error measured: 1.6 ulp.
  ///
  /// Edge cases: sinh(±0) = ±0, sinh(±∞) = ±∞, sinh(nan) = nan; ±∞ where |x| > 710.48.
  public static func sinh(_ x: Double) -> Double { kernel_sinh(x) }

  /// The hyperbolic cosine of x.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: cosh(±0) = 1, cosh(±∞) = +∞, cosh(nan) = nan; +∞ where |x| > 710.48.
  public static func cosh(_ x: Double) -> Double { kernel_cosh(x) }

  /// The hyperbolic tangent of x.
  ///
  /// Largest error measured: 1.4 ulp.
  ///
  /// Edge cases: tanh(±0) = ±0, tanh(±∞) = ±1, tanh(nan) = nan.
  public static func tanh(_ x: Double) -> Double { kernel_tanh(x) }
}
