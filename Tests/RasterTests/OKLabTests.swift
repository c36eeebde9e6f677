import Testing

@testable import Raster

@Suite struct OKLabTests {
  /// Computed in double precision with the published matrices and the C library's powers.
  @Test(
    arguments: [
      (0xFF_FFFF, 1.0, 0.0, 0.0), (0x00_0000, 0, 0, 0), (0x00_00FF, 0.627955, 0.224863, 0.125846),
      (0xFF_0000, 0.452014, -0.032457, -0.311528), (0x00_FF00, 0.866440, -0.233888, 0.179498),
    ] as [(UInt32, Float, Float, Float)])
  func knownColors(bgr: UInt32, lightness: Float, a: Float, b: Float) {
    let color = OKLab(bgr)
    #expect(abs(color.lightness - lightness) < 2e-5)
    #expect(abs(color.a - a) < 2e-5 && abs(color.b - b) < 2e-5)
  }
}
