/// What a line of Markdown begins.
struct MarkdownLine {
  /// The columns of space before it; a tab goes on to the next multiple of 4.
  let indent: Int
  /// Without that space.
  let rest: Substring

  init(_ text: String) {
    var (columns, place) = (0, text.startIndex)
    while place < text.endIndex, text[place] == " " || text[place] == "\t" {
      columns += text[place] == " " ? 1 : 4 - columns % 4
      place = text.index(after: place)
    }
    indent = columns
    rest = text[place...]
  }

  var isBlank: Bool { rest.isEmpty }
  var opensComment: Bool { indent < 4 && rest.hasPrefix("<!--") }

  struct Fence {
    var character: Character
    var length: Int
    var indent: Int
    var language: String
  }

  var fence: Fence? {
    guard indent < 4, let first = rest.first, first == "`" || first == "~" else { return nil }
    let length = rest.prefix { $0 == first }.count
    let info = rest.dropFirst(length).trimmed
    guard length >= 3, first == "~" || !info.contains("`") else { return nil }
    return Fence(character: first, length: length, indent: indent, language: String(info))
  }

  func closes(_ fence: Fence) -> Bool {
    let length = rest.prefix { $0 == fence.character }.count
    return indent < 4 && length >= fence.length && rest.dropFirst(length).trimmed.isEmpty
  }

  var heading: (level: Int, text: String)? {
    let level = rest.prefix { $0 == "#" }.count
    guard indent < 4, (1...6).contains(level) else { return nil }
    let text = rest.dropFirst(level)
    guard text.isEmpty || text.first == " " || text.first == "\t" else { return nil }
    var title = text.trimmed
    let open = title.trimmingSuffix { $0 == "#" }
    if open.isEmpty || open.last == " " { title = open.trimmed }
    return (level, String(title))
  }

  /// The level of the heading that it makes of the paragraph above.
  var underlining: Int? {
    let line = rest.trimmed
    guard indent < 4, let first = line.first, line.allSatisfy({ $0 == first }) else { return nil }
    return first == "=" ? 1 : first == "-" ? 2 : nil
  }

  var isRule: Bool {
    let marks = rest.filter { $0 != " " && $0 != "\t" }
    guard indent < 4, let first = marks.first, "*-_".contains(first) else { return false }
    return marks.count >= 3 && marks.allSatisfy { $0 == first }
  }

  /// What stands after the `>` of a quote.
  var quoted: String? {
    guard indent < 4, rest.first == ">" else { return nil }
    let inner = rest.dropFirst()
    return String(inner.first == " " ? inner.dropFirst() : inner)
  }

  struct Item {
    /// `-`, `*`, `+`, `.` or `)`.
    var mark: Character
    var number: Int?
    /// The column at which its contents begin.
    var column: Int
    var text: String
  }

  var item: Item? {
    guard indent < 4, !isRule else { return nil }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let after = rest.dropFirst(digits.count)
    guard digits.count <= 9, let mark = after.first, (digits.isEmpty ? "-*+" : ".)").contains(mark) else { return nil }
    let body = after.dropFirst()
    guard body.isEmpty || body.first == " " || body.first == "\t" else { return nil }
    let space = body.prefix { $0 == " " }.count
    // Five spaces or more begin indented code within the item.
    let gap = body.trimmed.isEmpty || space > 4 ? 1 : max(1, space)
    return Item(
      mark: mark, number: Int(digits), column: indent + digits.count + 1 + gap, text: String(body.dropFirst(gap)))
  }

  /// Whether it goes on with a paragraph when it follows one.
  var continuesParagraph: Bool {
    if isBlank { return false }
    if indent >= 4 { return true }
    if let item, item.number == nil || item.number == 1, !item.text.isEmpty { return false }
    return fence == nil && heading == nil && !isRule && quoted == nil && !opensComment
  }
}

extension Substring {
  /// Without the space at its ends.
  var trimmed: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    return start.trimmingSuffix { $0 == " " || $0 == "\t" }
  }

  func trimmingSuffix(_ isDropped: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
