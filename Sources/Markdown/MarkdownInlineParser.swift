/// Reads emphasis, code, links, images and line breaks within a paragraph, after CommonMark 0.31.
///
/// Tags and comments of HTML are left out. References to links that are defined elsewhere stay as they are written.
struct MarkdownInlineParser {
  private let text: [Character]
  private var place = 0
  private var pieces: [MarkdownEmphasis.Piece] = []
  private var pending = ""
  /// A bracket is matched within so many characters.
  private static let reach = 4000

  static func inlines(_ text: String) -> [MarkdownInline] {
    var parser = MarkdownInlineParser(text: Array(text))
    return parser.inlines()
  }

  private init(text: [Character]) { self.text = text }

  private mutating func inlines() -> [MarkdownInline] {
    while place < text.count { step() }
    flush()
    return MarkdownEmphasis.resolved(pieces)
  }

  private func character(at index: Int) -> Character? { text.indices.contains(index) ? text[index] : nil }

  private mutating func flush() {
    if !pending.isEmpty { pieces.append(.inline(.text(pending))) }
    pending = ""
  }

  private mutating func add(_ inline: MarkdownInline, to end: Int) {
    flush()
    pieces.append(.inline(inline))
    place = end
  }

  private mutating func step() {
    let character = text[place]
    switch character {
    case "\\": escape()
    case "\n": lineFeed()
    case "`": code()
    case "*", "_": delimiters(character)
    case "!" where self.character(at: place + 1) == "[": bracket(at: place + 1, isImage: true)
    case "[": bracket(at: place, isImage: false)
    case "<": angle()
    case "&": entity()
    default: literal()
    }
  }

  private mutating func literal(_ count: Int = 1) {
    pending += String(text[place..<place + count])
    place += count
  }

  private mutating func escape() {
    guard let next = character(at: place + 1) else { return literal() }
    if next == "\n" {
      add(.lineBreak, to: place + 2)
    } else if next.isASCII, next.isPunctuation || next.isSymbol {
      pending.append(next)
      place += 2
    } else {
      literal()
    }
  }

  /// Two spaces before it break the line; else it is a space.
  private mutating func lineFeed() {
    let isBreak = pending.hasSuffix("  ")
    while pending.hasSuffix(" ") { pending.removeLast() }
    if isBreak { return add(.lineBreak, to: place + 1) }
    pending.append(" ")
    place += 1
  }

  private mutating func code() {
    let count = text[place...].prefix { $0 == "`" }.count
    var index = place + count
    while index < text.count {
      let run = text[index...].prefix { $0 == "`" }.count
      if run == count {
        var code = String(text[place + count..<index]).replacing("\n", with: " ")
        if code.hasPrefix(" "), code.hasSuffix(" "), code.contains(where: { $0 != " " }) {
          code = String(code.dropFirst().dropLast())
        }
        return add(.code(code), to: index + count)
      }
      index += max(1, run)
    }
    literal(count)
  }

  /// By what stands on either side a run of `*` or `_` can begin emphasis, end it, both or neither.
  private mutating func delimiters(_ mark: Character) {
    let count = text[place...].prefix { $0 == mark }.count
    let (before, after) = (character(at: place - 1), character(at: place + count))
    func isSpace(_ c: Character?) -> Bool { c.map(\.isWhitespace) ?? true }
    func isPunctuation(_ c: Character?) -> Bool { c.map { $0.isPunctuation || $0.isSymbol } ?? false }
    let opens = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before))
    let closes = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after))
    flush()
    let within = mark == "_"
    pieces.append(
      .delimiter(
        MarkdownEmphasis.Delimiter(
          mark: mark, count: count, canOpen: opens && (!within || !closes || isPunctuation(before)),
          canClose: closes && (!within || !opens || isPunctuation(after)))))
    place += count
  }

  /// `[text](destination "title")`.
  private mutating func bracket(at open: Int, isImage: Bool) {
    guard let close = closing(open, "[", "]"), character(at: close + 1) == "(", let end = closing(close + 1, "(", ")")
    else { return literal(open - place + 1) }
    let inner = String(text[open + 1..<close])
    var destination = String(text[close + 2..<end])[...].trimmed
    if destination.first == "<", let end = destination.firstIndex(of: ">") {
      destination = destination[destination.index(after: destination.startIndex)..<end]
    } else {
      destination = destination.prefix { !$0.isWhitespace }
    }
    if isImage {
      add(.image(MarkdownImage(alt: Self.inlines(inner).plainText, source: String(destination))), to: end + 1)
    } else {
      add(.link(Self.inlines(inner), destination: String(destination)), to: end + 1)
    }
  }

  private func closing(_ open: Int, _ left: Character, _ right: Character) -> Int? {
    var depth = 0
    var index = open
    while index < min(text.count, open + Self.reach) {
      switch text[index] {
      case "\\": index += 1
      case left: depth += 1
      case right:
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// An address, or a tag or comment, which is left out.
  private mutating func angle() {
    let rest = text[place...].prefix(Self.reach)
    if rest.starts(with: "<!--") {
      let end = rest.indices.dropFirst(4).first { rest[$0...].starts(with: "-->") }
      return end.map { place = $0 + 3 } ?? literal()
    }
    guard let end = rest.firstIndex(of: ">"), let first = character(at: place + 1) else { return literal() }
    let inner = String(text[place + 1..<end])
    if inner.contains(":"), !inner.contains(where: \.isWhitespace), first.isLetter {
      return add(.link([.text(inner)], destination: inner), to: end + 1)
    }
    guard first.isASCII, first.isLetter || first == "/" || first == "!" else { return literal() }
    // `0 <x, y> 1` is no tag: behind a name stand a space, a slash or nothing.
    let behind = inner.dropFirst(first.isLetter ? 0 : 1).drop {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
    }.first
    guard !inner.contains("<"), behind.map({ $0.isWhitespace || $0 == "/" || first == "!" }) ?? true else {
      return literal()
    }
    switch inner.prefix(while: { $0.isLetter }).lowercased() {
    case "br": add(.lineBreak, to: end + 1)
    case "img":
      add(
        .image(MarkdownImage(alt: Self.attribute("alt", of: inner), source: Self.attribute("src", of: inner))),
        to: end + 1)
    default: place = end + 1
    }
  }

  /// The value of an attribute between quotation marks; empty without one.
  private static func attribute(_ name: String, of tag: String) -> String {
    for mark in ["\"", "'"] {
      guard let start = tag.firstRange(of: " \(name)=\(mark)") else { continue }
      return inlines(String(tag[start.upperBound...].prefix { String($0) != mark })).plainText
    }
    return ""
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–", "mdash": "—",
    "hellip": "…", "times": "×", "eta": "η", "lambda": "λ",
  ]

  private mutating func entity() {
    let rest = text[place...].prefix(12)
    guard let end = rest.firstIndex(of: ";") else { return literal() }
    let name = String(text[place + 1..<end])
    let scalar: Unicode.Scalar? =
      if name.hasPrefix("#x") || name.hasPrefix("#X") {
        UInt32(name.dropFirst(2), radix: 16).flatMap { Unicode.Scalar($0) }
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst()).flatMap { Unicode.Scalar($0) }
      } else {
        nil
      }
    guard let replacement = Self.entities[name] ?? scalar.map({ String(Character($0)) }) else { return literal() }
    pending += replacement
    place = end + 1
  }
}
