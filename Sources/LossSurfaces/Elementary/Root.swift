// sqrt, cbrt and hypot.

extension Elementary {
  /// The square root of x, correctly rounded.
  ///
  /// Edge cases: sqrt(±0) = ±0, sqrt(+∞) = +∞, nan where x < 0 or x is nan.
  @inline(__always) public static func sqrt(_ x: Double) -> Double { x.squareRoot() }
  /// The square root of x, correctly rounded, in every lane.
  @inline(never) public static func sqrt(_ x: SIMD8<Double>) -> SIMD8<Double> { x.squareRoots() }

  /// The cube root of x.
  ///
  /// A third of the upper half of the bit pattern, read as an integer, is the pattern of a root t to 3 %, since the
  /// exponent stands there. With r = t³/x, a polynomial for r^(−1/3) makes 23 bits of it, and one step of Halley's
  /// method all. Before that step t is cut to 26 bits, so that t² is exact.
  ///
  /// Largest error measured: 0.67 ulp.
  ///
  /// Edge cases: cbrt(±0) = ±0, cbrt(±∞) = ±∞, cbrt(nan) = nan.
  @inline(never) public static func cbrt(_ x: Double) -> Double { cubeRoot(x) }
  /// The cube root of x, in every lane.
  @inline(never) public static func cbrt(_ x: SIMD8<Double>) -> SIMD8<Double> { cubeRoot(x) }

  /// √(x² + y²) without overflow or underflow on the way.
  ///
  /// Largest error measured: 1.2 ulp.
  ///
  /// Edge cases: hypot(±∞, y) = hypot(x, ±∞) = +∞ even with nan; otherwise nan where either is nan.
  @inline(never) public static func hypot(_ x: Double, _ y: Double) -> Double { hypotenuse(x, y) }
  /// √(x² + y²) without overflow or underflow on the way, in every lane.
  @inline(never) public static func hypot(_ x: SIMD8<Double>, _ y: SIMD8<Double>) -> SIMD8<Double> {
    hypotenuse(x, y)
  }

  @inline(__always) static func cubeRoot<L: Lanes>(_ x: L) -> L {
    let a = x.absolutes
    let upper = L(bits: a.bits.shiftedRight(by: 32) | .all(0x4330_0000_0000_0000)) - 0x1p52
    // The addend, ⅔ of 1023·2²⁰ less what makes the error as large below as above.
    let third = (upper * (1.0 / 3) + 715_094_163) + roundingShift
    var root = L(bits: third.bits.shiftedLeft(by: 32))
    let r = (root * root) * (root / a)
    // r^(−1/3) for r from 0.909 to 1.1, |error| < 2⁻²³.
    var factor = 0x1.24db2e363be88p-3 * r - 0x1.7e11f4c313e38p-1
    factor = factor * r + 0x1.9a5add911e76cp+0
    factor = factor * r - 0x1.df5d830d59f5cp+0
    factor = factor * r + 0x1.df7039ef56143p+0
    root = root * factor
    root = root.cut
    let quotient = a / (root * root)
    let refined = root + root * ((quotient - root) / ((root + root) + quotient))
    return refined.flipped(by: x.signs).repaired(where: BinarySplit.isUnfit(a), from: x, by: cubeRootOfUnfit)
  }

  /// The cube root of zero, subnormal numbers, infinities and nan.
  @inline(never) private static func cubeRootOfUnfit(_ x: Double) -> Double {
    if x == 0 || !x.isFinite { return x }
    return cubeRoot(x * 0x1p54) * 0x1p-18
  }

  @inline(__always) static func hypotenuse<L: Lanes>(_ x: L, _ y: L) -> L {
    let (a, b) = (x.absolutes, y.absolutes)
    let larger = b.chosen(where: L.less(a, b), else: a)
    let isUnfit = L.Selection.either(L.less(larger, 0x1p-500), .not(L.less(larger, 0x1p500)))
    return (a * a + b * b).squareRoots().repaired(where: isUnfit, from: a, b, by: hypotenuseOfUnfit)
  }

  /// The squares would overflow or lose bits.
  @inline(never) private static func hypotenuseOfUnfit(_ a: Double, _ b: Double) -> Double {
    if a == .infinity || b == .infinity { return .infinity }
    let isLarge = a > 1 || b > 1
    let (down, up) = isLarge ? (0x1p-600, 0x1p600) : (0x1p600, 0x1p-600)
    let (x, y) = (a * down, b * down)
    return (x * x + y * y).squareRoot() * up
  }
}
