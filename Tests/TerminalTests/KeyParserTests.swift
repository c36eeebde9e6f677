import Terminal
import Testing

@Suite struct KeyParserTests {
  @Test(
    arguments: [
      ("a", [.character("a")]), ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
      ("\u{3}", [.interrupt]), ("\u{4}", [.endOfInput]), ("\u{1A}", [.suspend]), ("\u{15}", [.control("u")]),
      ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]), ("\u{1B}OA", [.up]), ("\u{1B}[1;5C", [.right]),
      ("\u{1B}[H\u{1B}[4~\u{1B}[3~\u{1B}[5~\u{1B}[6~", [.home, .end, .delete, .pageUp, .pageDown]),
      ("ηλ漢👍", [.character("η"), .character("λ"), .character("漢"), .character("👍")]),
      // Function keys, a mouse, a pasted text's marks: nothing of them is taken for letters.
      ("\u{1B}OP\u{1B}[15~\u{1B}[[A\u{1B}[<0;10;20Mq\u{1B}[200~", [.character("q")]),
      ("\u{1B}\u{1B}[A", [.escape, .up]), ("\u{1B}x", [.character("x")]), ("\u{1B}OM", [.enter]),
      ("\u{0}", []),
    ] as [(String, [Key])])
  func keys(_ text: String, _ keys: [Key]) {
    var parser = KeyParser()
    #expect(parser.take(text.utf8) == keys)
    #expect(!parser.isWaiting)
    // Byte for byte it is the same.
    var slow = KeyParser()
    #expect(text.utf8.flatMap { slow.take([$0]) } == keys)
  }

  @Test func escapeAlone() {
    var parser = KeyParser()
    #expect(parser.take([0x1B]).isEmpty)
    #expect(parser.isWaiting)
    #expect(parser.flush() == [.escape])
    #expect(parser.take([0x61]) == [.character("a")])
  }

  @Test(arguments: [[0xFF, 0x61], [0xC3, 0x61], [0xE6, 0xBC, 0x61], [0xED, 0xA0, 0x80, 0x61]] as [[UInt8]])
  func bytesThatAreNoText(_ bytes: [UInt8]) {
    var parser = KeyParser()
    #expect(parser.take(bytes).last == .character("a"))
    #expect(!parser.isWaiting)
  }

  /// A sequence that never ends is given up.
  @Test func endless() {
    var parser = KeyParser()
    _ = parser.take([0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 100))
    #expect(parser.take([0x61]) == [.character("a")])
  }
}
