/// Something on its way to a terminal that takes whole rows: a line of text, or a picture.
struct ScreenRows: Equatable {
  let bytes: [UInt8]
  let count: Int

  /// `bytes` end with a line feed, unless there are none.
  init(bytes: [UInt8], count: Int) {
    self.bytes = bytes
    self.count = count
  }

  init(line: String) { self.init(bytes: Array((line + "\n").utf8), count: 1) }

  private static let lineFeed = UInt8(ascii: "\n")

  /// Each line of a text by itself.
  var lines: [ScreenRows] {
    bytes.split(separator: Self.lineFeed, omittingEmptySubsequences: false).dropLast()
      .map { ScreenRows(bytes: $0 + [Self.lineFeed], count: 1) }
  }

  private var isBlank: Bool { bytes == [Self.lineFeed] }

  // MARK: Window by window

  /// How many of these find room in a window of `room` rows in which `used` are taken by what is to stay; 0 to wait first, which
  /// is for `used > 0` alone.
  ///
  /// All that find room, if that is all. Else up to a blank line, so that paragraphs stay whole, and a heading stays with what
  /// follows it. A paragraph that is too long even for a whole window is cut where that is full.
  static func count(of rows: ArraySlice<ScreenRows>, in room: Int, below used: Int) -> Int {
    let whole = prefix(of: rows, in: room - used)
    if whole.count == rows.count { return rows.count }
    // A window of its own keeps together what belongs together.
    if used > 0, prefix(of: rows, in: room).count == rows.count { return 0 }
    for end in whole.indices.reversed() where rows[end].isBlank && !isHeading(rows[..<end]) {
      return end - rows.startIndex + 1
    }
    return used > 0 ? 0 : max(1, whole.count)
  }

  /// The rows that find room; a blank line at the end may leave the window.
  private static func prefix(of rows: ArraySlice<ScreenRows>, in room: Int) -> ArraySlice<ScreenRows> {
    var height = 0
    return rows.prefix { row in
      height += row.count
      return height <= room || height == room + 1 && row.isBlank
    }
  }

  /// Whether the last of these rows are a heading: one line and its rule, or one line alone.
  private static func isHeading(_ rows: ArraySlice<ScreenRows>) -> Bool {
    guard let last = rows.last else { return true }
    return rows.count == 1 ? last.count == 1 : last.isRule
  }

  /// Whether nothing but one mark stands in a line, as below a heading.
  private var isRule: Bool {
    let marks = String(decoding: bytes, as: UTF8.self).replacing(/\u{1B}\[[0-9;]*m/, with: "").dropLast()
    return marks.count > 2 && ["═", "─", "=", "-"].contains(marks.first) && Set(marks).count == 1
  }
}
