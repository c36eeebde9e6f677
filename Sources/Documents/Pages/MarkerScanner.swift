import LossSurfaces
import SurfaceCatalog

/// Finds the markers of a page, line by line.
struct MarkerScanner {
  enum Content {
    /// Its kind and its YAML.
    case begin(Block.Kind, Block.Body)
    case end(sum: String?)
  }

  struct Marker {
    let content: Content
    let text: MarkerText
    /// From 0.
    let first: Int
    let last: Int
    let hasArrows: Bool

    var id: String { text.id }
  }

  let lines: PageLines
  let name: String
  let syntax: PageSyntax
  private(set) var markers: [Marker] = []
  private(set) var faults: [InputError] = []
  /// The ids of begin markers that are faults.
  private(set) var refused: Set<String> = []
  private var markdown = MarkdownStructure()
  private var latex = LatexStructure()
  private var index = 0
  private var offset = 0

  /// The largest recipe in a marker.
  static let longestBody = 1_000_000

  init(_ bytes: [UInt8], name: String, syntax: PageSyntax) {
    lines = PageLines(bytes)
    self.name = name
    self.syntax = syntax
  }

  /// The line, from 1, of a fence or environment that never ends; nil if there is none.
  var openCode: Int? {
    // Lines of front matter were not taken.
    syntax == .latex ? latex.openEnvironment : markdown.openFence.map { $0 + offset }
  }

  mutating func scan() {
    offset = syntax == .markdown ? frontMatter : 0
    index = offset
    while index < lines.lines.count {
      let isComment = take(index)
      if isComment, let text = MarkerText(lines[index], syntax: syntax) {
        if text.word == "end" { readEnd(text) } else if !readBegin(text) { refused.insert(text.id) }
      }
      index += 1
    }
  }

  private mutating func take(_ index: Int) -> Bool {
    syntax == .latex ? latex.take(lines[index]) : markdown.take(lines[index])
  }

  /// How many lines the front matter has, with both its fences.
  private var frontMatter: Int {
    guard let first = lines.lines.first else { return 0 }
    let opening = trimmedEnd(lines.bytes[first.start..<first.end])
    guard ["---", "+++"].contains(opening) else { return 0 }
    let closings = opening == "---" ? ["---", "..."] : ["+++"]
    for index in lines.lines.indices.dropFirst()
    where lines[index].count < 80 && closings.contains(trimmedEnd(lines[index])) { return index + 1 }
    return 0
  }

  private func trimmedEnd(_ line: ArraySlice<UInt8>) -> String {
    guard line.count < 80 else { return "" }
    let text = String(decoding: line, as: UTF8.self)
    return text.hasPrefix(" ") || text.hasPrefix("\t") ? text : text[...].trimmed
  }

  // MARK: Markers

  /// False when the marker is a fault.
  private mutating func readBegin(_ text: MarkerText) -> Bool {
    let first = index
    guard let kind = Block.Kind(rawValue: text.word) else {
      let kinds = Block.Kind.allCases.map(\.rawValue) + ["end"]
      fail(
        "unknown marker 'descent:\(text.word)'", Spelling.remedy(for: text.word, among: kinds, called: "markers"),
        first, text.wordOffset)
      return false
    }
    guard checkID(text) else { return false }
    guard text.rest.isEmpty else {
      fail(
        "'\(Self.short(text.rest))' stands behind the id", "Write the recipe on the lines that follow.", first,
        text.restOffset)
      return false
    }
    let hasArrows = syntax == .markdown || hasArrow(first)
    guard let (body, last) = hasArrows ? arrowedBody(text, first) : percentBody(text.id, first) else { return false }
    markers.append(
      Marker(content: .begin(kind, body), text: text, first: first, last: last, hasArrows: hasArrows))
    index = last
    return true
  }

  private mutating func readEnd(_ text: MarkerText) {
    guard checkID(text) else { return }
    guard text.behind != nil || syntax == .latex && !hasArrow(index) else {
      return fail("the end marker does not end on its line", "Close it: <!-- descent:end \(text.id) -->.", index, 0)
    }
    guard text.behind?.isEmpty ?? true else {
      return fail("text stands behind the end marker", "Put it on a line of its own.", index, text.restOffset)
    }
    var sum: String?
    if !text.rest.isEmpty {
      guard text.rest.hasPrefix("sum="), !text.rest.contains(" ") else {
        return fail(
          "'\(Self.short(text.rest))' stands behind the id of an end marker",
          "Leave it out: descent writes what belongs there.",
          index, text.restOffset)
      }
      sum = String(text.rest.dropFirst(4))
    }
    markers.append(
      Marker(content: .end(sum: sum), text: text, first: index, last: index, hasArrows: text.behind != nil))
  }

