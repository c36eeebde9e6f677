// pow.
//
// xʸ = exp(y·log x). An error in log x comes out multiplied by up to 745, so the logarithm is taken as high + low to
// about 2⁻⁶⁶: with x = 2ᵏ·m and s = (m − 1)/(m + 1), all but the last term as such sums,
//
//     log x = k·ln 2 + 2·(s + s·s²·(⅓ + s²·Q(s²)))          Q of degree 7, |error| < 2⁻⁷¹ relative
//
// The first division is replaced by a multiplication with 1/(m + 1) whose error the low part of s repairs.

extension Elementary {
  /// x to the power y.
  ///
  /// Largest error measured: 0.86 ulp; 1 ulp where the result is subnormal.
  ///
  /// Edge cases: those of Annex F.
  /// - pow(x, ±0) = 1 and pow(1, y) = 1, even for nan; otherwise nan where either is nan.
  /// - For x < 0: nan unless y is an integer; the result is negative for odd y.
  /// - pow(±0, y) = ±0 for odd y > 0, +0 for other y > 0, ±∞ for odd y < 0, +∞ for other y < 0; pow(±∞, y) = pow(±0, −y).
  /// - pow(−1, ±∞) = 1; pow(x, +∞) is +∞ for |x| > 1 and +0 for |x| < 1; pow(x, −∞) the other way round.
  @inline(never) public static func pow(_ x: Double, _ y: Double) -> Double { power(x, y) }
  /// x to the power y, in every lane.
  @inline(never) public static func pow(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> { power(x, y) }

  @inline(__always) static func power<L: Lanes>(_ x: L, _ y: L) -> L {
    let product = Extended(y, timesLogarithmOf: BinarySplit(x))
    let reduced = ExponentialReduction(product.high, product.low)
    let result = L(bits: onePlus(reduced).bits &+ reduced.exponent.shiftedLeft(by: 52))
    let isFit = L.Selection.both(.not(BinarySplit.isUnfit(x)), L.less(product.high.absolutes, 707))
    return result.repaired(where: .not(isFit), from: x, y, by: powerOfUnfit)
  }

  /// xʸ for |y| < 2⁶⁴, wherever the result lies.
  private static func power(_ split: BinarySplit<Double>, _ y: Double) -> Double {
    let product = Extended(y, timesLogarithmOf: split)
    let low = product.high.magnitude < 750 ? product.low : 0
    let reduced = ExponentialReduction(product.high.atMost(710).atLeast(-746), low)
    return scaled(onePlus(reduced), by: reduced.n)
  }

  /// x is not a positive normal number, y is nan, or the result may not be normal.
  @inline(never) private static func powerOfUnfit(_ x: Double, _ y: Double) -> Double {
    if y == 0 || x == 1 { return 1 }
    if x.isNaN || y.isNaN { return .nan }
    let magnitude = x.magnitude
    if y.isInfinite {
      if magnitude == 1 { return 1 }
      return (magnitude > 1) == (y > 0) ? .infinity : 0
    }
    let isOdd = isOddInteger(y)
    let sign = x.sign == .minus && isOdd ? -1.0 : 1.0
    if magnitude == 0 || magnitude == .infinity { return sign * (y > 0 ? magnitude : 1 / magnitude) }
    if x < 0, !isInteger(y) { return .nan }
    // From 2⁶⁴ on every y·log x is out of range, unless log x is 0.
    let exponent = Swift.min(Swift.max(y, -0x1p63), 0x1p63)
    let split =
      magnitude < .leastNormalMagnitude
      ? BinarySplit(magnitude * 0x1p54, exponentOffset: -54) : BinarySplit(magnitude)
    return sign * power(split, exponent)
  }

  private static func isInteger(_ y: Double) -> Bool {
    y.magnitude >= 0x1p52 || Double(Int(y)) == y
  }

  private static func isOddInteger(_ y: Double) -> Bool {
    y.magnitude < 0x1p53 && Double(Int(y)) == y && Int(y) & 1 == 1
  }
}

extension Extended {
  /// y·log x.
  @inline(__always) fileprivate init(_ y: L, timesLogarithmOf split: BinarySplit<L>) {
    let logarithm = Extended(logarithmOf: split)
    let head = Extended.product(y, logarithm.high)
    self.init(head.high, head.low + y * logarithm.low)
  }

  /// log x to about 2⁻⁶⁶ of its value.
  @inline(__always) private init(logarithmOf split: BinarySplit<L>) {
    let inverse = Extended(inverseHyperbolicTangentOf: split.m)
    // k times the first part of ln 2, with 42 bits, is exact.
    let sum = Extended.orderedSum(split.k * 0x1.62e42fefa3800p-1, 2 * inverse.high)
    self = .orderedSum(sum.high, sum.low + (2 * inverse.low + split.k * 0x1.ef35793c76730p-45))
  }

  /// artanh s for s = (m − 1)/(m + 1).
  @inline(__always) private init(inverseHyperbolicTangentOf m: L) {
    let s = Extended(quotientFor: m)
    let square = Extended.product(s.high, s.high)
    let z = Extended(square.high, square.low + 2 * (s.high * s.low))
    let third = Extended.orderedSum(L.all(0x1.5555555555555p-2), z.high * Self.tail(z.high))
    let term = Extended.product(Extended(third.high, third.low + 0x1.5555555555555p-56), z)
    let cubic = Extended.product(s, term)
    let sum = Extended.orderedSum(s.high, cubic.high)
    self.init(sum.high, sum.low + (s.low + cubic.low))
  }

  /// (m − 1)/(m + 1).
  @inline(__always) private init(quotientFor m: L) {
    let over = m - 1
    let under = Extended.orderedSum(L.all(1), m)
    let inverse = 1 / under.high
    let quotient = over * inverse
    let product = Extended.product(quotient, under.high)
    let rest = ((over - product.high) - product.low) - quotient * under.low
    self = .orderedSum(quotient, rest * inverse)
  }

  @inline(__always) private static func product(_ a: Self, _ b: Self) -> Self {
    let head = product(a.high, b.high)
    return Self(head.high, head.low + (a.high * b.low + a.low * b.high))
  }

  /// Q: artanh s = s + s³·(⅓ + s²·Q(s²)).
  @inline(__always) private static func tail(_ z: L) -> L {
    let w = z * z
    var even = 0x1.deabb89c16c46p-5 * w + 0x1.3b137abf3cd3dp-4
    var odd = 0x1.e779778cd1362p-5 * w + 0x1.111d7478b56edp-4
    even = even * w + 0x1.c71c71c672342p-4
    odd = odd * w + 0x1.745d17ccec4b7p-4
    even = even * w + 0x1.999999999999ap-3
    odd = odd * w + 0x1.24924924926eap-3
    return even + z * odd
  }
}
