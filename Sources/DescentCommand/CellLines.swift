import Figures
import Terminal

/// Writes pictures for a grid of cells: in blocks, or without colour in characters.
struct CellLines {
  let depth: ColorDepth
  let isUnicode: Bool

  /// Pictures of one size beside each other, each under its title if it has one.
  func row(_ pictures: [CellPicture]) -> [String] {
    let all = pictures.map(lines)
    var rows = (0..<(all.map(\.count).max() ?? 0)).map { index in all.map { $0[index] }.joined(separator: "  ") }
    if pictures.contains(where: { !$0.title.isEmpty }) {
      rows.insert(pictures.map(title).joined(separator: "  "), at: 0)
      rows.append("")
    }
    return rows
  }

  /// As wide as the picture; one that is too long ends in an ellipsis.
  private func title(_ picture: CellPicture) -> String {
    var title = picture.title
    if DisplayWidth.of(title) > picture.columns {
      while !title.isEmpty, DisplayWidth.of(title) > picture.columns - 1 { title.removeLast() }
      title += isUnicode ? "…" : "~"
    }
    let padding = String(repeating: " ", count: max(0, picture.columns - DisplayWidth.of(title)))
    return StyledText(title, .bold).sequence(depth) + padding
  }

  private func lines(_ picture: CellPicture) -> [String] {
    guard depth == .none else {
      return BlocksPicture(
        image: picture.image,
        symbols: picture.marks.map {
          .init(column: $0.column, row: $0.row, character: character($0.character), color: $0.color)
        }
      ).lines(depth)
    }
    var rows = (0..<picture.rows).map { row in
      (0..<picture.columns).map { self.character(of: picture.contents[row * picture.columns + $0]) }
    }
    for mark in picture.marks { rows[mark.row][mark.column] = character(mark.character) }
    return rows.map { String($0) }
  }

  /// Bands are empty and dotted in turn, so that letters stand out from all of them.
  private func character(of content: CellPicture.Content) -> Character {
    switch content {
    case .empty: " "
    case .band(let index): index % 2 == 0 ? " " : isUnicode ? "·" : "."
    case .path(let index): Self.letter(index)
    }
  }

  private static func letter(_ index: Int) -> Character {
    Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
  }

  /// A mark as it is where there is nothing but ASCII.
  private func character(_ mark: Character) -> Character {
    guard !isUnicode else { return mark }
    return ["○": "o", "●": "@", "★": "$", "×": "x", "│": "|"][mark] ?? (mark.isASCII ? mark : "?")
  }

  /// What the colours, or the letters, stand for; a label is broken only where it is longer than most of a line.
  func legend(_ picture: CellPicture, width: Int) -> StyledText {
    var text = StyledText()
    for (index, entry) in picture.legend.enumerated() {
      if index > 0 { text.append("   ") }
      let line = depth == .none ? String(Self.letter(index)) : isUnicode ? "━━" : "--"
      text.append(line, TextStyle(bold: true, ink: .exactly(entry.color)))
      let isShort = DisplayWidth.of(entry.label) < width * 2 / 3
      text.append("\u{A0}" + (isShort ? entry.label.replacing(" ", with: "\u{A0}") : entry.label))
    }
    return text
  }

  /// A line of the key.
  func note(_ words: String) -> StyledText {
    StyledText(String(words.map { isUnicode || $0.isASCII ? $0 : character($0) }), .dim)
  }
}
