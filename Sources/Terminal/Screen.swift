#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is written to and what it can show: everything that a writer needs to know, decided once.
public struct Screen: Hashable, Sendable {
  public var isTerminal: Bool
  public var size: WindowSize
  public var graphics: GraphicsChoice
  public var color: ColorChoice
  /// Whether characters beyond ASCII can be shown.
  public var isUnicode: Bool

  /// Whether the background is dark: as `COLORFGBG` says, whose last number is a colour of the terminal's own (7 and 9 to 15 are
  /// light); dark where nothing is said, as most are.
  public var isDark: Bool

  /// The column at which text is broken, at most: longer lines are tiring to read.
  static let widestText = 100

  /// The width at which text is broken and pictures are drawn: the terminal's, at most 100 and at least 2, for a wide character.
  public var width: Int { min(max(size.columns, 2), Screen.widestText) }

  /// What stands behind a descriptor (1 is standard output), going by the environment alone.
  ///
  /// Throws when `DESCENT_GRAPHICS` has no meaning.
  public init(
    graphics flag: GraphicsMode? = nil, isAutomatic: Bool = false, color wish: ColorChoice.Wish = .auto,
    environment: [String: String], descriptor: Int32 = 1
  ) throws(TerminalError) {
    isTerminal = isatty(descriptor) == 1
    size = WindowSize(ofDescriptor: descriptor, environment: environment)
    graphics = try GraphicsChoice(
      flag: flag, isAutomatic: isAutomatic, environment: environment, isTerminal: isTerminal)
    color = ColorChoice(wish: wish, environment: environment, isTerminal: isTerminal)
    isUnicode = TerminalLocale.isUTF8(environment)
    isDark = Self.isDark(environment)
  }

  static func isDark(_ environment: [String: String]) -> Bool {
    guard let background = environment["COLORFGBG"]?.split(separator: ";").last.flatMap({ Int($0) }) else {
      return true
    }
    return background < 7 || background == 8
  }
}
