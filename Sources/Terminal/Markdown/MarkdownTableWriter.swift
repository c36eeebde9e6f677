import Markdown

/// Sets a table in columns; where it is too wide its cells are broken into lines.
struct MarkdownTableWriter {
  let table: MarkdownTable
  let width: Int
  let isUnicode: Bool
  let styled: ([MarkdownInline]) -> StyledText

  /// The narrowest that a column becomes.
  private static let leastWidth = 4
  private static let gap = 2

  var lines: [StyledText] {
    let header = table.header.map { StyledText($0.map(\.plainText).joined(), .bold) }
    let rows = table.rows.map { $0.map(styled) }
    let widths = widths([header] + rows)
    let rule = StyledText(
      widths.map { String(repeating: isUnicode ? "─" : "-", count: $0) }.joined(
        separator: String(repeating: " ", count: Self.gap)), .dim)
    let isNamed = header.contains { !$0.isEmpty }
    let areLong = rows.contains { row in zip(row, widths).contains { $0.width > $1 } }
    var lines = isNamed ? self.lines(of: header, widths) + [rule] : []
    for (index, row) in rows.enumerated() {
      // Rows of several lines are kept apart.
      if areLong, index > 0 { lines.append(StyledText()) }
      lines += self.lines(of: row, widths)
    }
    return lines
  }

  /// As wide as the widest cell, the widest columns made narrower until the whole fits.
  private func widths(_ rows: [[StyledText]]) -> [Int] {
    let count = table.alignments.count
    var widths = (0..<count).map { column in max(1, rows.map { $0[column].width }.max() ?? 1) }
    let room = width - Self.gap * (count - 1)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > Self.leastWidth,
      let index = widths.firstIndex(of: widest)
    {
      widths[index] -= 1
    }
    return widths
  }

  private func lines(of row: [StyledText], _ widths: [Int]) -> [StyledText] {
    let cells = zip(row, widths).map { $0.lines(width: max(2, $1)) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { index in
      var line = StyledText()
      for (column, cell) in cells.enumerated() {
        let text = index < cell.count ? cell[index] : StyledText()
        let space = max(0, widths[column] - text.width)
        let before = [.leading: 0, .center: space / 2, .trailing: space][table.alignments[column]] ?? 0
        line.append(String(repeating: " ", count: before))
        line.append(text)
        let isLast = column == cells.count - 1
        if !isLast { line.append(String(repeating: " ", count: space - before + Self.gap)) }
      }
      return line
    }
  }
}
