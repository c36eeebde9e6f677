import Foundation
import Raster
import TestSupport
import Testing

/// Pictures of lessons on the screen, read back out of what the terminal got.
@Suite struct LessonPicturesTests {
  /// What a terminal gets when the hidden figure is shown: 60 columns of 10 pixels, 40 rows of 20.
  private static func answered(_ mode: String, _ command: Command) throws -> [UInt8] {
    let reader = try LessonTerminal(
      command, ["lesson", "bowl.md", "--progress", "\(mode).json"], columns: 60, rows: 40, hasPixels: true,
      environment: ["DESCENT_GRAPHICS": mode])
    #expect(!(try reader.prompt().contains("\u{1B}_G")))
    return Array(try reader.type("b").utf8)
  }

  private static func slice(_ bytes: [UInt8], from start: String, to end: String) throws -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    let first = try #require(text.range(of: start)?.lowerBound)
    let last = try #require(text.range(of: end, options: .backwards)?.upperBound)
    return Array(text[first..<last].utf8)
  }

  /// The largest difference of a channel.
  private static func difference(_ one: UInt32, _ other: UInt32) -> Int {
    [0, 8, 16].map { (shift: UInt32) -> Int in
      abs(Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF))
    }.max()!
  }

  /// The same figure, drawn into a file.
  private static func drawn(_ command: Command, _ image: Image) throws -> Image {
    let result = try command.run([
      "run", "bowl", "--learning-rate", "0.5", "--start", "1,0", "--steps", "20", "--theme", "dark", "--scale", "1",
      "--size", "\(image.width)x\(image.height)", "-o", "drawn.png",
    ])
    #expect(result.code == 0, "\(result.errors)")
    return try PNG(decoding: Array(command.data(of: "drawn.png"))).image
  }

  @Test func kitty() throws {
    let command = try LessonPage.command()
    let bytes = try Self.slice(try Self.answered("kitty", command), from: "\u{1B}_G", to: "\u{1B}\\")
    let (keys, file) = try PictureDecoder.kitty(bytes)
    let image = try PNG(decoding: file).image
    #expect(keys["c"] == "\(image.width / 10)")
    #expect(image.width > 400 && image.height > 300)
    #expect(try Self.drawn(command, image) == image)
  }

  @Test func iterm() throws {
    let command = try LessonPage.command()
    let bytes = try Self.slice(try Self.answered("iterm", command), from: "\u{1B}]1337;", to: "\u{7}")
    let (arguments, file) = try PictureDecoder.iterm(bytes)
    let image = try PNG(decoding: file).image
    #expect(arguments["width"] == "\(image.width / 10)")
    #expect(try Self.drawn(command, image) == image)
  }

  @Test func sixel() throws {
    let command = try LessonPage.command()
    let bytes = try Self.slice(try Self.answered("sixel", command), from: "\u{1B}P", to: "\u{1B}\\")
    let image = try PictureDecoder.sixel(bytes)
    let drawn = try Self.drawn(command, image)
    // Of the 256 registers none is further off than a step of the cube in the dark.
    let differences = zip(drawn.pixels, image.pixels).map { one, other in Self.difference(one, other) }
    #expect(differences.max()! <= 98)
    #expect(differences.reduce(0, +) < differences.count * 6)
  }
}
