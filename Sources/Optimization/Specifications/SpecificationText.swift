public import LossSurfaces

extension Specification {
  /// Reads the command line's form: `name`, or `name:key=value,key=value`.
  ///
  /// A value is a number or a constant formula (`1e-3`, `2*pi`), a list of numbers separated by `/`, epochs (`3 epochs`)
  /// or a list of them, `true` or `false`, or else a word. A comma inside parentheses does not separate; spaces around
  /// a part are dropped.
  ///
  /// Edge cases: a number may begin with a minus sign; a formula with a `/` in which every part is a number is read as
  /// a list, and what takes one number takes such a list as the quotient.
  ///
  /// Throws with a caret when the name, a key or a value is missing, a key is given twice, or a parenthesis is open.
  public init(parsing text: String) throws(InputError) {
    let scan = try SpecificationScan(text)
    self.init(scan.name.text)
    source.text = scan.line
    for part in scan.parts {
      guard self[part.key.text] == nil else {
        throw scan.error("the key '\(part.key.text)' is given twice", "Give it once.", at: part.key.column)
      }
      arguments.append(Argument(part.key.text, Value(parsing: part.value.text)))
    }
  }

  /// Where a key stands in the text that this was read from; in the canonical text, if it was not read.
  func place(ofKey key: String) -> InputError.Place? { place { $0.first { $0.key.text == key }?.key.column } }

  /// Where the value of a key stands, `offset` characters into it.
  func place(ofValue key: String, offset: Int = 0) -> InputError.Place? {
    place { ($0.first { $0.key.text == key }?.value.column).map { $0 + offset } }
  }

  /// Where the name stands.
  var placeOfName: InputError.Place? {
    place { _ in (source.text ?? "").prefix { $0.isWhitespace }.count + 1 }
  }

  private func place(_ column: ([SpecificationScan.Part]) -> Int?) -> InputError.Place? {
    for text in [source.text, description].compactMap(\.self) {
      guard let scan = try? SpecificationScan(text), let column = column(scan.parts) else { continue }
      return InputError.Place(line: 1, column: column, text: scan.line)
    }
    return nil
  }
}

extension Specification.Value {
  /// Reads one value, as it may stand behind `key=` or as a scalar in YAML.
  public init(parsing text: String) {
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = pieces.compactMap { Numeral.value(of: String($0)) }
    let epochs = pieces.compactMap { Span.number(ofEpochs: String($0)) }
    if text == "true" || text == "false" {
      self = .flag(text == "true")
    } else if numbers.count == pieces.count {
      self = numbers.count == 1 ? .number(numbers[0]) : .numbers(numbers)
    } else if epochs.count == pieces.count {
      self = .epochs(epochs)
    } else if let formula = try? Formula(text, variables: []) {
      self = .number(formula([]))
    } else {
      self = .word(text)
    }
  }
}

/// The parts of a specification's text with their columns.
struct SpecificationScan {
  struct Word {
    var text: String
    /// The column of its first character, from 1.
    var column: Int
  }
  struct Part {
    var key: Word
    var value: Word
  }

  /// The text as one line.
  let line: String
  private(set) var name = Word(text: "", column: 1)
  private(set) var parts: [Part] = []

  init(_ text: String) throws(InputError) {
    line = String(text.map { $0.isNewline ? " " : $0 })
    let characters = Array(line)
    let colon = characters.firstIndex(of: ":") ?? characters.count
    name = Self.word(characters[..<colon])
    guard !name.text.isEmpty else {
      throw error("the name is missing", "Write a name and its keys, as in step:factor=0.5,every=20.", at: name.column)
    }
    guard colon < characters.count else { return }
    for piece in try pieces(characters[(colon + 1)...]) { parts.append(try part(piece)) }
  }

  func error(_ problem: String, _ remedy: String, at column: Int) -> InputError {
    InputError(problem, remedy: remedy, at: InputError.Place(line: 1, column: column, text: line))
  }

  /// Splits at the commas outside parentheses.
  private func pieces(_ characters: ArraySlice<Character>) throws(InputError) -> [ArraySlice<Character>] {
    var pieces: [ArraySlice<Character>] = []
    var start = characters.startIndex
    var open: [Int] = []
    for i in characters.indices {
      switch characters[i] {
      case "(": open.append(i)
      case ")":
        guard open.popLast() != nil else {
          throw error("this ')' closes nothing", "Remove it, or open a '(' before it.", at: i + 1)
        }
      case "," where open.isEmpty:
        pieces.append(characters[start..<i])
        start = i + 1
      default: break
      }
    }
    if let i = open.last { throw error("this '(' is never closed", "Add a ')'.", at: i + 1) }
    return pieces + [characters[start...]]
  }

  private func part(_ piece: ArraySlice<Character>) throws(InputError) -> Part {
    let sign = piece.firstIndex(of: "=") ?? piece.endIndex
    let key = Self.word(piece[..<sign])
    guard !key.text.isEmpty else {
      throw error("a key is missing", "Write key=value, and a comma only between two of them.", at: key.column)
    }
    let value = sign < piece.endIndex ? Self.word(piece[(sign + 1)...]) : Word(text: "", column: key.column)
    guard !value.text.isEmpty else {
      throw error("the key '\(key.text)' has no value", "Write \(key.text)=VALUE.", at: value.column)
    }
    return Part(key: key, value: value)
  }

  private static func word(_ characters: ArraySlice<Character>) -> Word {
    let start = characters.firstIndex { $0 != " " } ?? characters.startIndex
    let end = characters.lastIndex { $0 != " " } ?? start - 1
    return Word(text: end < start ? "" : String(characters[start...end]), column: start + 1)
  }
}
