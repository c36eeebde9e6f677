import Raster
import Terminal
import Testing

@Suite struct ColorDepthTests {
  typealias Case = GraphicsModeTests.Case

  static let cases: [(environment: String, wish: ColorChoice.Wish, isTerminal: Bool, depth: ColorDepth)] = [
    ("TERM=xterm-256color", .auto, true, .palette), ("TERM=xterm-256color COLORTERM=truecolor", .auto, true, .full),
    ("TERM=xterm-256color COLORTERM=24bit", .auto, true, .full), ("COLORTERM=yes", .auto, true, .palette),
    ("COLORTERM=truecolor", .auto, false, .none), ("NO_COLOR=1 FORCE_COLOR=1", .auto, true, .none),
    ("NO_COLOR=", .auto, true, .palette), ("NO_COLOR=1", .always, false, .palette),
    ("COLORTERM=truecolor", .never, true, .none), ("TERM=dumb FORCE_COLOR=1", .auto, true, .none),
    ("FORCE_COLOR=1", .auto, false, .palette), ("FORCE_COLOR=3 COLORTERM=truecolor", .auto, false, .full),
    ("FORCE_COLOR=0 CLICOLOR_FORCE=1", .auto, true, .none), ("CLICOLOR_FORCE=1", .auto, false, .palette),
    ("CLICOLOR_FORCE=0", .auto, false, .none), ("TERM=dumb", .always, true, .palette),
  ]

  @Test(arguments: cases.indices)
  func table(_ index: Int) {
    let one = Self.cases[index]
    let choice = ColorChoice(
      wish: one.wish, environment: Case(one.environment, .none, "").variables, isTerminal: one.isTerminal)
    #expect(choice.depth == one.depth, "\(one)")
  }

  /// xterm's own table: 16 + 36 r + 6 g + b, levels 0, 95, 135 … 255; 232 is grey 8.
  @Test func palette() {
    #expect(TerminalPalette.color(16) == Color(0x000000))
    #expect(TerminalPalette.color(196) == Color(0xFF0000))
    #expect(TerminalPalette.color(67) == Color(0x5F87AF))
    #expect(TerminalPalette.color(231) == Color(0xFFFFFF))
    #expect(TerminalPalette.color(232) == Color(0x080808))
    #expect(TerminalPalette.color(255) == Color(0xEEEEEE))
    for index in 16...255 {
      let color = TerminalPalette.color(index)
      // Colours that occur twice are found at their first place.
      #expect(TerminalPalette.color(TerminalPalette.index(nearest: color)) == color)
    }
    #expect(TerminalPalette.index(nearest: Color(0xFE0101)) == 196)
  }
}
