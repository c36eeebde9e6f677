public import Markdown

/// Writes Markdown for a terminal: lines of at most a width, with styles where there is colour. Wider may be words of code, tables of many
/// columns, and what stands deep in lists and quotes.
///
/// Without colour nothing but plain characters is written: what is bold or italic is then like all else, and code stands between
/// backquotes.
public struct MarkdownWriter {
  /// Makes what stands in place of an image: lines that are written as they are; nil for its description in words.
  public typealias Pictures = (MarkdownImage) -> [String]?

  /// The columns that lines have at most, 20 or more.
  public let width: Int
  public let depth: ColorDepth
  /// Whether characters beyond ASCII may be written by the writer itself, as bullets and frames.
  public let isUnicode: Bool
  private let pictures: Pictures

  public init(width: Int, depth: ColorDepth, isUnicode: Bool = true, pictures: @escaping Pictures = { _ in nil }) {
    self.width = max(20, width)
    self.depth = depth
    self.isUnicode = isUnicode
    self.pictures = pictures
  }

  /// For what a screen can show.
  public init(_ screen: Screen, pictures: @escaping Pictures = { _ in nil }) {
    self.init(width: screen.width, depth: screen.color.depth, isUnicode: screen.isUnicode, pictures: pictures)
  }

  /// The lines of a page, with a blank line between blocks.
  public func lines(_ markdown: String) -> [String] { lines(MarkdownParser.blocks(markdown)) }

  public func lines(_ blocks: [MarkdownBlock]) -> [String] { lines(blocks, width, isTight: false) }

  /// Words in one style, broken into lines.
  public func lines(_ text: StyledText) -> [String] { text.lines(width: width).map { $0.sequence(depth) } }

  private func lines(_ blocks: [MarkdownBlock], _ width: Int, isTight: Bool) -> [String] {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty, !isTight { lines.append("") }
      lines += self.lines(block, max(10, width))
    }
    return lines
  }

  private func lines(_ block: MarkdownBlock, _ width: Int) -> [String] {
    switch block {
    case .heading(let level, let inlines): heading(inlines, level: level, width)
    case .paragraph(let inlines): write(styled(inlines), width)
    case .image(let image): pictures(image) ?? write(words(of: image), width)
    case .code(let language, let lines): code(lines, language: language, width)
    case .quote(let blocks):
      lines(blocks, width - 2, isTight: false).map { StyledText(isUnicode ? "│ " : "> ", .dim).sequence(depth) + $0 }
    case .list(let first, let isLoose, let items): list(items, from: first, isLoose: isLoose, width)
    case .table(let table):
      MarkdownTableWriter(table: table, width: width, isUnicode: isUnicode, styled: { styled($0) }).lines
        .map { $0.sequence(depth) }
    case .rule: [StyledText(String(repeating: isUnicode ? "─" : "-", count: width), .dim).sequence(depth)]
    }
  }

  private func write(_ text: StyledText, _ width: Int) -> [String] {
    text.lines(width: width).map { $0.sequence(depth) }
  }

  /// Bold; of the first two levels also underlined, so that it stands out without colour.
  private func heading(_ inlines: [MarkdownInline], level: Int, _ width: Int) -> [String] {
    let title = styled(inlines, TextStyle(bold: true, ink: level == 1 ? .cyan : nil))
    guard level <= 2 else { return write(title, width) }
    let lines = title.lines(width: width)
    let mark = isUnicode ? level == 1 ? "═" : "─" : level == 1 ? "=" : "-"
    let rule = StyledText(String(repeating: mark, count: lines.map(\.width).max() ?? 0), .dim)
    return (lines + [rule]).map { $0.sequence(depth) }
  }

  private func code(_ lines: [String], language: String, _ width: Int) -> [String] {
    CodeLines(width: width - 4, language: language).lines(lines)
      .map { "    " + StyledText($0, TextStyle(ink: .cyan)).sequence(depth) }
  }

  private func list(_ items: [[MarkdownBlock]], from first: Int?, isLoose: Bool, _ width: Int) -> [String] {
    let marks = items.indices.map { index in first.map { "\($0 + index). " } ?? (isUnicode ? "• " : "- ") }
    let indent = marks.map(\.count).max() ?? 2
    var lines: [String] = []
    for (mark, item) in zip(marks, items) {
      if isLoose, !lines.isEmpty { lines.append("") }
      let body = self.lines(item, width - indent, isTight: !isLoose)
      let padded = String(repeating: " ", count: indent - mark.count) + mark
      lines.append(StyledText(padded, .dim).sequence(depth) + (body.first ?? ""))
      lines += body.dropFirst().map { $0.isEmpty ? "" : String(repeating: " ", count: indent) + $0 }
    }
    return lines
  }

  // MARK: Words

  /// A picture in words.
  private func words(of image: MarkdownImage) -> StyledText {
    StyledText("[" + (image.alt.isEmpty ? "picture" : image.alt) + "]", TextStyle(dim: true, italic: true))
      + StyledText(image.source.isEmpty ? "" : " (\(image.source))", .dim)
  }

  private func styled(_ inlines: [MarkdownInline], _ style: TextStyle = .plain) -> StyledText {
    inlines.reduce(into: StyledText()) { $0.append(styled($1, style)) }
  }

  private func styled(_ inline: MarkdownInline, _ style: TextStyle) -> StyledText {
    var inner = style
    switch inline {
    case .text(let text): return StyledText(FormulaSpacing.bound(text), style)
    case .code(let code):
      inner.ink = .cyan
      return StyledText(depth == .none ? "`\(code)`" : code.replacing(" ", with: "\u{A0}"), inner)
    case .emphasis(let inlines):
      inner.isItalic = true
      return styled(inlines, inner)
    case .strong(let inlines):
      inner.isBold = true
      return styled(inlines, inner)
    case .link(let inlines, let destination):
      inner.isUnderlined = true
      let words = styled(inlines, inner)
      // A path within the collection is of no use here.
      guard destination.contains("://"), words.plainText != destination else { return words }
      return words + StyledText(" (\(destination))", TextStyle(dim: true))
    case .image(let image): return words(of: image)
    case .lineBreak: return StyledText("\n", style)
    }
  }
}
