// asin, acos, atan and atan2.
//
// atan: |x| is compared with a centre c of 0, ½, 1, 3/2 or ∞, and
//
//     atan |x| = atan c + atan t,   t = (|x| − c)/(1 + c·|x|), or −1/|x| for c = ∞,   |t| ≤ 7/16
//     atan t = t + t³·A(t²)                   A of degree 10, |error| < 2⁻⁵⁷ relative
//
// So many centres, since the rounding of t counts less the smaller t is beside atan c, which has two parts.
//
// asin: up to ½ asin x = x + x³·B(x²), B of degree 12, |error| < 2⁻⁵⁹ relative; above, from the half angle,
// asin x = π/2 − 2·asin √((1 − x)/2), where the root is taken with its rounding error. acos x = π/2 − asin x likewise.

extension Elementary {
  /// The angle in [−π/2, π/2] whose sine is x.
  ///
  /// Largest error measured: 0.83 ulp.
  ///
  /// Edge cases: asin(±0) = ±0; nan where |x| > 1 or x is nan.
  @inline(never) public static func asin(_ x: Double) -> Double { arcSine(x) }
  /// The angle in [−π/2, π/2] whose sine is x, in every lane.
  @inline(never) public static func asin(_ x: SIMD8<Double>) -> SIMD8<Double> { arcSine(x) }

  /// The angle in [0, π] whose cosine is x.
  ///
  /// Largest error measured: 0.77 ulp.
  ///
  /// Edge cases: acos(1) = +0; nan where |x| > 1 or x is nan.
  @inline(never) public static func acos(_ x: Double) -> Double { arcCosine(x) }
  /// The angle in [0, π] whose cosine is x, in every lane.
  @inline(never) public static func acos(_ x: SIMD8<Double>) -> SIMD8<Double> { arcCosine(x) }

  /// The angle in [−π/2, π/2] whose tangent is x.
  ///
  /// Largest error measured: 0.76 ulp.
  ///
  /// Edge cases: atan(±0) = ±0, atan(±∞) = ±π/2, atan(nan) = nan.
  @inline(never) public static func atan(_ x: Double) -> Double { arcTangent(x) }
  /// The angle in [−π/2, π/2] whose tangent is x, in every lane.
  @inline(never) public static func atan(_ x: SIMD8<Double>) -> SIMD8<Double> { arcTangent(x) }

  /// The angle in [−π, π] from the positive x axis to the point (x, y).
  ///
  /// Largest error measured: 1.5 ulp.
  ///
  /// Edge cases: those of Annex F: atan2(±0, x) is ±0 for x > 0 or x = +0 and ±π for x < 0 or x = −0; atan2(±∞, ±∞) is
  /// an odd multiple of π/4; nan where either is nan.
  @inline(never) public static func atan2(_ y: Double, _ x: Double) -> Double { angle(y, x) }
  /// The angle in [−π, π] from the positive x axis to the point (x, y), in every lane.
  @inline(never) public static func atan2(_ y: SIMD8<Double>, _ x: SIMD8<Double>) -> SIMD8<Double> { angle(y, x) }

  @inline(__always) static func arcSine<L: Lanes>(_ x: L) -> L {
    let parts = ArcSineParts(x)
    let small = x + x * parts.beyondLinear
    let twice = 2 * parts.rootBeyondLinear - (halfTurnRest - 2 * parts.rootRest)
    let large = quarterTurn - (twice - (quarterTurn - 2 * parts.root))
    return small.chosen(where: parts.isSmall, else: large.flipped(by: x.signs))
  }

  @inline(__always) static func arcCosine<L: Lanes>(_ x: L) -> L {
    let parts = ArcSineParts(x)
    let small = halfTurn - (x - (halfTurnRest - x * parts.beyondLinear))
    let beyond = parts.rootRest + parts.rootBeyondLinear
    let positive = 2 * (parts.root + beyond)
    let negative = 2 * (halfTurn - (parts.root + (beyond - halfTurnRest)))
    let large = negative.chosen(where: L.less(x, 0), else: positive)
    return small.chosen(where: parts.isSmall, else: large)
  }

  @inline(__always) static func arcTangent<L: Lanes>(_ x: L) -> L {
    let parts = arcTangentOfMagnitude(x.absolutes)
    return L(bits: (parts.high + parts.low).bits | x.signs)
  }

