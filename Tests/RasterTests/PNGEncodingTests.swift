import Testing

@testable import Raster

@Suite struct PNGEncodingTests {
  private func picture(colors: Int, width: Int = 37, height: Int = 23) -> Image {
    Image(
      width: width, height: height,
      pixels: (0..<width * height).map { 0xFF00_0000 | UInt32($0 % colors) &* 0x3_0507 & 0xFF_FFFF })
  }

  @Test(arguments: [(1, 1, 3), (2, 1, 3), (3, 2, 3), (4, 2, 3), (5, 4, 3), (16, 4, 3), (17, 8, 3), (256, 8, 3)])
  func upToTwoHundredAndFiftySixColorsAreKept(colors: Int, depth: UInt8, type: UInt8) throws {
    let image = picture(colors: colors)
    let bytes = try PNG(image, scale: 1).encoded()
    #expect(bytes[24] == depth && bytes[25] == type)
    #expect(try PNG(decoding: bytes).image == image)
  }

  @Test func manyFarColorsStayAsTheyAre() throws {
    let image = Image(
      width: 100, height: 100, pixels: (0..<10_000).map { 0xFF00_0000 | UInt32($0) &* 2_654_435_761 & 0xFF_FFFF })
    let bytes = try PNG(image, scale: 1).encoded()
    #expect(bytes[24] == 8 && bytes[25] == 2)
    #expect(try PNG(decoding: bytes).image == image)
  }

  @Test(arguments: [1, 1.5, 2, 3]) func aDensityOf96PixelsAnInchTimesTheScale(scale: Double) throws {
    let bytes = try PNG(picture(colors: 2), scale: scale).encoded()
    let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "pHYs".utf8) })
    let density = bytes[(place + 4)..<(place + 8)].reduce(0) { $0 << 8 | Int($1) }
    #expect(density == Int((scale * 96 / 0.0254).rounded()))
    #expect(bytes[place + 12] == 1)
    #expect(try PNG(decoding: bytes).scale == scale)
  }

  @Test func textsComeBack() throws {
    let texts = [
      PNG.Text("Title", "η = 0.19"),
      .init("Description", String(repeating: "zigzags across the ravine · ", count: 100)),
      .init("descent recipe", "surface: ravine\n"), .init("Empty", ""),
    ]
    let bytes = try PNG(picture(colors: 9), scale: 2, texts: texts).encoded()
    #expect(try PNG(decoding: bytes).texts == texts)
    #expect(try PNG.texts(in: bytes) == texts)
    // The long one is compressed.
    #expect(bytes.count < 2000)
    for chunk in ["sRGB", "gAMA", "iTXt"] {
      #expect(bytes.indices.contains { bytes[$0...].starts(with: chunk.utf8) }, "\(chunk)")
    }
  }

  @Test(arguments: [
    PNG.Text("", "x"), .init(String(repeating: "k", count: 80), "x"), .init("λ", "x"), .init("Title", "a\u{0}b"),
  ]) func whatCannotBeWrittenIsRefused(text: PNG.Text) {
    #expect(throws: RasterError.self) { try PNG(picture(colors: 2), scale: 1, texts: [text]).encoded() }
  }

  @Test func apictureWithoutPixelsIsRefused() {
    #expect(throws: RasterError.self) { try PNG(Image(width: 0, height: 0, pixels: []), scale: 1).encoded() }
  }

  @Test func sameInputSameBytes() throws {
    let png = PNG(try DrawingImageTests.sample().image(scale: 2), scale: 2, texts: [.init("Title", "t")])
    let (first, second) = (try png.encoded(), try png.encoded())
    #expect(first == second)
  }
}
