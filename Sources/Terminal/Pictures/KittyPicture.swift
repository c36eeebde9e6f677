import Raster

/// A PNG for kitty's graphics protocol, sent within escape sequences.
///
/// `ESC _G keys ; base64 ESC \`: `f=100` a PNG, `a=T` send and show, `q=2` no answer, which would be read as keys, `c` the columns to
/// fill. The data come in pieces of at most 4096 letters, `m=1` on each but the last.
/// Source: kitty's documentation, Terminal graphics protocol.
public enum KittyPicture {
  private static let longestPiece = 4096

  public static func sequence(png: [UInt8], columns: Int) -> [UInt8] {
    let text = Base64.text(png)
    var sequence: [UInt8] = []
    for start in stride(from: 0, to: text.count, by: longestPiece) {
      let end = min(start + longestPiece, text.count)
      let keys = (start == 0 ? "a=T,f=100,q=2,c=\(columns)," : "") + "m=\(end < text.count ? 1 : 0)"
      sequence += "\u{1B}_G\(keys);".utf8
      sequence += text[start..<end]
      sequence += "\u{1B}\\".utf8
    }
    return sequence
  }
}
