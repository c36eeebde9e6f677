extension MarkdownBlockReader {
  /// Items with marks of one kind, one after the other.
  mutating func list() -> MarkdownBlock {
    var items: [[MarkdownBlock]] = []
    var (first, mark): (Int?, Character?) = (nil, nil)
    var isLoose = false
    while let line = lines.first, let item = MarkdownLine(line).item, mark == nil || item.mark == mark {
      if mark == nil { (first, mark) = (item.number, item.mark) }
      lines.removeFirst()
      let (inner, hasGap) = contents(of: item)
      items.append(MarkdownParser.blocks(inner, depth + 1))
      let isFollowed = lines.first.map { MarkdownLine($0).item?.mark == mark } ?? false
      isLoose = isLoose || hasGap.inside || hasGap.after && isFollowed
    }
    return .list(first: first, isLoose: isLoose, items: items)
  }

  /// The lines of an item, and whether blank lines part its blocks, or it and what follows.
  private mutating func contents(of item: MarkdownLine.Item) -> ([String], (inside: Bool, after: Bool)) {
    var inner = [item.text]
    var blanks = 0
    var isParted = false
    while let text = lines.first {
      let line = MarkdownLine(text)
      if line.isBlank {
        blanks += 1
      } else if line.indent >= item.column {
        isParted = isParted || blanks > 0
        inner += Array(repeating: "", count: blanks)
        inner.append(Self.dropping(item.column, from: text))
        blanks = 0
      } else if blanks == 0, line.continuesParagraph, line.item == nil,
        MarkdownLine(inner[inner.count - 1]).continuesParagraph || inner.count == 1 && !item.text.isEmpty
      {
        inner.append(String(line.rest))
      } else {
        break
      }
      lines.removeFirst()
    }
    return (inner, (isParted, blanks > 0))
  }

  /// A line without so many columns of its indent.
  static func dropping(_ columns: Int, from text: String) -> String {
    let line = MarkdownLine(text)
    return String(repeating: " ", count: max(0, line.indent - columns)) + line.rest
  }
}
