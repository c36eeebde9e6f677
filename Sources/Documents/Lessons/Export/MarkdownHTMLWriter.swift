import Markdown

/// Writes Markdown as HTML. Every character of the page's text is escaped; links lead to `http`, `https` and where `link` says.
struct MarkdownHTMLWriter {
  /// Where a link to another page leads; nil leaves its words alone.
  let link: (String) -> String?

  func html(_ markdown: String) -> String { html(MarkdownParser.blocks(markdown)) }

  /// One paragraph without its tags.
  func inline(_ markdown: String) -> String {
    MarkdownParser.blocks(markdown).map { block in
      if case .paragraph(let inlines) = block { html(inlines) } else { html([block]) }
    }.joined(separator: " ")
  }

  func html(_ blocks: [MarkdownBlock], isTight: Bool = false) -> String {
    blocks.map { html($0, isTight: isTight) }.joined(separator: "\n")
  }

  private func html(_ block: MarkdownBlock, isTight: Bool) -> String {
    switch block {
    case .heading(let level, let inlines):
      let tag = "h\(level)"
      return "<\(tag)>\(html(inlines))</\(tag)>"
    case .paragraph(let inlines): return isTight ? html(inlines) : "<p>\(html(inlines))</p>"
    case .image(let image): return "<p>\(html([.image(image)]))</p>"
    case .code(_, let lines): return Self.code(lines)
    case .quote(let blocks): return "<blockquote>\n\(html(blocks))\n</blockquote>"
    case .list(let first, let isLoose, let items):
      let tag = first == nil ? "ul" : "ol"
      let start = first.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
      return "<\(tag)\(start)>\n"
        + items.map { "<li>\(html($0, isTight: !isLoose))</li>" }.joined(separator: "\n") + "\n</\(tag)>"
    case .table(let table): return html(table)
    case .rule: return "<hr>"
    }
  }

  /// What is longer may be broken by the browser.
  private static let longestUnit = 40

  /// Lines of code, which go on in the next line where the page is narrow: at spaces, but neither between an option and its value nor
  /// at hyphens, where browsers break as well.
  static func code(_ lines: [String]) -> String {
    let code = lines.map { line in
      CodeUnits.units(of: line, isShell: true) { $0.count <= longestUnit }.map { space, unit in
        let text = Escaping.html(unit)
        return space + (unit.contains("-") && unit.count <= longestUnit ? "<span>\(text)</span>" : text)
      }.joined()
    }
    return "<pre tabindex=\"0\"><code>\(code.joined(separator: "\n"))</code></pre>"
  }

  private func html(_ table: MarkdownTable) -> String {
    func row(_ cells: [[MarkdownInline]], _ tag: String) -> String {
      let cells = zip(cells, table.alignments).map { cell, alignment in
        let style: String =
          switch alignment {
          case .leading: ""
          case .center: " style=\"text-align:center\""
          case .trailing: " style=\"text-align:right\""
          }
        return "<\(tag)\(style)\(tag == "th" ? " scope=\"col\"" : "")>\(html(cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let rows = table.rows.map { row($0, "td") }.joined(separator: "\n")
    return "<div class=\"table\" tabindex=\"0\"><table>\n<thead>\(row(table.header, "th"))</thead>\n<tbody>\n\(rows)\n"
      + "</tbody></table></div>"
  }

  // MARK: Words

  /// Plain text with formulas held together, and indices and exponents set as such: `ε_τ`, `γ^t`, `(high/low)^(i/(n−1))`.
  static func plain(_ text: String) -> String {
    Escaping.html(FormulaSpacing.bound(text)).replacing(/(\b\p{L})_([\p{L}\p{N}]{1,4})/) { "\($0.1)<sub>\($0.2)</sub>" }
      .replacing(/\^(?:\(((?:[^()]|\([^()]*\))*)\)|(⌊[^⌋]*⌋|[\p{L}\p{N}]+))/) { "<sup>\($0.1 ?? $0.2 ?? "")</sup>" }
  }

  func html(_ inlines: [MarkdownInline]) -> String { inlines.map(html).joined() }

  private func html(_ inline: MarkdownInline) -> String {
    switch inline {
    case .text(let text): return Self.plain(text)
    case .code(let code): return "<code>\(Escaping.html(code))</code>"
    case .emphasis(let inner): return "<em>\(html(inner))</em>"
    case .strong(let inner): return "<strong>\(html(inner))</strong>"
    case .link(let inner, let destination):
      let isWeb = destination.hasPrefix("https://") || destination.hasPrefix("http://")
      guard let target = isWeb ? destination : link(destination) else { return html(inner) }
      return "<a href=\"\(Escaping.html(target))\">\(html(inner))</a>"
    // A page's own pictures are figures; others are not carried along.
    case .image(let image): return "<em>\(Escaping.html(image.alt))</em>"
    case .lineBreak: return "<br>\n"
    }
  }
}
