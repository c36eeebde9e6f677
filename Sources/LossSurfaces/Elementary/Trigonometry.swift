// sin, cos and tan.
//
// x = q·π/2 + r with q an integer and |r| ≤ π/4, r known as high + low to about 2⁻¹¹⁰ (AngleReduction.swift). Then, by
// the quadrant q mod 4, the result is ± one of
//
//     sin r = r + r³·S(r²)                S of degree 5, |error| < 2⁻⁵⁷
//     cos r = 1 − ½r² + r⁴·C(r²)          C of degree 5, |error| < 2⁻⁶³
//
// Each lane computes both and chooses: choosing coefficients instead would cost as much. Reducing by π with one
// polynomial on |r| ≤ π/2 would be faster by a fifth, but its error is 1.3 ulp.

extension Elementary {
  /// The sine of x radians.
  ///
  /// Largest error measured: 0.78 ulp, for all x up to the largest.
  ///
  /// Edge cases: sin(±0) = ±0; nan where x is infinite or nan.
  @inline(never) public static func sin(_ x: Double) -> Double { sine(x) }
  /// The sine of x radians, in every lane.
  @inline(never) public static func sin(_ x: SIMD8<Double>) -> SIMD8<Double> { sine(x) }

  /// The cosine of x radians.
  ///
  /// Largest error measured: 0.78 ulp, for all x up to the largest.
  ///
  /// Edge cases: cos(±0) = 1; nan where x is infinite or nan.
  @inline(never) public static func cos(_ x: Double) -> Double { cosine(x) }
  /// The cosine of x radians, in every lane.
  @inline(never) public static func cos(_ x: SIMD8<Double>) -> SIMD8<Double> { cosine(x) }

  /// The sine and the cosine of x radians, with the bits of `sin` and `cos`, for little more than the time of one.
  @inline(never) public static func sincos(_ x: Double) -> (sin: Double, cos: Double) { sineAndCosine(x) }
  /// The sine and the cosine of x radians, in every lane.
  @inline(never) public static func sincos(_ x: SIMD8<Double>) -> (sin: SIMD8<Double>, cos: SIMD8<Double>) {
    sineAndCosine(x)
  }

  /// The tangent of x radians.
  ///
  /// Largest error measured: 1.4 ulp.
  ///
  /// Edge cases: tan(±0) = ±0; nan where x is infinite or nan. It is never infinite: no `Double` is an odd multiple of
  /// π/2.
  @inline(never) public static func tan(_ x: Double) -> Double { tangent(x) }
  /// The tangent of x radians, in every lane.
  @inline(never) public static func tan(_ x: SIMD8<Double>) -> SIMD8<Double> { tangent(x) }

  @inline(__always) static func sine<L: Lanes>(_ x: L) -> L {
    AngleReduction(x).sine.repaired(where: AngleReduction.isUnfit(x), from: x) { AngleReduction(large: $0).sine }
  }

  @inline(__always) static func cosine<L: Lanes>(_ x: L) -> L {
    AngleReduction(x).cosine.repaired(where: AngleReduction.isUnfit(x), from: x) { AngleReduction(large: $0).cosine }
  }

  @inline(__always) static func sineAndCosine<L: Lanes>(_ x: L) -> (sin: L, cos: L) {
    let reduced = AngleReduction(x)
    let unfit = AngleReduction.isUnfit(x)
    return (
      reduced.sine.repaired(where: unfit, from: x) { AngleReduction(large: $0).sine },
      reduced.cosine.repaired(where: unfit, from: x) { AngleReduction(large: $0).cosine }
    )
  }

  @inline(__always) static func tangent<L: Lanes>(_ x: L) -> L {
    // Of |x|, so that −0 stays −0.
    let magnitude = x.absolutes
    return AngleReduction(magnitude).tangent
      .repaired(where: AngleReduction.isUnfit(x), from: magnitude) { AngleReduction(large: $0).tangent }
      .flipped(by: x.signs)
  }
}

extension AngleReduction {
  @inline(__always) var sine: L {
    cosineOfRemainder.high.chosen(where: isOdd, else: sineOfRemainder.high)
      .flipped(by: (quadrant & .all(2)).shiftedLeft(by: 62))
  }

  @inline(__always) var cosine: L {
    sineOfRemainder.high.chosen(where: isOdd, else: cosineOfRemainder.high)
      .flipped(by: ((quadrant &+ .all(1)) & .all(2)).shiftedLeft(by: 62))
  }

  /// sin/cos in even quadrants, −cos/sin in odd ones. The quotient is corrected by the low parts of both.
  @inline(__always) var tangent: L {
    let (sine, cosine) = (sineOfRemainder, cosineOfRemainder)
    let isOdd = isOdd
    let over = cosine.high.chosen(where: isOdd, else: sine.high)
    let under = sine.high.chosen(where: isOdd, else: cosine.high)
    let overRest = cosine.low.chosen(where: isOdd, else: sine.low)
    let underRest = sine.low.chosen(where: isOdd, else: cosine.low)
    let quotient = over / under
    return (quotient + (overRest - quotient * underRest) / under).flipped(by: quadrant.shiftedLeft(by: 63))
  }

  /// sin(high + low) = sin high + low·cos high, where cos high = 1 − ½·high² is enough. The high part is the rounded
  /// result, the low part what the rounding left.
  @inline(__always) private var sineOfRemainder: Extended<L> {
    let z = high * high
    let w = z * z
    let even = (-0x1.ae5f2b91dc7a8p-26 * w - 0x1.a01a019d8fda7p-13) * w
    let odd = (0x1.5dc68aae80348p-33 * w + 0x1.71de3694df204p-19) * w + 0x1.11111111106f4p-7
    let cube = high * z
    let rest = (z * (0.5 * low - high * (even + z * odd)) - low) + cube * 0x1.5555555555555p-3
    // high − rest instead of high + (−rest) keeps the sign of −0.
    let sine = high - rest
    return Extended(sine, (high - sine) - rest)
  }

  /// cos(high + low) = cos high − low·sin high. 1 − ½r² is taken with its rounding error, so that only the last
  /// rounding counts; without it the error is just above 1 ulp.
  @inline(__always) private var cosineOfRemainder: Extended<L> {
    let z = high * high
    let w = z * z
    let even = (0x1.1eea8c9ecaffdp-29 * w + 0x1.a01a019e3998ap-16) * w + 0x1.5555555555555p-5
    let odd = (-0x1.8ffbf233ee1dcp-37 * w - 0x1.27e4f90aee9d1p-22) * w - 0x1.6c16c16c16314p-10
    let half = 0.5 * z
    let head = 1 - half
    return .orderedSum(head, ((1 - head) - half) + (w * (even + z * odd) - high * low))
  }
}
