import Testing

@testable import Raster

@Suite struct PNGDecodingTests {
  private func pixels(_ file: HandmadePNG) throws -> [UInt32] { try PNG(decoding: file.bytes).image.pixels }

  @Test func grey() throws {
    #expect(
      try pixels(HandmadePNG(width: 8, height: 1, depth: 1, colorType: 0, rows: [0, 0b1010_0001]))
        == [1, 0, 1, 0, 0, 0, 0, 1].map { $0 == 1 ? 0xFFFF_FFFF : 0xFF00_0000 })
    #expect(
      try pixels(HandmadePNG(width: 2, height: 1, depth: 4, colorType: 0, rows: [0, 0x3F])) == [
        0xFF33_3333, 0xFFFF_FFFF,
      ])
    #expect(
      try pixels(HandmadePNG(width: 2, height: 1, depth: 16, colorType: 0, rows: [0, 0x80, 0x00, 0xFF, 0xFF]))
        == [0xFF80_8080, 0xFFFF_FFFF])
  }

  @Test func rgb() throws {
    #expect(
      try pixels(HandmadePNG(width: 2, height: 1, colorType: 2, rows: [0, 1, 2, 3, 4, 5, 6])) == [
        0xFF03_0201, 0xFF06_0504,
      ])
  }

  @Test func palette() throws {
    var file = HandmadePNG(width: 4, height: 1, depth: 2, colorType: 3, rows: [0, 0b00_01_10_00])
    file.before = [("PLTE", [255, 0, 0, 0, 255, 0, 0, 0, 255]), ("tRNS", [255, 0])]
    #expect(try pixels(file) == [0xFF00_00FF, 0xFFFF_FFFF, 0xFFFF_0000, 0xFF00_00FF])
  }

  @Test func transparencyLiesOverWhite() throws {
    let file = HandmadePNG(width: 3, height: 1, colorType: 6, rows: [0, 0, 0, 0, 0, 0, 0, 0, 128, 10, 20, 30, 255])
    #expect(try pixels(file) == [0xFFFF_FFFF, 0xFF7F_7F7F, 0xFF1E_140A])
    #expect(try pixels(HandmadePNG(width: 1, height: 1, colorType: 4, rows: [0, 0, 51])) == [0xFFCC_CCCC])
  }

  @Test func interlaced() throws {
    // Adam7 of 3×3: passes 1 (0,0), 5 (0,2) (2,2) — row 2 —, 4 and 6 (odd columns of even rows), 7 (row 1).
    let rows: [UInt8] = [0, 1, 0, 3, 0, 7, 9, 0, 2, 0, 8, 0, 4, 5, 6]
    let file = HandmadePNG(width: 3, height: 3, colorType: 0, isInterlaced: true, rows: rows)
    #expect(try pixels(file).map { $0 & 255 } == [1, 2, 3, 4, 5, 6, 7, 8, 9])
  }

  @Test func textsBeforeAndAfterThePixels() throws {
    var file = HandmadePNG(width: 1, height: 1, colorType: 0, rows: [0, 0])
    file.before = [
      ("tEXt", Array("Title".utf8) + [0, 0xE9]), ("iTXt", Array("Author".utf8) + [0, 0, 0, 0, 0] + Array("λ".utf8)),
    ]
    file.after = [("tEXt", Array("Comment".utf8) + [0] + Array("late".utf8))]
    #expect(
      try PNG(decoding: file.bytes).texts == [.init("Title", "é"), .init("Author", "λ"), .init("Comment", "late")])
    #expect(try PNG.texts(in: file.bytes) == [.init("Title", "é"), .init("Author", "λ")])
  }

  @Test func scaleComesFromTheDensity() throws {
    var file = HandmadePNG(width: 1, height: 1, colorType: 0, rows: [0, 0])
    #expect(try PNG(decoding: file.bytes).scale == 1)
    for (density, scale) in [(3780, 1.0), (7559, 2), (5669, 1.5), (0, 1), (0x7FFF_FFFF, 568_188.4)]
      as [(UInt32, Double)]
    {
      file.before = [("pHYs", HandmadePNG.big(density) + HandmadePNG.big(density) + [1])]
      let read = try PNG(decoding: file.bytes).scale
      #expect(abs(read - scale) < (scale > 3 ? 0.1 : 1e-9))
    }
  }

  @Test(
    arguments: [
      (16_385, 1, "16,384"), (1, 16_385, "16,384"), (16_384, 16_384, "100,000,000"),
      (0x7FFF_FFFF, 0x7FFF_FFFF, "16,384"), (0, 1, ""),
    ] as [(UInt32, UInt32, String)])
  func sizesAreLimited(width: UInt32, height: UInt32, words: String) {
    let file = HandmadePNG(width: width, height: height, colorType: 0, rows: [0, 0])
    let error = #expect(throws: RasterError.self) { try PNG(decoding: file.bytes) }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func whatIsNoPNGIsRefused() {
    for bytes in [[], [137], Array("<html>".utf8), [UInt8](repeating: 0, count: 1000)] as [[UInt8]] {
      #expect(throws: RasterError.self) { try PNG(decoding: bytes) }
      #expect(throws: RasterError.self) { try PNG.texts(in: bytes) }
    }
  }

  private static func smallFile() throws -> [UInt8] {
    let image = Image(width: 9, height: 5, pixels: (0..<45).map { 0xFF00_0000 | UInt32($0 * 40_503) })
    let texts = [PNG.Text("Title", "t"), .init("descent recipe", String(repeating: "recipe: é\n", count: 80))]
    return try PNG(image, scale: 2, texts: texts).encoded()
  }

  /// Every chunk has a checksum, so no damaged byte goes unnoticed.
  @Test func aDamagedByteAnywhereIsNoticed() throws {
    let whole = try Self.smallFile()
    for offset in whole.indices {
      for flip in [1, 0x80, 0xFF] as [UInt8] {
        var bytes = whole
        bytes[offset] ^= flip
        #expect(throws: RasterError.self, "byte \(offset)") { try PNG(decoding: bytes) }
        _ = try? PNG.texts(in: bytes)
      }
    }
  }

  @Test func aFileCutOffAnywhereIsNoticed() throws {
    let whole = try Self.smallFile()
    for count in whole.indices {
      #expect(throws: RasterError.self, "\(count) bytes") { try PNG(decoding: Array(whole[..<count])) }
    }
  }

  /// No room is made for a chunk that says that it is larger than the file: once 2 GB were.
  @Test(arguments: ["zTXt", "iTXt", "iCCP", "abCd"]) func aChunkLargerThanTheFileIsRefused(_ type: String) throws {
    var file = HandmadePNG(width: 1, height: 1, colorType: 0, rows: [0, 0])
    file.before = [(type, [65, 0, 0, 1])]
    var bytes = file.bytes
    bytes.replaceSubrange(33..<37, with: HandmadePNG.big(0x7FFF_FFF0))
    let error = #expect(throws: RasterError.self) { try PNG.texts(in: bytes) }
    #expect("\(error!)" == "the PNG cannot be read: a chunk is longer than the file")
  }

  /// Damage that the checksums agree with: nothing but an error or a picture may come of it.
  @Test func damageWithRightChecksumsDoesNotCrash() {
    for type in [0, 2, 3, 4, 6] as [UInt8] {
      for depth in [1, 2, 4, 8, 16] as [UInt8] {
        for count in [0, 1, 5, 40] {
          var file = HandmadePNG(
            width: 5, height: 4, depth: depth, colorType: type, isInterlaced: count == 5,
            rows: (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 77) })
          file.before = [
            ("PLTE", [1, 2, 3]), ("tRNS", [0, 1, 0, 2, 0, 3]), ("iTXt", Array("a".utf8)), ("tEXt", []),
            ("zTXt", [65, 0, 0, 1]),
          ]
          _ = try? PNG(decoding: file.bytes)
          file.before = []
          _ = try? PNG(decoding: file.bytes)
        }
      }
    }
  }
}
