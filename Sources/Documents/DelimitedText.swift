import LossSurfaces

/// Text in columns, read row by row: cells with commas, tabs or semicolons between them.
///
/// The rules are those of RFC 4180 and a little more: what separates the cells is the first of tab, semicolon and comma
/// that stands outside quotes in the first row. A cell in quotes may hold separators and line ends, and a quote when it is
/// doubled. Spaces around a cell are no part of it. Rows end with LF, CRLF or CR; a byte-order mark, blank lines and
/// lines that begin with # are passed over.
///
/// Throws, with line and column, at a quote that is never closed, a quote inside a cell without quotes, and text behind a
/// closing quote.
///
/// Source: RFC 4180 (2005), section 2.
struct DelimitedText {
  struct Cell: Hashable {
    /// What it holds: bytes of the text, without quotes around them; doubled quotes are still double.
    var bytes: Range<Int>
    var isQuoted: Bool
    /// The line, from 1, and where it begins.
    var line: Int
    var lineStart: Int
  }

  let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var at: Int
  private var line = 1
  private var lineStart: Int

  init(_ text: String, file: String) {
    self.file = file
    bytes = Array(text.utf8)
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = at
    separator = Self.separator(in: bytes[at...])
  }

  /// The cells of the next row; nil at the end.
  mutating func next() throws(InputError) -> [Cell]? {
    skipBlankLines()
    guard at < bytes.count else { return nil }
    var cells: [Cell] = []
    while true {
      cells.append(try cell())
      guard at < bytes.count, bytes[at] == separator else { break }
      at += 1
    }
    endLine()
    return cells
  }

  func text(of cell: Cell) -> String {
    let text = String(decoding: bytes[cell.bytes], as: UTF8.self)
    return cell.isQuoted ? text.replacing("\"\"", with: "\"") : text
  }

  /// Where a cell begins; with `atEnd`, where it ends.
  func place(of cell: Cell, atEnd: Bool = false) -> InputError.Place {
    place(atEnd ? cell.bytes.upperBound : cell.bytes.lowerBound, cell.line, cell.lineStart)
  }

  // MARK: Cells

  private mutating func cell() throws(InputError) -> Cell {
    skipSpaces()
    return at < bytes.count && bytes[at] == Self.quote ? try quotedCell() : try plainCell()
  }

  private mutating func plainCell() throws(InputError) -> Cell {
    let start = at
    while at < bytes.count, bytes[at] != separator, !Self.endsLine(bytes[at]) {
      if bytes[at] == Self.quote {
        throw error("a quote inside a cell without quotes", "Put the cell in quotes and double those in it.", at: at)
      }
      at += 1
    }
    var end = at
    while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
    return Cell(bytes: start..<end, isQuoted: false, line: line, lineStart: lineStart)
  }

  private mutating func quotedCell() throws(InputError) -> Cell {
    let open = (at, line, lineStart)
    at += 1
    while true {
      guard at < bytes.count else {
        throw InputError(
          "this quote is never closed", remedy: "Add a \" at the end of the cell.", at: place(open.0, open.1, open.2))
      }
      if bytes[at] == Self.quote {
        guard at + 1 < bytes.count, bytes[at + 1] == Self.quote else { break }
        at += 2
      } else if Self.endsLine(bytes[at]) {
        endLine()
      } else {
        at += 1
      }
    }
    let cell = Cell(bytes: open.0 + 1..<at, isQuoted: true, line: open.1, lineStart: open.2)
    at += 1
    skipSpaces()
    guard at == bytes.count || bytes[at] == separator || Self.endsLine(bytes[at]) else {
      throw error("text behind a closing quote", "Double a quote that is part of a cell: \"\".", at: at)
    }
    return cell
  }

  // MARK: Lines

  private mutating func skipBlankLines() {
    while at < bytes.count {
      let start = at
      while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
      if at < bytes.count, bytes[at] == UInt8(ascii: "#") {
        while at < bytes.count, !Self.endsLine(bytes[at]) { at += 1 }
      }
      guard at == bytes.count || Self.endsLine(bytes[at]) else {
        at = start
        return
      }
      endLine()
    }
  }

  /// Goes on behind the end of a line: LF, CRLF or CR.
  private mutating func endLine() {
    guard at < bytes.count else { return }
    at += bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A ? 2 : 1
    line += 1
    lineStart = at
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] != separator, Self.isSpace(bytes[at]) { at += 1 }
  }

  private func error(_ problem: String, _ remedy: String, at offset: Int) -> InputError {
    InputError(problem, remedy: remedy, at: place(offset, line, lineStart))
  }

  private func place(_ offset: Int, _ line: Int, _ lineStart: Int) -> InputError.Place {
    let end = bytes[lineStart...].firstIndex(where: Self.endsLine) ?? bytes.count
    // A cell in quotes may end lines further down.
    let column = String(decoding: bytes[lineStart..<min(offset, end)], as: UTF8.self).count + 1
    return InputError.Place(
      file: file, line: line, column: column, text: String(decoding: bytes[lineStart..<end], as: UTF8.self))
  }

  // MARK: Bytes

  private static let quote = UInt8(ascii: "\"")

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Comma where none stands in the first row.
  private static func separator(in bytes: ArraySlice<UInt8>) -> UInt8 {
    let rows = bytes.split(whereSeparator: endsLine).lazy.map { row in
      row.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    }
    guard let first = rows.first(where: { !$0.isEmpty && $0.first != UInt8(ascii: "#") }) else {
      return UInt8(ascii: ",")
    }
    var isInQuotes = false
    let outside = first.filter { byte in
      if byte == quote { isInQuotes.toggle() }
      return !isInQuotes
    }
    return [UInt8(ascii: "\t"), UInt8(ascii: ";")].first(where: outside.contains) ?? UInt8(ascii: ",")
  }
}
