/// A way of showing a picture in a terminal.
public enum GraphicsMode: String, Hashable, Sendable, CaseIterable {
  /// The graphics protocol of kitty, also of Ghostty: a PNG within an escape sequence.
  case kitty
  /// The inline images of iTerm2, also of WezTerm: a file within an escape sequence.
  case iterm
  /// The bitmaps of DEC's printers and terminals: up to 256 colours, six rows at a time.
  case sixel
  /// A picture drawn for the grid of characters, two or more pixels a cell.
  case blocks
  /// What the picture shows in words, and where its file is.
  case text
  /// Nothing.
  case none
}

/// A mode, and what decided on it.
public struct GraphicsChoice: Hashable, Sendable {
  public let mode: GraphicsMode
  /// What decided, as in `TERM=xterm-kitty`.
  public let reason: String

  /// Decides from what is known without asking the terminal: what a terminal answers can leak into the shell, and one that
  /// does not answer would be waited for.
  ///
  /// In this order: what the command line says; `DESCENT_GRAPHICS`; then, unless one of these says a mode, no terminal or
  /// `TERM=dumb` is text, whatever multiplexes (tmux, screen, zellij) blocks, kitty and Ghostty kitty, iTerm2 and WezTerm
  /// iterm, a UTF-8 locale blocks, and all else text. Sixel is never guessed.
  ///
  /// `flag` is nil for nothing said; `auto` is nil with `isAutomatic`, and passes over `DESCENT_GRAPHICS`.
  ///
  /// Throws when `DESCENT_GRAPHICS` is asked and has no meaning.
  public init(
    flag: GraphicsMode? = nil, isAutomatic: Bool = false, environment: [String: String], isTerminal: Bool
  ) throws(TerminalError) {
    if let flag {
      self.init(flag, "--graphics \(flag.rawValue)")
    } else if !isAutomatic, let wish = try Self.wish(in: environment) {
      self.init(wish, "\(Self.variable)=\(wish.rawValue)")
    } else {
      self = Self.guess(environment, isTerminal)
    }
  }

  private init(_ mode: GraphicsMode, _ reason: String) {
    self.mode = mode
    self.reason = reason
  }

  static let variable = "DESCENT_GRAPHICS"

  /// What can be said, on the command line and in `DESCENT_GRAPHICS`.
  public static let words = ["auto"] + GraphicsMode.allCases.map(\.rawValue)

  private static func wish(in environment: [String: String]) throws(TerminalError) -> GraphicsMode? {
    guard let word = environment[variable], !word.isEmpty, word != "auto" else { return nil }
    guard let mode = GraphicsMode(rawValue: word) else {
      throw TerminalError(
        "the environment variable \(variable) is '\(word)', which is no way of showing a picture",
        remedy: "It may be \(words.dropLast().joined(separator: ", ")) or \(words.last ?? "").")
    }
    return mode
  }

  private static func guess(_ environment: [String: String], _ isTerminal: Bool) -> GraphicsChoice {
    func value(_ name: String) -> String { environment[name] ?? "" }
    guard isTerminal else { return GraphicsChoice(.text, "standard output is no terminal") }
    let (term, program) = (value("TERM"), value("TERM_PROGRAM"))
    if term == "dumb" || term.isEmpty { return GraphicsChoice(.text, term.isEmpty ? "TERM is not set" : "TERM=dumb") }
    let isUnicode = TerminalLocale.isUTF8(environment)
    if let multiplexer = multiplexer(environment, term) {
      return isUnicode
        ? GraphicsChoice(.blocks, "inside \(multiplexer)")
        : GraphicsChoice(.text, "inside \(multiplexer), with a locale that is not UTF-8")
    }
    for name in ["KITTY_WINDOW_ID", "GHOSTTY_RESOURCES_DIR"] where !value(name).isEmpty {
      return GraphicsChoice(.kitty, "\(name) is set")
    }
    if term == "xterm-kitty" || term == "xterm-ghostty" { return GraphicsChoice(.kitty, "TERM=\(term)") }
    switch program {
    case "kitty", "ghostty": return GraphicsChoice(.kitty, "TERM_PROGRAM=\(program)")
    case "iTerm.app", "WezTerm": return GraphicsChoice(.iterm, "TERM_PROGRAM=\(program)")
    default: break
    }
    for name in ["ITERM_SESSION_ID", "WEZTERM_PANE"] where !value(name).isEmpty {
      return GraphicsChoice(.iterm, "\(name) is set")
    }
    if value("LC_TERMINAL") == "iTerm2" { return GraphicsChoice(.iterm, "LC_TERMINAL=iTerm2") }
    return isUnicode
      ? GraphicsChoice(.blocks, "a UTF-8 locale")
      : GraphicsChoice(.text, "the locale is not UTF-8")
  }

  private static func multiplexer(_ environment: [String: String], _ term: String) -> String? {
    if !(environment["ZELLIJ"] ?? "").isEmpty { return "zellij" }
    if !(environment["TMUX"] ?? "").isEmpty || term.hasPrefix("tmux") { return "tmux" }
    if !(environment["STY"] ?? "").isEmpty || term.hasPrefix("screen") { return "screen" }
    return nil
  }
}
