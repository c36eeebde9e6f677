/// A line of Markdown, read from the left past the marks of block quotes and list items.
struct MarkdownCursor {
  private let line: ArraySlice<UInt8>
  private var index: Int
  /// The column of `index`.
  private var indexColumn = 0
  /// From where indentation is counted; within a tab it lies beyond `indexColumn`.
  private var column = 0

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
  }

  /// The first character that is no blank, and its column.
  private var next: (index: Int, column: Int) {
    var (index, column) = (index, indexColumn)
    while index < line.endIndex {
      if line[index] == 0x20 { column += 1 } else if line[index] == 0x09 { column += 4 - column % 4 } else { break }
      index += 1
    }
    return (index, column)
  }

  var rest: ArraySlice<UInt8> { line[next.index...] }

  var isBlank: Bool { next.index == line.endIndex }

  /// Blank columns in front of the rest.
  var indent: Int { next.column - column }

  // MARK: Containers

  /// Passes over the mark of a block quote and one blank behind it.
  mutating func takeQuote() -> Bool {
    let (at, atColumn) = next
    guard atColumn - column < 4, at < line.endIndex, line[at] == UInt8(ascii: ">") else { return false }
    index = at + 1
    (indexColumn, column) = (atColumn + 1, atColumn + 1)
    if index < line.endIndex, line[index] == 0x20 || line[index] == 0x09 { column += 1 }
    return true
  }

  /// Goes on to the content of a list item, unless the rest begins before it.
  mutating func skip(to itemColumn: Int) -> Bool {
    guard next.column >= itemColumn else { return false }
    column = itemColumn
    return true
  }

  /// Passes over the mark of a list item; the column in which its content begins.
  ///
  /// An item that interrupts a paragraph is not empty, and if it is numbered its number is 1.
  mutating func takeItem(interrupting: Bool) -> Int? {
    let (at, atColumn) = next
    guard atColumn - column < 4, let width = markWidth(at, interrupting) else { return nil }
    var behind = self
    behind.index = at + width
    (behind.indexColumn, behind.column) = (atColumn + width, atColumn + width)
    guard behind.index == line.endIndex || [0x20, 0x09].contains(line[behind.index]) else { return nil }
    if behind.isBlank, interrupting { return nil }
    let blanks = behind.indent
    let content = atColumn + width + (behind.isBlank || blanks > 4 ? 1 : blanks)
    self = behind
    column = content
    return content
  }

  /// The width of `-`, `*`, `+`, `1.` or `1)`.
  private func markWidth(_ at: Int, _ interrupting: Bool) -> Int? {
    guard at < line.endIndex else { return nil }
    if "-*+".utf8.contains(line[at]) { return 1 }
    let digits = line[at...].prefix { (0x30...0x39).contains($0) }
    guard (1...9).contains(digits.count), let mark = line[digits.endIndex...].first, ".)".utf8.contains(mark),
      !interrupting || digits.elementsEqual("1".utf8)
    else { return nil }
    return digits.count + 1
  }

  // MARK: Leaves

  /// The mark and the length of a code fence that begins here.
  var fence: (mark: UInt8, length: Int)? {
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let run = rest.prefix { $0 == mark }
    guard run.count >= 3, mark != UInt8(ascii: "`") || !rest.dropFirst(run.count).contains(mark) else { return nil }
    return (mark, run.count)
  }

  func closesFence(_ mark: UInt8, _ length: Int) -> Bool {
    let run = rest.prefix { $0 == mark }
    return indent < 4 && run.count >= length && rest.dropFirst(run.count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  var isThematicBreak: Bool {
    guard let mark = rest.first, "-*_".utf8.contains(mark) else { return false }
    let marks = rest.filter { $0 != 0x20 && $0 != 0x09 }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  var isHeading: Bool {
    let marks = rest.prefix { $0 == UInt8(ascii: "#") }
    guard (1...6).contains(marks.count) else { return false }
    return rest.dropFirst(marks.count).first.map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  var beginsComment: Bool { indent < 4 && rest.starts(with: "<!--".utf8) }

  /// What ends the raw HTML that begins here and does not end at a blank line.
  var rawEnds: [String]? {
    guard rest.first == UInt8(ascii: "<") else { return nil }
    let start = String(decoding: rest.prefix(12), as: UTF8.self).lowercased()
    if start.hasPrefix("<!--") { return ["-->"] }
    if start.hasPrefix("<?") { return ["?>"] }
    if start.hasPrefix("<![cdata[") { return ["]]>"] }
    if start.hasPrefix("<!"), start.dropFirst(2).first?.isLetter == true { return [">"] }
    let names = Self.rawTags
    let name = start.dropFirst().prefix { $0.isLetter }
    let behind = start.dropFirst(1 + name.count).first
    guard names.contains(String(name)), behind.map({ $0 == ">" || $0.isWhitespace }) ?? true else { return nil }
    return names.map { "</\($0)>" }
  }

  /// Whether raw HTML ends on this line; on the line that opens it, behind its opening.
  func contains(anyOf ends: [String], isOpening: Bool = false) -> Bool {
    let text = isOpening ? rest.dropFirst(ends == ["-->"] ? 4 : 2) : rest
    guard ends.count > 1 else { return text.firstIndex(of: Array(ends[0].utf8)) != nil }
    let small = String(decoding: text, as: UTF8.self).lowercased()
    return ends.contains { small.contains($0) }
  }
}
