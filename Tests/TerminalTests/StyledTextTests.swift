import Raster
import Testing

@testable import Terminal

@Suite struct StyledTextTests {
  @Test(arguments: [
    ("", 10, [""]), ("one two three", 9, ["one two", "three"]), ("one two three", 3, ["one", "two", "thr", "ee"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a  b", 10, ["a  b"]), ("漢字仮名", 5, ["漢字", "仮名"]),
    ("first\nsecond", 20, ["first", "second"]), ("a\n\nb", 20, ["a", "", "b"]),
    ("2\u{A0}steps away", 7, ["2 steps", "away"]), ("well-known fact", 6, ["well-", "known", "fact"]),
    ("a well-known fact", 10, ["a", "well-known", "fact"]),
    ("-5 is less", 4, ["-5", "is", "less"]), ("  indented", 20, ["indented"]),
    ("ends in space   ", 20, ["ends in space"]),
  ])
  func breaking(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(StyledText(text).lines(width: width).map(\.plainText) == lines)
  }

  /// Whatever the text, no line is too long and no letter is lost.
  @Test(arguments: 2...40)
  func noLineIsTooLong(_ width: Int) {
    let words = ["a", "漢字", "learning-rate", "η", "👍🏽", "2/λmax,", "supercalifragilistic", "\u{A0}", "–", "e\u{301}"]
    let text = (0..<60).map { words[($0 * 7 + width) % words.count] }.joined(separator: " ")
    var styled = StyledText()
    for (index, word) in text.split(separator: " ").enumerated() {
      styled.append(String(word) + " ", index % 3 == 0 ? .bold : .plain)
    }
    let lines = styled.lines(width: width)
    #expect(lines.allSatisfy { $0.width <= width })
    let letters = { (text: String) in text.filter { !$0.isWhitespace } }
    #expect(letters(lines.map(\.plainText).joined()) == letters(text))
  }

  @Test func sequences() {
    let text = StyledText("a", .bold) + StyledText("b") + StyledText("c", TextStyle(ink: .exactly(Color(0xFF0000))))
    #expect(text.sequence(.none) == "abc")
    #expect(text.sequence(.palette) == "\u{1B}[1ma\u{1B}[0mb\u{1B}[38;5;196mc\u{1B}[0m")
    #expect(text.sequence(.full) == "\u{1B}[1ma\u{1B}[0mb\u{1B}[38;2;255;0;0mc\u{1B}[0m")
  }

  /// What a document holds cannot give orders to the terminal.
  @Test(arguments: [ColorDepth.none, .palette])
  func controlCharactersAreLeftOut(_ depth: ColorDepth) {
    #expect(StyledText("a\u{1B}]0;title\u{7}b\u{9B}31m\r").sequence(depth) == "a]0;titleb31m")
  }
}
