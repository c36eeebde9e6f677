public import Raster

/// The 256 colours that terminals have, of which the upper 240 are the same everywhere: a cube of 6 by 6 by 6 and 24 greys.
///
/// The first 16 are their users' own and are never chosen. Levels of the cube: 0, 95, 135, 175, 215, 255; greys 8, 18 … 238 (xterm).
public enum TerminalPalette {
  /// The colour of an index from 16 to 255.
  public static func color(_ index: Int) -> Color {
    precondition((16...255).contains(index), "the first 16 colours are the user's own")
    if index >= 232 {
      let grey = UInt8(8 + 10 * (index - 232))
      return Color(red: grey, green: grey, blue: grey)
    }
    let place = index - 16
    func level(_ digit: Int) -> UInt8 { UInt8(digit == 0 ? 0 : 55 + 40 * digit) }
    return Color(red: level(place / 36), green: level(place / 6 % 6), blue: level(place % 6))
  }

  /// The index of the colour that looks most like another: nearest in OKLab, the lowest of equals.
  public static func index(nearest color: Color) -> Int {
    let wanted = PerceivedColor(color)
    return indices.min { wanted.squaredDistance(to: perceived[$0]) < wanted.squaredDistance(to: perceived[$1]) }! + 16
  }

  private static let indices = 0..<240
  private static let perceived = indices.map { PerceivedColor(TerminalPalette.color($0 + 16)) }

  /// The parameters of SGR that set the colour of letters.
  static func foreground(_ color: Color, _ depth: ColorDepth) -> String { "38;" + parameters(color, depth) }

  /// What stands after `38;` or `48;`.
  static func parameters(_ color: Color, _ depth: ColorDepth) -> String {
    depth == .full ? "2;\(color.red);\(color.green);\(color.blue)" : "5;\(index(nearest: color))"
  }
}
