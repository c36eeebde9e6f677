import LossSurfaces

/// The first words of a marker: `descent:figure ravine-limit`, `descent:end ravine-limit sum=Zk3f9Q1bTa`.
struct MarkerText {
  /// What stands behind `descent:`.
  let word: String
  let id: String
  /// What stands behind the id, up to the end of the comment or of the line, without blanks around it.
  let rest: String
  /// Whether the comment ends on this line, and what follows it.
  let behind: String?
  /// Offsets in the line, for messages.
  let wordOffset: Int
  let idOffset: Int
  let restOffset: Int
  /// Blanks before the marker.
  let indent: Int

  /// Reads a line that may hold a marker; nil if it does not.
  ///
  /// In LaTeX a marker stands behind `%`, with or without the arrows of a comment in HTML.
  init?(_ line: ArraySlice<UInt8>, syntax: PageSyntax) {
    let spaces = line.prefix { $0 == 0x20 }
    guard syntax == .latex || spaces.count < 4 else { return nil }
    indent = spaces.count
    var at = spaces.endIndex
    if syntax == .latex {
      guard let start = Self.behindPercent(line) else { return nil }
      at = start
    }
    let hasArrows = line[at...].starts(with: "<!--".utf8)
    guard hasArrows || syntax == .latex else { return nil }
    if hasArrows { at = Self.behindBlanks(line, at + 4) }
    let key = "descent:"
    guard line[at...].starts(with: key.utf8) else { return nil }
    at += key.utf8.count
    let close = hasArrows ? line[at...].firstIndex(of: Array("-->".utf8)) : nil
    let end = close ?? line.endIndex
    func text(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }
    func token(from start: Int) -> Range<Int> {
      start..<(line[start..<end].firstIndex { $0 == 0x20 || $0 == 0x09 } ?? end)
    }
    let wordRange = token(from: at)
    let idRange = token(from: min(Self.behindBlanks(line, wordRange.upperBound), end))
    let restStart = min(Self.behindBlanks(line, idRange.upperBound), end)
    word = text(wordRange)
    id = text(idRange)
    rest = text(restStart..<end)[...].trimmed
    behind = close.map { text($0 + 3..<line.endIndex)[...].trimmed }
    wordOffset = wordRange.lowerBound - line.startIndex
    idOffset = idRange.lowerBound - line.startIndex
    restOffset = restStart - line.startIndex
  }

  /// Behind the percent sign and the blanks of a line of LaTeX that is a comment.
  static func behindPercent(_ line: ArraySlice<UInt8>) -> Int? {
    let start = behindBlanks(line, line.startIndex)
    guard start < line.endIndex, line[start] == UInt8(ascii: "%") else { return nil }
    let percents = line[start...].prefix { $0 == UInt8(ascii: "%") }
    return behindBlanks(line, percents.endIndex)
  }

  private static func behindBlanks(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
    line[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? line.endIndex
  }
}
