import Testing

@testable import Raster

@Suite struct ZlibStreamTests {
  /// libpng unpacks the stream and compares the checksum. 53 rows are more than a piece, 106 more than two.
  @Test(arguments: [1, 7, 52, 53, 105, 106, 400, 1000]) func piecesMakeOneStream(height: Int) throws {
    let image = Image(
      width: 1023, height: height, pixels: (0..<1023 * height).map { 0xFF00_0000 | UInt32($0 * $0 >> 7 & 63) })
    let isSame = try PNG(decoding: PNG(image, scale: 1).encoded()).image == image
    #expect(isSame)
  }

  @Test func theBytesDoNotDependOnTheWorkers() throws {
    let content = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 9) }
    let one = try ZlibStream(content, workers: Workers(count: 1)).bytes
    let isSame = try ZlibStream(content, workers: Workers(count: 5)).bytes == one
    #expect(isSame)
    #expect((Int(one[0]) << 8 | Int(one[1])).isMultiple(of: 31))
  }

  /// What an animation takes the time for.
  @Test func thoroughlyPackedIsSmaller() throws {
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 9 & $0 >> 4) }
    let (quick, thorough) = (try ZlibStream(content).bytes, try ZlibStream(content, isThorough: true).bytes)
    #expect(thorough.count < quick.count)
  }

  @Test func nothingIsAStreamToo() throws {
    #expect(try ZlibStream([]).bytes == [0x78, 0x5E, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01])
  }
}
