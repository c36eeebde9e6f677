import LossSurfaces

/// The text that a tree of YAML nodes was read from, to show its lines in messages.
struct YAMLSource: Sendable {
  let text: String
  let file: String?
  /// The number of the text's first line in the file: more than 1 for a recipe inside a page.
  let firstLine: Int

  init(text: String, file: String?, firstLine: Int) {
    // A byte order mark would count as a column of the first line.
    self.text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    self.file = file
    self.firstLine = firstLine
  }

  /// The lines without their ends, which are those that YAML 1.1 knows.
  var lines: [Substring.UnicodeScalarView] {
    let scalars = text.unicodeScalars
    var lines: [Substring.UnicodeScalarView] = []
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let end = index
      let scalar = scalars[index]
      index = scalars.index(after: index)
      guard Self.lineEnds.contains(scalar) else { continue }
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" { index = scalars.index(after: index) }
      lines.append(scalars[start..<end])
      start = index
    }
    lines.append(scalars[start...])
    return lines
  }

  private static let lineEnds: Set<Unicode.Scalar> = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  /// The place of a line and a column, both from 1 and within this text, the column counted in scalars; what lies
  /// behind the end is at the end of the last line that is not empty.
  func place(line: Int, column: Int) -> InputError.Place {
    let lines = lines
    var (index, offset) = (line - 1, column - 1)
    if index >= lines.count || (index == lines.count - 1 && lines[index].isEmpty) {
      index = lines.lastIndex { !$0.isEmpty } ?? 0
      offset = lines[index].count
    }
    return InputError.Place(
      file: file, line: index + firstLine, column: String(lines[index].prefix(max(0, offset))).count + 1,
      text: Self.printable(lines[index]))
  }

  /// A line as a terminal can show it, with the caret in place: a tab or a control character is one blank.
  private static func printable(_ line: Substring.UnicodeScalarView) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in line { shown.append(scalar.properties.generalCategory == .control ? " " : scalar) }
    return String(shown)
  }
}
