// log and log1p.
//
// x = 2ᵏ·m with m in [√½, √2) and f = m − 1, exact. With s = f/(2 + f),
//
//     log m = log((1 + s)/(1 − s)) = 2s + s·R(s²) = f − ½f² + s·(½f² + R(s²))
//
// R is even in s, so 7 coefficients suffice: |error| < 2⁻⁵⁸ on |s| ≤ 0.1716. The last form keeps f exact and adds only
// small terms to it. k·ln 2 has two parts, the first with 32 bits, so that its product with k is exact.
// Tables with 128 centres save the division, but not its time: lanes would have to be gathered.

extension Elementary {
  /// The natural logarithm of x.
  ///
  /// Largest error measured: 0.84 ulp.
  ///
  /// Edge cases: log(±0) = −∞, log(1) = +0, log(+∞) = +∞, nan where x < 0 or x is nan.
  @inline(never) public static func log(_ x: Double) -> Double { logarithm(x) }
  /// The natural logarithm of x, in every lane.
  @inline(never) public static func log(_ x: SIMD8<Double>) -> SIMD8<Double> { logarithm(x) }

  /// log(1 + x) without cancellation near 0.
  ///
  /// Largest error measured: 0.81 ulp.
  ///
  /// Edge cases: log1p(±0) = ±0, log1p(−1) = −∞, log1p(+∞) = +∞, nan where x < −1 or x is nan.
  @inline(never) public static func log1p(_ x: Double) -> Double { logarithmOfOnePlus(x) }
  /// log(1 + x) without cancellation near 0, in every lane.
  @inline(never) public static func log1p(_ x: SIMD8<Double>) -> SIMD8<Double> { logarithmOfOnePlus(x) }

  @inline(__always) static func logarithm<L: Lanes>(_ x: L) -> L {
    let split = BinarySplit(x)
    return sumOfLogarithm(k: split.k, f: split.m - 1, correction: L.all(0))
      .repaired(where: BinarySplit.isUnfit(x), from: x, by: logarithmOfUnfit)
  }

  /// The logarithm of what is not a positive normal number.
  @inline(never) static func logarithmOfUnfit(_ x: Double) -> Double {
    if x > 0, x < .infinity {
      let split = BinarySplit(x * 0x1p54, exponentOffset: -54)
      return sumOfLogarithm(k: split.k, f: split.m - 1, correction: 0)
    }
    if x == 0 { return -.infinity }
    return x > 0 ? x : .nan
  }

  /// 1 + x = u + c exactly, so log(1 + x) = log u + c/u up to terms below 2⁻¹⁰⁵. Where u needs no scaling (k = 0), x
  /// itself is f, and nothing is lost.
  @inline(__always) static func logarithmOfOnePlus<L: Lanes>(_ x: L) -> L {
    let sum = Extended.sum(L.all(1), x)
    let split = BinarySplit(sum.high)
    let isScaled = L.less(0.25, split.k * split.k)
    let f = (split.m - 1).chosen(where: isScaled, else: x)
    let correction = (sum.low / sum.high).chosen(where: isScaled, else: L.all(0))
    // The test by the exponent sends 0 and subnormal numbers the slow way as well, where they keep their sign.
    let unfit = L.Selection.either(BinarySplit.isUnfit(sum.high), L.less(x.absolutes, 0x1p-54))
    return sumOfLogarithm(k: split.k, f: f, correction: correction)
      .repaired(where: unfit, from: x, by: logarithmOfOnePlusUnfit)
  }

  /// log(1 + x) where x is tiny, or 1 + x is not a positive finite number.
  @inline(never) static func logarithmOfOnePlusUnfit(_ x: Double) -> Double {
    if x.magnitude < 1 || x == .infinity { return x }
    return x == -1 ? -.infinity : .nan
  }

  /// k·ln 2 + log(1 + f) + correction.
  @inline(__always) static func sumOfLogarithm<L: Lanes>(k: L, f: L, correction: L) -> L {
    let s = f / (2 + f)
    let z = s * s
    let w = z * z
    let odd = ((0x1.2d9e364b88abap-3 * w + 0x1.7464a12e2afcap-3) * w + 0x1.24924935c75e4p-2) * w + 0x1.5555555555555p-1
    let even = (0x1.39c80c811840ep-3 * w + 0x1.c71c5ac0ffc64p-3) * w + 0x1.99999999900c8p-2
    let remainder = z * (odd + z * even)
    let half = 0.5 * f * f
    let small = s * (half + remainder) + (k * 0x1.a39ef35793c76p-33 + correction)
    return k * 0x1.62e42feep-1 + (f - (half - small))
  }
}

/// x = 2ᵏ·m with m in [√½, √2), for positive normal x.
struct BinarySplit<L: Lanes> {
  let k: L
  let m: L

  @inline(__always) init(_ x: L) {
    // The patterns of √½ and 1 lie apart by what has to be added for the exponent to tick over at √2·2ᵏ.
    let rootOfHalf: UInt64 = 0x3FE6_A09E_0000_0000
    let shifted = x.bits &+ .all(0x3FF0_0000_0000_0000 - rootOfHalf)
    // 2⁵² + k + 1023 as a pattern, since there is no conversion of 64-bit integers in SSE2.
    k = L(bits: shifted.shiftedRight(by: 52) | .all(0x4330_0000_0000_0000)) - (0x1p52 + 1023)
    m = L(bits: (shifted & .all(0x000F_FFFF_FFFF_FFFF)) &+ .all(rootOfHalf))
  }

  /// x·2^offset.
  @inline(__always) init(_ x: L, exponentOffset offset: Double) {
    let split = BinarySplit(x)
    (k, m) = (split.k + offset, split.m)
  }

  /// Lanes where x is not a positive normal number.
  @inline(__always) static func isUnfit(_ x: L) -> L.Selection {
    L.Selection.not(.both(L.notLess(x, .leastNormalMagnitude), L.less(x, .infinity)))
  }
}
