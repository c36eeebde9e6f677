import LossSurfaces

/// A training log: one loss a line.
public enum LossFile {
  /// The losses of a file of at most 1 MB; `-` is standard input. Empty lines and lines that begin with # are passed over; `inf` and `nan` are taken as they are.
  ///
  /// Throws with line and column at what is not a number, and when there is no loss at all.
  public static func read(_ path: String) throws -> [Double] {
    try losses(in: try InputFile.text(of: path), file: InputFile.name(of: path))
  }

  static func losses(in text: String, file: String) throws(InputError) -> [Double] {
    var losses: [Double] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let word = line.trimmed
      if word.isEmpty || word.hasPrefix("#") { continue }
      guard let loss = Double(word) else {
        let column = line.prefix { $0.isWhitespace }.count + 1
        throw InputError(
          "'\(word)' is not a number", remedy: "Write one loss a line, such as 0.693.",
          at: .init(file: file, line: index + 1, column: column, text: String(line)))
      }
      losses.append(loss)
    }
    guard !losses.isEmpty else { throw InputError("\(file) holds no losses", remedy: "Write one loss a line.") }
    return losses
  }

  /// The losses of a text in which spaces separate them.
  static func losses(inWords text: String) throws(InputError) -> [Double] {
    var losses: [Double] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      guard let loss = Double(word) else {
        throw InputError("'\(word)' is not a number", remedy: "Write losses with spaces between them.")
      }
      losses.append(loss)
    }
    return losses
  }
}
