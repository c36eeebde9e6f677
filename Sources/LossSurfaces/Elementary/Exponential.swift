// exp and expm1.
//
// x = n·ln 2 + r with n the integer nearest to x/ln 2, so |r| ≤ ½ ln 2. Then eˣ = 2ⁿ·eʳ and
//
//     eʳ = 1 + r + ½r² + r³·P(r)          P of degree 8, |error| < 2⁻⁵⁷
//
// ln 2 is taken in two parts; n times the first (42 bits) is exact, so r is known to about 2⁻⁶⁰ as high + low. The sum
// 1 + r is kept with its rounding error, so that the error of the result is hardly more than its last rounding.
// A table of 2^(j/32) would halve the degree, but gathering its entries costs more than the polynomial saves.

/// 1.5·2⁵². Adding it rounds a number below 2⁵¹ to an integer and leaves that integer in the low bits of the pattern.
let roundingShift = 0x1.8p52

extension Elementary {
  /// e to the power x.
  ///
  /// Largest error measured: 0.72 ulp; 0.8 ulp where the result is subnormal.
  ///
  /// Edge cases:
  /// - exp(±0) = 1, exp(−∞) = +0, exp(+∞) = +∞, exp(nan) = nan.
  /// - +∞ above 709.78, subnormal below −708.39, +0 below −745.13.
  @inline(never) public static func exp(_ x: Double) -> Double { exponential(x) }
  /// e to the power x, in every lane.
  @inline(never) public static func exp(_ x: SIMD8<Double>) -> SIMD8<Double> { exponential(x) }

  /// eˣ − 1 without cancellation near 0.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: expm1(±0) = ±0, expm1(−∞) = −1, expm1(+∞) = +∞, expm1(nan) = nan; +∞ above 709.78.
  @inline(never) public static func expm1(_ x: Double) -> Double { exponentialMinusOne(x) }
  /// eˣ − 1 without cancellation near 0, in every lane.
  @inline(never) public static func expm1(_ x: SIMD8<Double>) -> SIMD8<Double> { exponentialMinusOne(x) }

  @inline(__always) static func exponential<L: Lanes>(_ x: L) -> L {
    let reduced = ExponentialReduction(x)
    // Where neither factor nor result leaves the normal numbers, 2ⁿ is a sum in the exponent.
    let scaled = L(bits: onePlus(reduced).bits &+ reduced.exponent.shiftedLeft(by: 52))
    return scaled.repaired(where: .not(L.less(x.absolutes, 707)), from: x, by: exponentialOfUnfit)
  }

  /// eˣ where it is not a normal number, or nearly so.
  @inline(never) private static func exponentialOfUnfit(_ x: Double) -> Double {
    let reduced = ExponentialReduction(x.atMost(710).atLeast(-746))
    return scaled(onePlus(reduced), by: reduced.n)
  }

  /// eʳ as one rounded number.
  @inline(__always) static func onePlus<L: Lanes>(_ reduced: ExponentialReduction<L>) -> L {
    let sum = Extended.orderedSum(L.all(1), reduced.high)
    return sum.high + (sum.low + reduced.beyondLinear)
  }

  /// value·2ⁿ for an integer n, |n| ≤ 2044, in two steps, so that the result may overflow or be subnormal although
  /// no factor is.
  @inline(__always) static func scaled<L: Lanes>(_ value: L, by n: L) -> L {
    // The pattern holds n modulo 2⁵¹ below the exponent of the shift; half of it is ⌊n/2⌋ there.
    let whole = (n + roundingShift).bits
    let half = whole.shiftedRight(by: 1)
    return value * L(powerOfTwo: half) * L(powerOfTwo: whole &- half)
  }

  /// eˣ − 1 = 2ⁿ·((1 − 2⁻ⁿ) + (eʳ − 1)); 1 − 2⁻ⁿ is exact for the n that matter.
  @inline(__always) static func exponentialMinusOne<L: Lanes>(_ x: L) -> L {
    let reduced = ExponentialReduction(x.atMost(710).atLeast(-50))
    let sum = minusOne(reduced)
    let result = scaled(sum.high + sum.low, by: reduced.n)
    // The result has the sign of x, also where it is zero.
    return L(bits: result.absolutes.bits | x.signs)
  }

  /// (eˣ − 1)·2⁻ⁿ with its rounding error.
  @inline(__always) static func minusOne<L: Lanes>(_ reduced: ExponentialReduction<L>) -> Extended<L> {
    let power = Extended.orderedSum(reduced.high, reduced.beyondLinear)
    let offset = 1 - L(powerOfTwo: (roundingShift - reduced.n.atMost(1000)).bits)
    let sum = Extended.sum(offset, power.high)
    return Extended(sum.high, sum.low + power.low)
  }
}

/// x = n·ln 2 + (high + low) with n an integer.
struct ExponentialReduction<L: Lanes> {
  let n: L
  /// n in the low bits of the pattern.
  let exponent: L.Bits
  let high: L
  let low: L

  /// For |x| below 1000, so that n fits 11 bits; otherwise some value of no meaning.
  @inline(__always) init(_ x: L) {
    let shifted = x * 0x1.71547652b82fep+0 + roundingShift
    n = shifted - roundingShift
    exponent = shifted.bits
    let head = x - n * 0x1.62e42fefa3800p-1
    let tail = n * 0x1.ef35793c76730p-45
    high = head - tail
    low = (head - high) - tail
  }

  /// x = head + tail with a tail that counts.
  @inline(__always) init(_ head: L, _ tail: L) {
    let reduced = ExponentialReduction(head)
    let sum = Extended.sum(reduced.high, reduced.low + tail)
    (n, exponent, high, low) = (reduced.n, reduced.exponent, sum.high, sum.low)
  }

  /// eʳ − 1 − high.
  @inline(__always) var beyondLinear: L {
    let r = high
    let square = r * r
    // Two interleaved chains, of even and of odd powers, take half as long to wait for as one.
    var even = 0x1.af792333fe5a0p-26 * square + 0x1.71dde88b0933bp-19
    var odd = 0x1.28a01a18ae1b6p-22 * square + 0x1.a019aa99aa97ep-16
    even = even * square + 0x1.a01a01b66e5eap-13
    odd = odd * square + 0x1.6c16c17cf3187p-10
    even = even * square + 0x1.111111110e58ap-7
    odd = odd * square + 0x1.555555555316dp-5
    even = even * square + 0x1.555555555555cp-3
    return square * (0.5 + r * (even + r * odd)) + low
  }
}
