import Raster
import TestSupport
import Testing

@testable import Terminal

@Suite struct PicturesTests {
  /// A drawing with lines at all angles, of many colours through antialiasing.
  static func image(width: Double = 97, height: Double = 61) throws -> Image {
    var drawing = Drawing(width: width, height: height, background: Color(0xFBFAF6))
    for (index, color) in [0xD55E00, 0x0072B2, 0x009E73].enumerated() {
      let path = Path([Position(3, 5 + 20 * Double(index)), Position(width - 4, height - 3 - 9 * Double(index))])
      drawing.elements.append(.stroke(path, Stroke(Color(UInt32(color)), width: 3)))
    }
    drawing.elements.append(.fill(.circle(center: Position(60, 20), radius: 14), Color(0x5D8AA0)))
    return try drawing.image(scale: 1)
  }

  @Test func kittyBringsTheFile() throws {
    let png = try PNG(Self.image(width: 400, height: 300), scale: 1, texts: []).encoded()
    let (keys, file) = try PictureDecoder.kitty(KittyPicture.sequence(png: png, columns: 72))
    #expect(file == png)
    #expect(png.count > 3072, "more than one piece")
    #expect(keys == ["a": "T", "f": "100", "q": "2", "c": "72", "m": "1"])
    #expect(try PNG(decoding: file).image == Self.image(width: 400, height: 300))
  }

  @Test(arguments: [3071, 3072, 3073, 6144])
  func kittyPieces(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    #expect(try PictureDecoder.kitty(KittyPicture.sequence(png: bytes, columns: 1)).file == bytes)
  }

  @Test func itermBringsTheFile() throws {
    let png = try PNG(Self.image(), scale: 1, texts: []).encoded()
    let (arguments, file) = try PictureDecoder.iterm(ItermPicture.sequence(file: png, columns: 64))
    #expect(file == png)
    #expect(arguments == ["inline": "1", "size": "\(png.count)", "width": "64", "preserveAspectRatio": "1"])
  }

  /// Registers hold hundredths: a channel is off by at most 2 of 255.
  @Test(arguments: [(97, 61), (12, 6), (1, 1), (7, 13)])
  func sixelsAreThePixels(_ width: Int, _ height: Int) throws {
    let image = try Self.image(width: Double(width), height: Double(height))
    let read = try PictureDecoder.sixel(SixelPicture.sequence(image))
    #expect(read.width == image.width && read.height == image.height)
    #expect(difference(read, image) <= 2)
  }

  /// Where colours run into one another none is further off than a step of the cube, 40, or 95 in the dark.
  @Test func sixelsOfManyColors() throws {
    let pixels = (0..<128 * 128).map { (index: Int) -> UInt32 in
      let (red, green) = (UInt8(index % 128 * 2), UInt8(index / 128 * 2))
      return Color(red: red, green: green, blue: 99).packed
    }
    let image = Image(width: 128, height: 128, pixels: pixels)
    let read = try PictureDecoder.sixel(SixelPicture.sequence(image))
    #expect(difference(read, image) <= 98)
    #expect(Set(read.pixels).count > 30)
  }

  @Test(arguments: [(97, 60), (1, 1), (5, 3)])
  func blocksAreThePixels(_ width: Int, _ height: Int) throws {
    let image = try Self.image(width: Double(width), height: Double(height))
    let lines = BlocksPicture(image: image).lines(.full)
    #expect(lines.count == (height + 1) / 2)
    let (read, others) = try PictureDecoder.blocks(lines) { code in
      let parts = code.split(separator: ";").compactMap { UInt8($0) }
      return Color(red: parts[1], green: parts[2], blue: parts[3]).packed
    }
    #expect(others.isEmpty)
    #expect(Array(read.pixels.prefix(image.pixels.count)) == image.pixels)
    #expect(lines.allSatisfy { $0.hasSuffix("\u{1B}[0m") })
  }

  @Test func blocksOf256Colors() throws {
    let image = try Self.image(width: 40, height: 20)
    let (read, _) = try PictureDecoder.blocks(BlocksPicture(image: image).lines(.palette)) { code in
      TerminalPalette.color(Int(code.dropFirst(2))!).packed
    }
    let expected = image.pixels.map { pixel in
      TerminalPalette.color(
        TerminalPalette.index(
          nearest: Color(red: UInt8(pixel & 255), green: UInt8(pixel >> 8 & 255), blue: UInt8(pixel >> 16 & 255)))
      ).packed
    }
    #expect(read.pixels == expected)
  }

  @Test func symbolsStandOnThePicture() throws {
    let grey = Color(0x808080)
    let image = Image(width: 3, height: 4, pixels: Array(repeating: grey.packed, count: 12))
    let symbols = [
      BlocksPicture.Symbol(column: 1, row: 1, character: "●", color: Color(0xFF0000)),
      BlocksPicture.Symbol(column: 9, row: 0, character: "x", color: grey),
    ]
    let lines = BlocksPicture(image: image, symbols: symbols).lines(.full)
    #expect(lines[0] == "\u{1B}[48;2;128;128;128m   \u{1B}[0m")
    #expect(lines[1] == "\u{1B}[48;2;128;128;128m \u{1B}[38;2;255;0;0m● \u{1B}[0m")
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64(_ text: String, _ letters: String) {
    #expect(String(decoding: Base64.text(Array(text.utf8)), as: UTF8.self) == letters)
  }

  /// 80 by 24 cells of 10 by 20 pixels leave 14 rows: 280 pixels, and as many columns as make 4:3 or more, at most 2:1.
  @Test(arguments: [
    (80, 24, 0, 0, 56, 14), (200, 60, 0, 0, 100, 37), (80, 5, 0, 0, 48, 12), (40, 50, 0, 0, 40, 15),
    (100, 50, 2000, 2000, 100, 33),
  ])
  func box(_ columns: Int, _ rows: Int, _ pixelWidth: Int, _ pixelHeight: Int, _ across: Int, _ down: Int) {
    let size = WindowSize(columns: columns, rows: rows, pixelWidth: pixelWidth, pixelHeight: pixelHeight)
    let box = PictureBox(in: size, width: min(columns, 100))
    #expect(box.columns == across)
    #expect(box.rows == down)
    #expect(box.width <= 2 * box.height)
  }

  private func difference(_ a: Image, _ b: Image) -> Int {
    var largest = 0
    for (p, q) in zip(a.pixels, b.pixels) {
      for shift: UInt32 in [0, 8, 16, 24] { largest = max(largest, abs(Int(p >> shift & 255) - Int(q >> shift & 255))) }
    }
    return largest
  }
}
