internal import CKernels

extension Elementary {
  /// The sine of x radians.
  ///
  /// Largest error measured: 0.78 ulp, for all x up to the largest.
  ///
  /// Edge cases: sin(±0) = ±0; nan where x is infinite or nan.
  public static func sin(_ x: Double) -> Double { kernel_sin(x) }

  /// The cosine of x radians.
  ///
  /// Largest error measured: 0.78 ulp, for all x up to the largest.
  ///
  /// Edge cases: cos(±0) = 1; nan where x is infinite or nan.
  public static func cos(_ x: Double) -> Double { kernel_cos(x) }

  /// The tangent of x radians.
  ///
  /// Largest error measured: 1.4 ulp.
  ///
  /// Edge cases: tan(±0) = ±0; nan where x is infinite or nan. It is never infinite: no `Double` is an odd multiple of
  /// π/2.
  public static func tan(_ x: Double) -> Double { kernel_tan(x) }

  /// The angle in [−π/2, π/2] whose sine is x.
  ///
  /// Largest error measured: 0.83 ulp.
  ///
  /// Edge cases: asin(±0) = ±0; nan where |x| > 1 or x is nan.
  public static func asin(_ x: Double) -> Double { kernel_asin(x) }

  /// The angle in [0, π] whose cosine is x.
  ///
  /// Largest error measured: 0.77 ulp.
  ///
  /// Edge cases: acos(1) = +0; nan where |x| > 1 or x is nan.
  public static func acos(_ x: Double) -> Double { kernel_acos(x) }

  /// The angle in [−π/2, π/2] whose tangent is x.
  ///
  /// Largest error measured: 0.76 ulp.
  ///
  /// Edge cases: atan(±0) = ±0, atan(±∞) = ±π/2, atan(nan) = nan.
  public static func atan(_ x: Double) -> Double { kernel_atan(x) }

  /// The angle in [−π, π] from the positive x axis to the point (x, y).
  ///
  /// Largest error measured: 1.5 ulp.
  ///
  /// Edge cases: those of Annex F: atan2(±0, x) is ±0 for x > 0 or x = +0 and ±π for x < 0 or x = −0; atan2(±∞, ±∞) is
  /// an odd multiple of π/4; nan where either is nan.
  public static func atan2(_ y: Double, _ x: Double) -> Double { kernel_atan2(y, x) }
}
