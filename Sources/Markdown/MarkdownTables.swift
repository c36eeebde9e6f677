extension MarkdownBlockReader {
  /// A line of headings, one of dashes and the rows; nil unless the next two lines are those.
  mutating func table() -> MarkdownBlock? {
    guard lines.count >= 2, let first = lines.first, first.contains("|"),
      let alignments = Self.alignments(lines[lines.startIndex + 1])
    else { return nil }
    let header = Self.cells(first)
    guard header.count == alignments.count else { return nil }
    lines.removeFirst(2)
    var rows: [[[MarkdownInline]]] = []
    while let line = lines.first, line.contains("|"), MarkdownLine(line).continuesParagraph {
      let cells = Self.cells(line).prefix(alignments.count).map { MarkdownInlineParser.inlines($0) }
      rows.append(cells + Array(repeating: [], count: alignments.count - cells.count))
      lines.removeFirst()
    }
    return .table(
      MarkdownTable(
        alignments: alignments, header: header.map { MarkdownInlineParser.inlines($0) }, rows: rows))
  }

  private static func alignments(_ line: String) -> [MarkdownTable.Alignment]? {
    guard line.contains("-"), line.allSatisfy({ "|:- \t".contains($0) }) else { return nil }
    var alignments: [MarkdownTable.Alignment] = []
    for cell in cells(line) {
      guard cell.contains("-"), !cell.contains(" ") else { return nil }
      let (left, right) = (cell.hasPrefix(":"), cell.hasSuffix(":"))
      alignments.append(right ? left ? .center : .trailing : .leading)
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// What stands between the bars; a bar after a backslash is a character like others.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in MarkdownLine(line).rest.trimmed {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        if isEscaped, character == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells = cells.map { String($0[...].trimmed) }
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "" { cells.removeLast() }
    return cells
  }
}
