package import LossSurfaces

extension YAMLNode {
  /// The error of a reader of this scalar's text, such as the parser of formulas, moved to its place in the file.
  ///
  /// It is moved exactly if the text stands in the file as it was read, else to where the value begins.
  package func located(_ error: InputError) -> InputError {
    var error = error
    error.place = error.place.flatMap(exactPlace) ?? place
    return error
  }

  private func exactPlace(_ inner: InputError.Place) -> InputError.Place? {
    let lines = source.lines
    var row = line - 1
    var start = column - 1
    switch style {
    case .plain: break
    case .quoted: start += 1
    case .block: row += inner.line
    }
    guard style == .block || inner.line == 1, row < lines.count else { return nil }
    if style == .block { start = lines[row].prefix { $0 == " " }.count - inner.text.prefix { $0 == " " }.count }
    guard start >= 0, String(lines[row].dropFirst(start)).hasPrefix(inner.text) else { return nil }
    let offset = inner.text.prefix(max(0, inner.column - 1)).unicodeScalars.count
    return source.place(line: row + 1, column: start + offset + 1)
  }
}
