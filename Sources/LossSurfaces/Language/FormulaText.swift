/// The text of a formula with the means to say where in it something stands.
struct FormulaText {
  let characters: [Character]

  init(_ text: String) throws(InputError) {
    guard text.utf8.count <= FormulaLimits.bytes else {
      throw InputError(
        "the formula is \(text.utf8.count) bytes long; at most \(FormulaLimits.bytes) are allowed",
        remedy: "Split the loss into samples or definitions.")
    }
    self.characters = Array(text)
  }

  var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

  /// The line and column of a position, which may be the end of the text.
  func place(at position: Int) -> InputError.Place {
    var (line, start) = (1, 0)
    for index in 0..<position where characters[index].isNewline {
      line += 1
      start = index + 1
    }
    let end = characters[start...].firstIndex(where: \.isNewline) ?? characters.count
    return InputError.Place(line: line, column: position - start + 1, text: String(characters[start..<end]))
  }
}

/// The bounds within which every formula can be parsed, differentiated and compiled in a moment.
enum FormulaLimits {
  /// Parentheses, calls, signs and powers inside each other.
  static let levels = 200
  /// Numbers, names and operations of a formula with its definitions.
  static let nodes = 10_000
  /// The characters of a name.
  static let nameLength = 100
  /// The length of one text.
  static let bytes = 1_000_000
}
