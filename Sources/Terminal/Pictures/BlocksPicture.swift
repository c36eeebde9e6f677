public import Raster

/// A picture for the grid of characters: two pixels a cell, one above the other, and characters that stand on them.
public struct BlocksPicture: Sendable {
  /// A character on the picture.
  public struct Symbol: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var character: Character
    public var color: Color

    public init(column: Int, row: Int, character: Character, color: Color) {
      (self.column, self.row) = (column, row)
      (self.character, self.color) = (character, color)
    }
  }

  public let image: Image
  private let symbols: [Int: Symbol]

  /// As many columns as the image has, half as many rows, rounded up. Of symbols in one cell the last stands; one
  /// that would hardly be seen stands on black or white.
  public init(image: Image, symbols: [Symbol] = []) {
    self.image = image
    self.symbols = Dictionary(
      symbols.filter { (0..<image.width).contains($0.column) && (0..<(image.height + 1) / 2).contains($0.row) }
        .map { ($0.row * image.width + $0.column, $0) }, uniquingKeysWith: { $1 })
  }

  /// A line for each row, in half blocks: the upper pixel is the colour of the character, the lower the one behind it.
  ///
  /// `depth` is not none: without colour there are no pixels.
  public func lines(_ depth: ColorDepth) -> [String] {
    precondition(depth != .none, "a picture in blocks has colours")
    var pens: [Color: String] = [:]
    return (0..<(image.height + 1) / 2).map { line($0, depth, &pens) }
  }

  private func line(_ row: Int, _ depth: ColorDepth, _ pens: inout [Color: String]) -> String {
    var line = ""
    var (front, back): (String?, String?) = (nil, nil)
    for column in 0..<image.width {
      let upper = color(column, 2 * row)
      let lower = 2 * row + 1 < image.height ? color(column, 2 * row + 1) : nil
      var (character, ink, ground): (Character, Color?, Color?) =
        upper == lower ? (" ", nil, upper) : ("▀", upper, lower)
      if let symbol = symbols[row * image.width + column] {
        let mean = lower.map { Self.mean(upper, $0) } ?? upper
        (character, ink, ground) = (symbol.character, symbol.color, Self.ground(mean, beneath: symbol.color))
      }
      var codes: [String] = []
      if let ink {
        let code = Self.code(ink, depth, &pens)
        if code != front { codes.append("38;" + code) }
        front = code
      }
      if let ground {
        let code = Self.code(ground, depth, &pens)
        if code != back { codes.append("48;" + code) }
        back = code
      } else if back != nil {
        codes.append("49")
        back = nil
      }
      if !codes.isEmpty { line += "\u{1B}[\(codes.joined(separator: ";"))m" }
      line.append(character)
    }
    return line + TextStyle.reset
  }

  private static func code(_ color: Color, _ depth: ColorDepth, _ pens: inout [Color: String]) -> String {
    if let code = pens[color] { return code }
    let code = TerminalPalette.parameters(color, depth)
    pens[color] = code
    return code
  }

  private func color(_ column: Int, _ row: Int) -> Color {
    Color(packed: image.pixels[row * image.width + column])
  }

  /// What stands out from it stays; else black or white does.
  private static func ground(_ color: Color, beneath ink: Color) -> Color {
    let (behind, above) = (PerceivedColor(color), PerceivedColor(ink))
    guard behind.squaredDistance(to: above) < leastContrast else { return color }
    return above.lightness > 0.6 ? Color(0x000000) : Color(0xFFFFFF)
  }

  /// The square of a distance in OKLab at which a small character is made out with ease.
  private static let leastContrast: Float = 0.05

  private static func mean(_ a: Color, _ b: Color) -> Color {
    func channel(_ p: UInt8, _ q: UInt8) -> UInt8 { UInt8((Int(p) + Int(q) + 1) / 2) }
    return Color(red: channel(a.red, b.red), green: channel(a.green, b.green), blue: channel(a.blue, b.blue))
  }
}
