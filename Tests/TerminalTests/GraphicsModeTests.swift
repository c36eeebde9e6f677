import Terminal
import Testing

@Suite struct GraphicsModeTests {
  struct Case: CustomTestStringConvertible {
    let environment: String
    let isTerminal: Bool
    let mode: GraphicsMode
    let reason: String

    init(_ environment: String, _ mode: GraphicsMode, _ reason: String, isTerminal: Bool = true) {
      (self.environment, self.mode, self.reason, self.isTerminal) = (environment, mode, reason, isTerminal)
    }

    var testDescription: String { environment }
    /// `A=1 B=2` as a dictionary.
    var variables: [String: String] {
      Dictionary(
        uniqueKeysWithValues: environment.split(separator: " ").map { pair in
          let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          return (String(parts[0]), String(parts[1]))
        })
    }
  }

  /// A wide character finds room on any screen.
  @Test(arguments: [("1", 2), ("2", 2), ("80", 80), ("300", 100)])
  func width(columns: String, width: Int) throws {
    #expect(try Screen(environment: ["COLUMNS": columns], descriptor: -1).width == width)
  }

  @Test(arguments: [
    Case("TERM=xterm-kitty LANG=C.UTF-8", .text, "standard output is no terminal", isTerminal: false),
    Case("TERM=xterm-kitty DESCENT_GRAPHICS=sixel", .sixel, "DESCENT_GRAPHICS=sixel"),
    Case("TERM=xterm-kitty DESCENT_GRAPHICS=auto", .kitty, "TERM=xterm-kitty"),
    Case("TERM=xterm-kitty DESCENT_GRAPHICS=", .kitty, "TERM=xterm-kitty"),
    Case("TERM=dumb KITTY_WINDOW_ID=1 LANG=C.UTF-8", .text, "TERM=dumb"),
    Case("LANG=C.UTF-8", .text, "TERM is not set"),
    Case("TERM=screen-256color TMUX=/tmp/x,1,0 KITTY_WINDOW_ID=1 LANG=C.UTF-8", .blocks, "inside tmux"),
    Case("TERM=tmux-256color LANG=C.UTF-8", .blocks, "inside tmux"),
    Case("TERM=screen STY=1.pts TERM_PROGRAM=iTerm.app LANG=en_US.utf8", .blocks, "inside screen"),
    Case("TERM=xterm-kitty ZELLIJ=0 LC_CTYPE=de_DE.UTF-8", .blocks, "inside zellij"),
    Case("TERM=xterm-256color TMUX=/tmp/x,1,0 LANG=C", .text, "inside tmux, with a locale that is not UTF-8"),
    Case("TERM=xterm-256color KITTY_WINDOW_ID=3", .kitty, "KITTY_WINDOW_ID is set"),
    Case("TERM=xterm-ghostty", .kitty, "TERM=xterm-ghostty"),
    Case("TERM=xterm-256color TERM_PROGRAM=ghostty", .kitty, "TERM_PROGRAM=ghostty"),
    Case("TERM=xterm-256color TERM_PROGRAM=iTerm.app", .iterm, "TERM_PROGRAM=iTerm.app"),
    Case("TERM=xterm-256color TERM_PROGRAM=WezTerm", .iterm, "TERM_PROGRAM=WezTerm"),
    Case("TERM=xterm-256color LC_TERMINAL=iTerm2", .iterm, "LC_TERMINAL=iTerm2"),
    Case("TERM=xterm-256color TERM_PROGRAM=Apple_Terminal LANG=de_DE.UTF-8", .blocks, "a UTF-8 locale"),
    Case("TERM=xterm LANG=de_DE.UTF-8 LC_ALL=C", .text, "the locale is not UTF-8"),
    Case("TERM=linux", .text, "the locale is not UTF-8"),
  ])
  func fromEnvironment(_ one: Case) throws {
    let choice = try GraphicsChoice(environment: one.variables, isTerminal: one.isTerminal)
    #expect(choice.mode == one.mode)
    #expect(choice.reason == one.reason)
  }

  @Test(arguments: GraphicsMode.allCases)
  func flagWinsOverAll(_ mode: GraphicsMode) throws {
    for isTerminal in [false, true] {
      let choice = try GraphicsChoice(
        flag: mode, environment: ["TERM": "dumb", "DESCENT_GRAPHICS": "nonsense"], isTerminal: isTerminal)
      #expect(choice.mode == mode)
      #expect(choice.reason == "--graphics \(mode.rawValue)")
    }
  }

  /// `--graphics auto` passes over the variable, even one that means nothing.
  @Test func autoByFlag() throws {
    let environment = ["TERM": "xterm-kitty", "DESCENT_GRAPHICS": "nonsense"]
    #expect(try GraphicsChoice(isAutomatic: true, environment: environment, isTerminal: true).mode == .kitty)
  }

  @Test func unknownWord() {
    let error = #expect(throws: TerminalError.self) {
      try GraphicsChoice(environment: ["DESCENT_GRAPHICS": "Kitty"], isTerminal: true)
    }
    #expect(
      error?.description == """
        the environment variable DESCENT_GRAPHICS is 'Kitty', which is no way of showing a picture
        It may be auto, kitty, iterm, sixel, blocks, text or none.
        """)
  }
}
