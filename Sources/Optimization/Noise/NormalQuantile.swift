import LossSurfaces

/// The inverse of the normal distribution function.
///
/// Rational approximations in three ranges, each a numerator and a denominator of degree 7; relative error below
/// 1e-15. Inversion takes one uniform number for one normal number and keeps their order, which Box and Muller's
/// transformation does not, and calls one logarithm for 15 in 100 numbers where theirs calls three functions for two.
///
/// Source: Wichura, Algorithm AS 241 (1988), its routine PPND16.
enum NormalQuantile {
  /// The number below which a normal number lies with probability ½ + q.
  ///
  /// Edge cases: −½ < q < ½; the result is odd in q.
  @inline(__always)
  static func value(offset q: Double) -> Double {
    guard abs(q) > 0.425 else {
      let r = 0.180625 - q * q
      return q * central.numerator(r) / central.denominator(r)
    }
    return tail(q)
  }

  @inline(never)
  private static func tail(_ q: Double) -> Double {
    let depth = (-Elementary.log(0.5 - abs(q))).squareRoot()
    let (fit, r) = depth <= 5 ? (near, depth - 1.6) : (far, depth - 5)
    let magnitude = fit.numerator(r) / fit.denominator(r)
    return q < 0 ? -magnitude : magnitude
  }

  /// Coefficients, constant terms first; the denominator begins with 1.
  private struct Fit {
    var p: SIMD8<Double>
    var q: SIMD8<Double>

    @inline(__always)
    func numerator(_ r: Double) -> Double { Self.polynomial(p, r) }
    @inline(__always)
    func denominator(_ r: Double) -> Double { Self.polynomial(q, r) }

    @inline(__always)
    private static func polynomial(_ c: SIMD8<Double>, _ r: Double) -> Double {
      let high = ((c[7] * r + c[6]) * r + c[5]) * r + c[4]
      return (((high * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0]
    }
  }

  /// |q| ≤ 0.425.
  private static let central = Fit(
    p: [
      3.387_132_872_796_366_608_0, 133.141_667_891_784_377_45, 1971.590_950_306_551_442_7, 13731.693_765_509_461_125,
      45921.953_931_549_871_457, 67265.770_927_008_700_853, 33430.575_583_588_128_105, 2509.080_928_730_122_672_7,
    ],
    q: [
      1, 42.313_330_701_600_911_252, 687.187_007_492_057_908_30, 5394.196_021_424_751_107_7,
      21213.794_301_586_595_867, 39307.895_800_092_710_610, 28729.085_735_721_942_674, 5226.495_278_852_854_561_0,
    ])

  /// Beyond, as far as a depth √(−ln tail) of 5.
  private static let near = Fit(
    p: [
      1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
      3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 0.241_780_725_177_450_611_770,
      0.022_723_844_989_269_184_583_3, 7.745_450_142_783_414_076_40e-4,
    ],
    q: [
      1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40, 0.689_767_334_985_100_004_550,
      0.148_103_976_427_480_074_590, 0.015_198_666_563_616_457_196_6, 5.475_938_084_995_344_946_00e-4,
      1.050_750_071_644_416_843_24e-9,
    ])

  /// Beyond that.
  private static let far = Fit(
    p: [
      6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
      0.296_560_571_828_504_891_230, 0.026_532_189_526_576_123_093_0, 1.242_660_947_388_078_438_60e-3,
      2.711_555_568_743_487_578_15e-5, 2.010_334_399_292_288_132_65e-7,
    ],
    q: [
      1, 0.599_832_206_555_887_937_690, 0.136_929_880_922_735_805_310, 0.014_875_361_290_850_614_852_5,
      7.868_691_311_456_132_591_00e-4, 1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
      2.044_263_103_389_939_785_64e-15,
    ])
}
