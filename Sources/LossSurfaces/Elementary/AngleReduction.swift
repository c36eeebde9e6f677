/// x = q·π/2 + (high + low) with q an integer and |high + low| ≤ π/4 (a hair more where x/(π/2) is nearly half an odd
/// integer).
///
/// Up to `bound` by Cody and Waite's method in three parts: π/2 = P₁ + P₂ + P₃ with 39, 39 and 53 bits. q has at most
/// 14 bits, so q·P₁ and q·P₂ are exact, and so is x − q·P₁, because its bits lie between the last of x and of P₁. The
/// next difference is taken with its rounding error; Dekker's sum gives it although x − q·P₁ may be the smaller part,
/// since it is a multiple of the last bit of q·P₂ (its own is that of x, at least 2⁻⁵³ where q ≠ 0). Right beside a
/// multiple of π/2 the low part may exceed the last bit of the high one, which sine and cosine do not mind. What remains unknown is below 2⁻¹¹⁴, while no `Double` up to the
/// bound comes nearer than 2⁻⁶⁰ to a multiple of π/2.
///
/// Beyond it by Payne and Hanek's method: of 2/π only the 192 bits that matter for x are multiplied.
struct AngleReduction<L: Lanes> {
  /// q in the low two bits.
  let quadrant: L.Bits
  let high: L
  let low: L

  /// 2¹⁴ quarter turns.
  private static var bound: Double { 25735 }

  /// Lanes that only `init(large:)` can reduce.
  @inline(__always) static func isUnfit(_ x: L) -> L.Selection {
    .not(L.less(x.absolutes, bound))
  }

  /// For |x| below the bound; otherwise some value of no meaning.
  @inline(__always) init(_ x: L) {
    let shifted = x * 0x1.45f306dc9c883p-1 + roundingShift
    let q = shifted - roundingShift
    let first = x - q * 0x1.921fb54440000p+0
    // Minus q·P₂ as q·(−P₂), so that −0 stays −0.
    let second = Extended.orderedSum(first, q * -0x1.68c234c4c4000p-39)
    quadrant = shifted.bits
    high = second.high
    low = second.low - q * 0x1.3145c06e0e689p-78
  }

  /// The odd quadrants, where sine and cosine change places.
  @inline(__always) var isOdd: L.Selection {
    // 2⁵² + (q mod 2), compared as numbers, since SSE2 has no comparison of 64-bit integers.
    L.less(0x1p52, L(bits: (quadrant & .all(1)) | .all(0x4330_0000_0000_0000)))
  }
}

extension AngleReduction<Double> {
  /// For finite x of any size from 2 up; nan where x is infinite or nan.
  init(large x: Double) {
    guard x.isFinite else {
      (quadrant, high, low) = (0, .nan, .nan)
      return
    }
    let significand = (x.bitPattern & 0x000F_FFFF_FFFF_FFFF) | 0x0010_0000_0000_0000
    let turns = quarterTurns(significand, exponent: Int(x.exponent) - 52)
    // Two bits of quadrant, then the fraction of a quarter turn; from a half up the next quadrant less the rest.
    let fraction = (
      turns.0 << 2 | turns.1 >> 62, turns.1 << 2 | turns.2 >> 62
    )
    let isAbove = fraction.0 >> 63 == 1
    let magnitude = isAbove ? (~fraction.0, ~fraction.1) : fraction
    let zeros = UInt64(magnitude.0.leadingZeroBitCount)
    let top = magnitude.0 << zeros | magnitude.1 >> (64 - zeros)
    let next = magnitude.1 << zeros
    let unit = Double(bitPattern: (1023 - 53 - zeros) << 52)
    let head = Double(top >> 11) * unit
    let tail = Double((top & 0x7FF) << 42 | next >> 22) * (unit * 0x1p-53)
    let product = Extended.product(head, 0x1.921fb54442d18p+0)
    let rest = product.low + (head * 0x1.1a62633145c07p-54 + tail * 0x1.921fb54442d18p+0)
    let remainder = Extended.orderedSum(product.high, rest)
    let isNegative = isAbove != (x < 0)
    let quadrants = (turns.0 >> 62) &+ (isAbove ? 1 : 0)
    quadrant = x < 0 ? 0 &- quadrants : quadrants
    high = isNegative ? -remainder.high : remainder.high
    low = isNegative ? -remainder.low : remainder.low
  }
}

/// significand·2^exponent·2/π modulo 4, as 2 bits before and 190 bits after the point.
private func quarterTurns(_ significand: UInt64, exponent: Int) -> (UInt64, UInt64, UInt64) {
  // Bit i of 2/π stands for 2^(−1−i); those before bit exponent − 2 contribute multiples of 4. The table begins with
  // 64 zeros, for exponents below 2.
  let first = exponent - 2 + 64
  let (word, shift) = (first >> 6, UInt64(first & 63))
  func bits(_ index: Int) -> UInt64 {
    twoOverπ[word + index] << shift | twoOverπ[word + index + 1] >> (64 - shift)
  }
  let products = (
    significand.multipliedFullWidth(by: bits(0)), significand.multipliedFullWidth(by: bits(1)),
    significand.multipliedFullWidth(by: bits(2))
  )
  let (middle, carry) = products.1.low.addingReportingOverflow(products.2.high)
  let top = products.0.low &+ products.1.high &+ (carry ? 1 : 0)
  return (top, middle, products.2.low)
}

/// 64 zeros and the first 1280 bits of 2/π.
private let twoOverπ: [UInt64] = [
  0,
  0xA2F9_836E_4E44_1529, 0xFC27_57D1_F534_DDC0, 0xDB62_9599_3C43_9041, 0xFE51_63AB_DEBB_C561,
  0xB724_6E3A_424D_D2E0, 0x0649_2EEA_09D1_921C, 0xFE1D_EB1C_B129_A73E, 0xE882_35F5_2EBB_4484,
  0xE99C_7026_B45F_7E41, 0x3991_D639_8353_39F4, 0x9C84_5F8B_BDF9_283B, 0x1FF8_97FF_DE05_980F,
  0xEF2F_118B_5A0A_6D1F, 0x6D36_7ECF_27CB_09B7, 0x4F46_3F66_9E5F_EA2D, 0x7527_BAC7_EBE5_F17B,
  0x3D07_39F7_8A52_92EA, 0x6BFB_5FB1_1F8D_5D08, 0x5603_3046_FC7B_6BAB, 0xF0CF_BC20_9AF4_361D,
]
