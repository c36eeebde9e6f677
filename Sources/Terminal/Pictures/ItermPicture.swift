import Raster

/// A file for the inline images of iTerm2 and WezTerm, within an escape sequence.
///
/// `ESC ] 1337 ; File = arguments : base64 BEL`; the width is a number of columns, the height follows.
/// Source: iTerm2's documentation, Inline Images Protocol.
public enum ItermPicture {
  public static func sequence(file: [UInt8], columns: Int) -> [UInt8] {
    var sequence = Array(
      "\u{1B}]1337;File=inline=1;size=\(file.count);width=\(columns);preserveAspectRatio=1:".utf8)
    sequence += Base64.text(file)
    sequence.append(0x07)
    return sequence
  }
}
