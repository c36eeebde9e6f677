import Testing

@testable import Raster

@Suite struct ScanlinesTests {
  private func lines(colors: UInt32, width: Int, height: Int) throws -> Scanlines {
    let pixels = (0..<width * height).map { 0xFF00_0000 | UInt32($0) % colors }
    return Scanlines(try #require(IndexedImage(Image(width: width, height: height, pixels: pixels))), width: width)
  }

  @Test func indicesArePackedFromTheHighestBit() throws {
    #expect(try lines(colors: 2, width: 9, height: 2).bytes == [0, 0b0101_0101, 0, 0, 0b1010_1010, 0x80])
    #expect(try lines(colors: 4, width: 5, height: 1).bytes == [0, 0b0001_1011, 0])
    #expect(try lines(colors: 16, width: 3, height: 6).bytes.prefix(6) == [0, 0x01, 0x20, 0, 0x34, 0x50])
    #expect(try lines(colors: 17, width: 3, height: 6).bytes.prefix(5) == [0, 0, 1, 2, 0])
  }

  @Test func colorsAreRedGreenBlue() {
    let image = Image(width: 1, height: 2, pixels: [0xFF03_0201, 0xFF06_0504])
    #expect(Scanlines(image).bytes == [0, 1, 2, 3, 0, 4, 5, 6])
  }
}
