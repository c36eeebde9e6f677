/// Reads Markdown: the constructs that pages of lessons use, after CommonMark 0.31 and, for tables, GitHub's.
///
/// Headings (`#`, and underlined), paragraphs, fenced and indented code, quotes, lists, tables, rules. HTML is left out: comments and
/// tags. Nothing is an error: what is no construct is text.
public enum MarkdownParser {
  /// More levels of quotes and lists than this are read as text.
  private static let deepest = 20

  public static func blocks(_ text: String) -> [MarkdownBlock] {
    blocks(
      text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init), 0)
  }

  static func blocks(_ lines: [String], _ depth: Int) -> [MarkdownBlock] {
    var reader = MarkdownBlockReader(lines: lines[...], depth: depth, mayNest: depth < deepest)
    return reader.blocks()
  }
}

/// Goes through the lines of a page, or of what a quote or an item of a list holds.
struct MarkdownBlockReader {
  var lines: ArraySlice<String>
  let depth: Int
  let mayNest: Bool

  mutating func blocks() -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while let line = lines.first {
      if MarkdownLine(line).isBlank {
        lines.removeFirst()
      } else if let block = block(line) {
        blocks.append(block)
      }
    }
    return blocks
  }

  /// The block that begins with a line; nil for one that is not shown.
  private mutating func block(_ text: String) -> MarkdownBlock? {
    let line = MarkdownLine(text)
    if line.opensComment {
      skipComment()
      return nil
    }
    if line.indent >= 4 { return indentedCode() }
    if let fence = line.fence { return fencedCode(fence) }
    if let heading = line.heading {
      lines.removeFirst()
      return .heading(level: heading.level, MarkdownInlineParser.inlines(heading.text))
    }
    if line.isRule {
      lines.removeFirst()
      return .rule
    }
    if mayNest, line.quoted != nil { return quote() }
    if mayNest, line.item != nil { return list() }
    if let table = table() { return table }
    return paragraph()
  }

  private mutating func skipComment() {
    while let line = lines.popFirst() { if line.contains("-->") { return } }
  }

  private mutating func indentedCode() -> MarkdownBlock {
    var code: [String] = []
    while let line = lines.first, MarkdownLine(line).indent >= 4 || MarkdownLine(line).isBlank {
      code.append(Self.dropping(4, from: line))
      lines.removeFirst()
    }
    while code.last.map({ MarkdownLine($0).isBlank }) ?? false { code.removeLast() }
    return .code(language: "", lines: code)
  }

  /// To the fence that closes it, or to the end.
  private mutating func fencedCode(_ fence: MarkdownLine.Fence) -> MarkdownBlock {
    lines.removeFirst()
    var code: [String] = []
    while let line = lines.popFirst() {
      if MarkdownLine(line).closes(fence) { break }
      code.append(fence.indent > 0 ? Self.dropping(fence.indent, from: line) : line)
    }
    return .code(language: fence.language, lines: code)
  }

  private mutating func quote() -> MarkdownBlock {
    var inner: [String] = []
    while let line = lines.first {
      if let rest = MarkdownLine(line).quoted {
        inner.append(rest)
      } else if MarkdownLine(line).continuesParagraph, inner.last.map({ MarkdownLine($0).continuesParagraph }) ?? false
      {
        inner.append(line)
      } else {
        break
      }
      lines.removeFirst()
    }
    return .quote(MarkdownParser.blocks(inner, depth + 1))
  }

  private mutating func paragraph() -> MarkdownBlock? {
    var text: [String] = []
    while let line = lines.first {
      if !text.isEmpty {
        if let level = MarkdownLine(line).underlining {
          lines.removeFirst()
          return .heading(level: level, MarkdownInlineParser.inlines(text.joined(separator: "\n")))
        }
        guard MarkdownLine(line).continuesParagraph else { break }
      }
      text.append(String(MarkdownLine(line).rest))
      lines.removeFirst()
    }
    let inlines = MarkdownInlineParser.inlines(text.joined(separator: "\n"))
    let seen = inlines.filter { !$0.isSpace }
    if seen.count == 1, case .image(let image) = seen[0] { return .image(image) }
    // What was nothing but tags is not shown.
    return seen.isEmpty ? nil : .paragraph(inlines)
  }
}

extension MarkdownInline {
  fileprivate var isSpace: Bool { if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false } }
}
