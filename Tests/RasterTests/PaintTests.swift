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

  /// At the borders of the steps and a bit to either side, beyond 1, and each in every lane.
  @Test(arguments: [1.0, 0.55, 0.05]) func fourPixelsAreLaidAsOneByOne(alpha: Double) {
    let paint = Paint(Color(0x12_80FE, alpha: alpha))
    let borders = (0...16).flatMap { step in ([6, 9, 16] as [Float]).map { (Float(step) + 0.5) / $0 } }
    let coverages: [Float] = [0, 1, 1.5, 100] + borders.flatMap { [$0.nextDown, $0, $0.nextUp] }
    for lane in 0..<4 {
      let row = [Float](repeating: 0, count: lane) + coverages
      let padded = row + [Float](repeating: 0, count: (4 - row.count % 4) % 4)
      var pixels = padded.indices.map { 0xFF00_0000 | UInt32($0) &* 0x3D_1F57 & 0xFF_FFFF }
      var single = pixels
      for i in padded.indices { paint.lay(over: &single[i], coverage: padded[i]) }
      pixels.withUnsafeMutableBufferPointer { paint.lay(over: $0.baseAddress!, coverage: padded, count: padded.count) }
      #expect(pixels == single)
    }
  }
}
