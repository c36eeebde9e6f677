import Testing

@testable import Raster

@Suite struct PaintTests {
  @Test func blendsEachChannelToTheNearest() {
    for opacity in [0, 1, 37, 127, 128, 200, 254, 255] as [UInt32] {
      for (over, under) in [(0xFF80_10FF, 0xFF20_F000), (0xFFFF_FFFF, 0xFF00_0000), (0xFF01_02FE, 0xFFFE_FD01)]
        as [(UInt32, UInt32)]
      {
        var pixel = under
        Paint.blend(over, over: &pixel, opacity: opacity)
        for shift in [0, 8, 16] as [UInt32] {
          let (a, b) = (Double(over >> shift & 255), Double(under >> shift & 255))
          let exact = (a * Double(opacity) + b * Double(255 - opacity)) / 255
          #expect(abs(Double(pixel >> shift & 255) - exact) <= 0.5)
        }
        #expect(pixel >> 24 == 255)
      }
    }
  }

  @Test func fullCoverageIsTheColourAndNoneIsNothing() {
    let paint = Paint(Color(0x123456))
    var pixel: UInt32 = 0xFFFF_FFFF
    paint.lay(over: &pixel, coverage: 0.02)
    #expect(pixel == 0xFFFF_FFFF)
    paint.lay(over: &pixel, coverage: .nan)
    paint.lay(over: &pixel, coverage: 1.2)
    #expect(pixel == Color(0x123456).packed)
  }

  @Test(arguments: [(1.0, 17), (0.55, 10), (0.05, 7)]) func opacityGoesUpInSixteenths(alpha: Double, count: Int) {
    var seen: Set<UInt32> = []
    for i in 0...1000 {
      var pixel: UInt32 = 0xFFFF_FFFF
      Paint(Color(0, alpha: alpha)).lay(over: &pixel, coverage: Float(i) / 1000)
      seen.insert(pixel)
    }
    #expect(seen.count == count)
    var full: UInt32 = 0xFFFF_FFFF
    Paint(Color(0, alpha: alpha)).lay(over: &full, coverage: 1)
    #expect(abs(Double(full & 255) - 255 * (1 - alpha)) <= 1)
  }
}
