internal import CKernels

extension Elementary {
  /// e to the power x.
  ///
  /// Largest error measured: 0.72 ulp; 0.8 ulp where the result is subnormal.
  ///
  /// Edge cases:
  /// - exp(±0) = 1, exp(−∞) = +0, exp(+∞) = +∞, exp(nan) = nan.
  /// - +∞ above 709.78, subnormal below −708.39, +0 below −745.13.
  public static func exp(_ x: Double) -> Double { kernel_exp(x) }

  /// eˣ − 1 without cancellation near 0.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: expm1(±0) = ±0, expm1(−∞) = −1, expm1(+∞) = +∞, expm1(nan) = nan; +∞ above 709.78.
  public static func expm1(_ x: Double) -> Double { kernel_expm1(x) }

  /// The natural logarithm of x.
  ///
  /// Largest error measured: 0.84 ulp.
  ///
  /// Edge cases: log(±0) = −∞, log(1) = +0, log(+∞) = +∞, nan where x < 0 or x is nan.
  public static func log(_ x: Double) -> Double { kernel_log(x) }

  /// log(1 + x) without cancellation near 0.
  ///
  /// Largest error measured: 0.81 ulp.
  ///
  /// Edge cases: log1p(±0) = ±0, log1p(−1) = −∞, log1p(+∞) = +∞, nan where x < −1 or x is nan.
  public static func log1p(_ x: Double) -> Double { kernel_log1p(x) }

  /// x to the power y.
  ///
  /// Largest error measured: 0.86 ulp; 1 ulp where the result is subnormal.
  ///
  /// Edge cases: those of Annex F.
  /// - pow(x, ±0) = 1 and pow(1, y) = 1, even for nan; otherwise nan where either is nan.
  /// - For x < 0: nan unless y is an integer; the result is negative for odd y.
  /// - pow(±0, y) = ±0 for odd y > 0, +0 for other y > 0, ±∞ for odd y < 0, +∞ for other y < 0; pow(±∞, y) = pow(±0, −y).
  /// - pow(−1, ±∞) = 1; pow(x, +∞) is +∞ for |x| > 1 and +0 for |x| < 1; pow(x, −∞) the other way round.
  public static func pow(_ x: Double, _ y: Double) -> Double { kernel_pow(x, y) }
}
