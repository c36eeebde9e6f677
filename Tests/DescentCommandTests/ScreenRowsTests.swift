import Testing

@testable import DescentCommand

@Suite struct ScreenRowsTests {
  /// `text` with a line for each letter: `.` is blank, `=` the rule below a heading, a digit a picture of as many rows.
  private static func rows(_ text: String) -> [ScreenRows] {
    text.map { letter in
      if let count = letter.wholeNumberValue { return ScreenRows(bytes: [27], count: count) }
      return ScreenRows(line: letter == "." ? "" : letter == "=" ? "\u{1B}[2m═════\u{1B}[0m" : "text")
    }
  }

  @Test(arguments: [
    // All that find room.
    ("aaa.bb.", 10, 0, 7), ("aaa.bb.", 7, 0, 7), ("aaa.bb.", 6, 0, 7),
    // Up to a blank line.
    ("aaa.bb.", 5, 0, 4), ("aaa.bb.", 3, 0, 4), ("aaa.bb.cc.", 6, 1, 4), ("aaa.bb.cc.", 6, 3, 4),
    // What finds room in a window of its own has one.
    ("aaa.bb.", 6, 1, 0), ("aaa.bb.", 6, 3, 0),
    // A paragraph of what there is no room for waits, or is cut where the window is full.
    ("aaa.bb.", 6, 4, 0), ("aaa.bb.", 2, 0, 2), ("aaaaaaaa.", 4, 0, 4),
    // A heading stays with what follows it, and so does the first line.
    ("aa.h=.bb.", 6, 0, 3), ("aa.h=.bb.", 7, 0, 3), ("h=.bb.", 3, 0, 3), ("a.bbb.", 3, 0, 3),
    // Pictures are whole.
    ("a.h.9.c.", 12, 0, 4), ("9.c.", 12, 0, 4), ("9.c.", 12, 4, 0), ("9.c.", 5, 0, 1),
  ])
  func window(_ text: String, _ room: Int, _ used: Int, _ count: Int) {
    #expect(ScreenRows.count(of: Self.rows(text)[...], in: room, below: used) == count)
  }

  /// However small the window, all is shown in the end.
  @Test(arguments: 1...12) func ends(_ room: Int) {
    var (rest, used, waits) = (Self.rows("a.h=.bbb.8.cc.")[...], 3, 0)
    while !rest.isEmpty, waits < 30 {
      rest = rest.dropFirst(ScreenRows.count(of: rest, in: room, below: used))
      (used, waits) = (0, waits + 1)
    }
    #expect(rest.isEmpty)
  }

  @Test func lines() {
    #expect(
      ScreenRows(bytes: Array("a\n\nb\n".utf8), count: 3).lines.map(\.bytes)
        == ["a\n", "\n", "b\n"].map { Array($0.utf8) })
  }
}
