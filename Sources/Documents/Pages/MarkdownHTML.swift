extension MarkdownCursor {
  /// Whether HTML that goes on until a blank line begins here: with the tag of a block, or with a whole tag of any name
  /// alone on its line, which does not interrupt a paragraph.
  func beginsTag(interrupting: Bool) -> Bool {
    guard indent < 4, rest.first == UInt8(ascii: "<") else { return false }
    let isClosing = rest.dropFirst().first == UInt8(ascii: "/")
    let tag = rest.dropFirst(isClosing ? 2 : 1)
    let name = tag.prefix { Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
    guard name.first.map(Self.isLetter) == true else { return false }
    let behind = tag.dropFirst(name.count)
    let word = String(decoding: name, as: UTF8.self).lowercased()
    if Self.blockTags.contains(word) {
      return behind.first.map { " \t>".utf8.contains($0) } ?? true || behind.starts(with: "/>".utf8)
    }
    return !interrupting && (isClosing || !Self.rawTags.contains(word)) && Self.isRestOfTag(behind, isClosing)
  }

  /// Whether a tag ends on its line, with nothing behind it.
  private static func isRestOfTag(_ text: ArraySlice<UInt8>, _ isClosing: Bool) -> Bool {
    var quote: UInt8?
    for (index, byte) in zip(text.indices, text) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return text[(index + 1)...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "`") || isClosing && byte != 0x20 && byte != 0x09 {
        return false
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if index == text.startIndex, !" \t/".utf8.contains(byte) {
        return false
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// What goes on beyond a blank line.
  static let rawTags = ["pre", "script", "style", "textarea"]

  private static let blockTags: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link",
    "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "search", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
  ]
}
