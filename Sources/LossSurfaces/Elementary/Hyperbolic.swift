// sinh, cosh and tanh.
//
// With h = ½·e^|x|, computed without overflow as long as the result has none,
//
//     sinh |x| = h − 1/(4h)         cosh |x| = h + 1/(4h)
//
// sinh cancels for small x, so below 1 it is x + x³·S(x²) with S of degree 6, |error| < 2⁻⁵⁹ relative.
// tanh |x| = E/(E + 2) with E = e^(2|x|) − 1 taken with its rounding error.

extension Elementary {
  /// The hyperbolic sine of x.
  ///
  /// Largest error measured: 1.6 ulp.
  ///
  /// Edge cases: sinh(±0) = ±0, sinh(±∞) = ±∞, sinh(nan) = nan; ±∞ where |x| > 710.48.
  @inline(never) public static func sinh(_ x: Double) -> Double { hyperbolicSine(x) }
  /// The hyperbolic sine of x, in every lane.
  @inline(never) public static func sinh(_ x: SIMD8<Double>) -> SIMD8<Double> { hyperbolicSine(x) }

  /// The hyperbolic cosine of x.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: cosh(±0) = 1, cosh(±∞) = +∞, cosh(nan) = nan; +∞ where |x| > 710.48.
  @inline(never) public static func cosh(_ x: Double) -> Double { hyperbolicCosine(x) }
  /// The hyperbolic cosine of x, in every lane.
  @inline(never) public static func cosh(_ x: SIMD8<Double>) -> SIMD8<Double> { hyperbolicCosine(x) }

  /// The hyperbolic tangent of x.
  ///
  /// Largest error measured: 1.4 ulp.
  ///
  /// Edge cases: tanh(±0) = ±0, tanh(±∞) = ±1, tanh(nan) = nan.
  @inline(never) public static func tanh(_ x: Double) -> Double { hyperbolicTangent(x) }
  /// The hyperbolic tangent of x, in every lane.
  @inline(never) public static func tanh(_ x: SIMD8<Double>) -> SIMD8<Double> { hyperbolicTangent(x) }

  @inline(__always) static func hyperbolicSine<L: Lanes>(_ x: L) -> L {
    let half = halfExponential(x.absolutes)
    let large = half - 0.25 / half
    let z = x * x
    let w = z * z
    var odd = 0x1.611d249173e1bp-33 * w + 0x1.71de3a51458f5p-19
    var even = 0x1.b3fd70d7311abp-41 * w + 0x1.ae645f3f7af8fp-26
    odd = odd * w + 0x1.111111111114cp-7
    even = even * w + 0x1.a01a01a019143p-13
    even = even * w + 0x1.5555555555555p-3
    let small = x + x * z * (even + z * odd)
    return small.chosen(where: L.less(z, 1), else: large.flipped(by: x.signs))
  }

  @inline(__always) static func hyperbolicCosine<L: Lanes>(_ x: L) -> L {
    let half = halfExponential(x.absolutes)
    return half + 0.25 / half
  }

  /// ½·eˣ for x ≥ 0.
  @inline(__always) private static func halfExponential<L: Lanes>(_ x: L) -> L {
    let reduced = ExponentialReduction(x.atMost(712))
    return scaled(onePlus(reduced), by: reduced.n - 1)
  }

  @inline(__always) static func hyperbolicTangent<L: Lanes>(_ x: L) -> L {
    // From 22 on the result is ±1.
    let reduced = ExponentialReduction(2 * x.absolutes.atMost(22))
    let unscaled = minusOne(reduced)
    let scale = L(powerOfTwo: (reduced.n + roundingShift).bits)
    let (power, rest) = (unscaled.high * scale, unscaled.low * scale)
    let divisor = Extended.sum(power, L.all(2))
    let quotient = power / divisor.high
    let result = quotient + (rest - quotient * (divisor.low + rest)) / divisor.high
    return L(bits: result.absolutes.bits | x.signs)
  }
}