  /// atan c and the rest, for x ≥ 0.
  @inline(__always) private static func arcTangentOfMagnitude<L: Lanes>(_ x: L) -> Extended<L> {
    var centre = L.all(0)
    var base = Extended(L.all(0), L.all(0))
    @inline(__always) func from(_ bound: Double, centre newCentre: Double, angle: (high: Double, low: Double)) {
      let isBeyond = L.notLess(x, bound)
      centre = L.all(newCentre).chosen(where: isBeyond, else: centre)
      base.high = L.all(angle.high).chosen(where: isBeyond, else: base.high)
      base.low = L.all(angle.low).chosen(where: isBeyond, else: base.low)
    }
    from(0.4375, centre: 0.5, angle: (0x1.dac670561bb4fp-2, 0x1.a2b7f222f65e2p-56))
    from(0.6875, centre: 1, angle: (quarterTurn, halfTurnRest / 2))
    from(1.1875, centre: 1.5, angle: (0x1.f730bd281f69bp-1, 0x1.007887af0cbbdp-56))
    from(2.4375, centre: 1.5, angle: (halfTurn, halfTurnRest))
    let isFar = L.notLess(x, 2.4375)
    let over = L.all(-1).chosen(where: isFar, else: x - centre)
    let under = x.chosen(where: isFar, else: 1 + centre * x)
    let t = over / under
    return Extended(base.high, t - (t * arcTangentBeyondLinear(t) - base.low))
  }

  /// 1 − atan(t)/t.
  @inline(__always) private static func arcTangentBeyondLinear<L: Lanes>(_ t: L) -> L {
    let z = t * t
    let w = z * z
    var even = 0x1.0fc799152aebep-6 * w + 0x1.98f9d7d735885p-5
    var odd = -0x1.2df5e667e253cp-5 * w - 0x1.de39d8c8499d1p-5
    even = even * w + 0x1.10ddaed74ca70p-4
    odd = odd * w - 0x1.3b0ff3ff9f101p-4
    even = even * w + 0x1.745cea64aec07p-4
    odd = odd * w - 0x1.c71c7080bbc6ap-4
    even = even * w + 0x1.2492492217454p-3
    odd = odd * w - 0x1.9999999995cb4p-3
    even = even * w + 0x1.5555555555555p-2
    return z * (even + z * odd)
  }

  @inline(__always) static func angle<L: Lanes>(_ y: L, _ x: L) -> L {
    let ratio = y.absolutes / x.absolutes
    let parts = arcTangentOfMagnitude(ratio)
    let right = parts.high + parts.low
    let supplement = Extended.orderedSum(L.all(2 * halfTurn), L.all(0) - parts.high)
    let left = supplement.high + ((supplement.low - parts.low) + 2 * halfTurnRest)
    let magnitude = left.chosen(where: L.less(x, 0), else: right)
    // The ratio is nan where both are zero or infinite, or one is nan.
    return magnitude.flipped(by: y.signs)
      .repaired(where: .not(L.notLess(ratio, 0)), from: y, x, by: angleOfUndefinedRatio)
  }

  @inline(never) private static func angleOfUndefinedRatio(_ y: Double, _ x: Double) -> Double {
    if y.isNaN || x.isNaN { return .nan }
    let isLeft = x.sign == .minus
    let magnitude: Double
    if y == 0 {
      magnitude = isLeft ? 2 * halfTurn : 0
    } else {
      magnitude = isLeft ? 0x1.2d97c7f3321d2p+1 : quarterTurn
    }
    return y.sign == .minus ? -magnitude : magnitude
  }

  /// π/4, and π/2 in two parts.
  private static var quarterTurn: Double { 0x1.921fb54442d18p-1 }
  private static var halfTurn: Double { 0x1.921fb54442d18p+0 }
  private static var halfTurnRest: Double { 0x1.1a62633145c07p-54 }
}

/// What asin and acos have in common.
private struct ArcSineParts<L: Lanes> {
  /// |x| < ½: the polynomial is in x²; otherwise it is in (1 − |x|)/2.
  let isSmall: L.Selection
  /// asin(t)/t − 1, for x or for the root.
  let beyondLinear: L
  /// √((1 − |x|)/2) = root + rootRest, the root with 26 bits.
  let root: L
  let rootRest: L
  /// asin of the root, less the root.
  let rootBeyondLinear: L

  @inline(__always) init(_ x: L) {
    isSmall = L.less(x.absolutes, 0.5)
    let half = 0.5 * (1 - x.absolutes)
    let full = half.squareRoots()
    root = full.cut
    // The smallest root is 2⁻²⁷, so the addend changes nothing but 0/0.
    rootRest = (half - root * root) / ((full + root) + 0x1p-1000)
    let z = (x * x).chosen(where: isSmall, else: half)
    let w = z * z
    var even = 0x1.0525476a1c3fap-5 * w + 0x1.5450cf4bf18a2p-6
    var odd = -0x1.436ee2441ebb5p-6 * w + 0x1.0d96ad8d2b5a1p-8
    even = even * w + 0x1.5d7cc1db33829p-7
    odd = odd * w + 0x1.763d17420eb00p-7
    even = even * w + 0x1.ca074cccf0f67p-7
    odd = odd * w + 0x1.1c4b0b4c5bd48p-6
    even = even * w + 0x1.6e8bcd6df354bp-6
    odd = odd * w + 0x1.f1c71b47cb3a5p-6
    even = even * w + 0x1.6db6db6fe9c29p-5
    odd = odd * w + 0x1.3333333331919p-4
    even = even * w + 0x1.5555555555555p-3
    beyondLinear = z * (even + z * odd)
    rootBeyondLinear = full * beyondLinear
  }
}