  private mutating func checkID(_ text: MarkerText) -> Bool {
    if Block.isID(text.id) { return true }
    let remedy = "An id has small letters, digits and hyphens, at most 63, and begins with no hyphen: 'ravine-limit'."
    if text.id.isEmpty {
      fail("the marker descent:\(text.word) has no id", remedy, index, text.idOffset)
    } else {
      fail("'\(Self.short(text.id))' cannot be an id", remedy, index, text.idOffset)
    }
    return false
  }

  private mutating func fail(_ problem: String, _ remedy: String, _ line: Int, _ offset: Int) {
    faults.append(InputError(problem, remedy: remedy, at: lines.place(line: line, offset: offset, file: name)))
  }

  private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

  // MARK: Bodies

  private func hasArrow(_ line: Int) -> Bool { lines[line].firstIndex(of: Array("<!--".utf8)) != nil }

  private let arrow = Array("-->".utf8)

  /// The lines up to the arrow that ends the comment.
  private mutating func arrowedBody(_ text: MarkerText, _ first: Int) -> (Block.Body, last: Int)? {
    var last = first
    var rest = text.behind
    if rest == nil {
      last += 1
      while last < lines.lines.count {
        guard MarkerText(lines[last], syntax: syntax) == nil else {
          fail(
            "the marker of \(text.word) '\(text.id)', from line \(first + 1), is still open here",
            "Close it with --> on a line of its own before this one.", last, 0)
          index = last - 1
          return nil
        }
        _ = take(last)
        if let at = lines[last].firstIndex(of: arrow) {
          rest = String(decoding: lines[last][(at + 3)...], as: UTF8.self)[...].trimmed
          break
        }
        last += 1
      }
    }
    guard let rest else {
      fail("the marker of \(text.word) '\(text.id)' never ends", "Close it with --> on a line of its own.", first, 0)
      index = lines.lines.count
      return nil
    }
    guard rest.isEmpty else {
      index = last
      fail(
        "text stands behind the --> that ends the marker",
        "A marker may not contain -->; the arrow ends its last line.",
        last, columnBehindArrow(last))
      return nil
    }
    let rows = first < last ? first + 1..<last + 1 : first..<first
    let end = lines[last].firstIndex(of: arrow) ?? lines.lines[last].end
    return body(rows, end: end, named: text.id).map { ($0, last) }
  }

  /// Where the text behind an arrow begins, in bytes.
  private func columnBehindArrow(_ row: Int) -> Int {
    let line = lines[row]
    let behind = (line.firstIndex(of: arrow) ?? line.startIndex) + 3
    return (line[behind...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? behind) - line.startIndex
  }

  /// The comment lines up to the first line that is none, or the next marker.
  private mutating func percentBody(_ id: String, _ first: Int) -> (Block.Body, last: Int)? {
    var last = first
    while last + 1 < lines.lines.count, MarkerText.behindPercent(lines[last + 1]) != nil,
      MarkerText(lines[last + 1], syntax: .latex) == nil
    {
      last += 1
      _ = take(last)
    }
    return body(first + 1..<last + 1, end: lines.lines[last].end, named: id).map { ($0, last) }
  }

  private mutating func body(_ rows: Range<Int>, end: Int, named id: String) -> Block.Body? {
    guard let first = rows.first else { return Block.Body(text: "", firstLine: index + 1, file: name) }
    let range = lines.lines[first].start..<max(end, lines.lines[first].start)
    guard range.count <= Self.longestBody else {
      index = rows.upperBound - 1
      fail(
        "the recipe of '\(id)' has \(YAMLNode.grouped(range.count)) bytes; at most "
          + "\(YAMLNode.grouped(Self.longestBody)) are allowed", "Put what is long into a file.", first - 1, 0)
      return nil
    }
    guard
      let text = String(validating: syntax == .latex ? blanked(rows, end) : Array(lines.bytes[range]), as: UTF8.self)
    else {
      index = rows.upperBound - 1
      fail("the recipe of '\(id)' is not UTF-8 text", "Save the page as UTF-8.", first - 1, 0)
      return nil
    }
    return Block.Body(text: text, firstLine: first + 1, file: name)
  }

  /// The lines with blanks for their percent signs, so that columns stay.
  private func blanked(_ rows: Range<Int>, _ end: Int) -> [UInt8] {
    rows.flatMap { row -> [UInt8] in
      let line = lines.lines[row]
      var bytes = Array(lines.bytes[line.start..<max(line.start, min(line.next, end))])
      let mark = MarkerText.behindPercent(bytes[...]) ?? 0
      for index in 0..<mark where bytes[index] == UInt8(ascii: "%") { bytes[index] = 0x20 }
      return bytes
    }
  }
}
