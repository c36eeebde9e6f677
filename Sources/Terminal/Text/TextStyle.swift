public import Raster

/// How characters look.
public struct TextStyle: Hashable, Sendable {
  /// A colour of letters.
  public enum Ink: Hashable, Sendable {
    /// One of the terminal's own, which its user has made fit the background.
    case cyan
    /// A colour of a picture.
    case exactly(Color)
  }

  public var isBold = false
  public var isDim = false
  public var isItalic = false
  public var isUnderlined = false
  /// Nil for the terminal's own.
  public var ink: Ink?

  public init(
    bold: Bool = false, dim: Bool = false, italic: Bool = false, underlined: Bool = false, ink: Ink? = nil
  ) {
    isBold = bold
    isDim = dim
    isItalic = italic
    isUnderlined = underlined
    self.ink = ink
  }

  public static let plain = TextStyle()
  public static let bold = TextStyle(bold: true)
  public static let dim = TextStyle(dim: true)
  public static let italic = TextStyle(italic: true)

  /// The escape sequence that turns from plain to this; empty for plain and without colour.
  func sequence(_ depth: ColorDepth) -> String {
    guard depth != .none, self != .plain else { return "" }
    var codes: [String] = []
    if isBold { codes.append("1") }
    if isDim { codes.append("2") }
    if isItalic { codes.append("3") }
    if isUnderlined { codes.append("4") }
    if let ink { codes.append(Self.code(of: ink, depth)) }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }

  /// The escape sequence that turns back to plain.
  static let reset = "\u{1B}[0m"

  private static func code(of ink: Ink, _ depth: ColorDepth) -> String {
    switch ink {
    case .cyan: "36"
    case .exactly(let color): TerminalPalette.foreground(color, depth)
    }
  }
}
