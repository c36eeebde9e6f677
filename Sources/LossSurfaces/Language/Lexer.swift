/// Cuts the text of a formula into tokens, one at a time.
struct Lexer {
  let text: FormulaText
  private var position = 0

  init(_ text: FormulaText) { self.text = text }

  /// The next token; `.end`, without end, after the last.
  mutating func next() throws(InputError) -> Token {
    while let character = peek(), character.isWhitespace { position += 1 }
    let start = position
    guard let character = peek() else { return Token(kind: .end, range: start..<start) }
    if character.isDigit || (character == "." && (peek(1)?.isDigit ?? false)) { return try number() }
    if character.isLetter || character == "_" { return try name() }
    let kind = try sign(character)
    return Token(kind: kind, range: start..<position)
  }

  private func peek(_ offset: Int = 0) -> Character? {
    position + offset < text.characters.count ? text.characters[position + offset] : nil
  }

  private mutating func name() throws(InputError) -> Token {
    let start = position
    while let character = peek(), character.isLetter || character.isNumber || character == "_" {
      if character.isSuperscript { break }
      position += 1
    }
    guard position - start <= FormulaLimits.nameLength else {
      throw InputError(
        "a name of \(position - start) characters", remedy: "Use at most \(FormulaLimits.nameLength).",
        at: text.place(at: start))
    }
    return Token(kind: .name(String(text.characters[start..<position])), range: start..<position)
  }

  private mutating func digits() {
    while let character = peek(), character.isDigit { position += 1 }
  }

  private mutating func number() throws(InputError) -> Token {
    let start = position
    digits()
    if peek() == "." {
      position += 1
      digits()
    }
    if let mark = peek(), mark == "e" || mark == "E" {
      let signed = peek(1) == "+" || peek(1) == "-"
      if peek(signed ? 2 : 1)?.isDigit ?? false {
        position += signed ? 2 : 1
        digits()
      }
    }
    let word = String(text.characters[start..<position])
    if peek() == "." {
      throw InputError(
        "a second decimal point in a number", remedy: "Write one point in each number.", at: text.place(at: position))
    }
    guard let value = Double(word), value.isFinite else {
      throw InputError(
        "the number \(word) is too large", remedy: "The largest number is about 1.8e308.", at: text.place(at: start))
    }
    return Token(kind: .number(value), range: start..<position)
  }

  private mutating func sign(_ character: Character) throws(InputError) -> Token.Kind {
    let start = position
    position += 1
    let followedByEquals = peek() == "="
    switch character {
    case "+": return .plus
    case "-": return .minus
    case "*":
      if peek() == "*" {
        throw InputError("unexpected '**'", remedy: "Write ^ for a power: x^2.", at: text.place(at: start))
      }
      return .times
    case "/": return .divide
    case "^": return .power
    case "(": return .open
    case ")": return .close
    case ",": return .comma
    case "<", ">", "=":
      if followedByEquals { position += 1 }
      switch character {
      case "<": return .comparison(followedByEquals ? .lessOrEqual : .less)
      case ">": return .comparison(followedByEquals ? .greaterOrEqual : .greater)
      default: return .comparison(.equal)
      }
    case "!" where followedByEquals:
      position += 1
      return .comparison(.notEqual)
    default:
      throw InputError(
        "unexpected character '\(character)'", remedy: Self.remedy(for: character), at: text.place(at: start))
    }
  }

  private static func remedy(for character: Character) -> String {
    switch character {
    case "×", "·", "∗", "⋅", "•": "Write * for a product."
    case "÷", "∕": "Write / for a quotient."
    case "−", "–", "—": "Write - for minus."
    case "≤": "Write <=."
    case "≥": "Write >=."
    case "≠": "Write !=."
    case "²": "Write ^2."
    case "³": "Write ^3."
    case "√": "Write sqrt(…)."
    case "|": "Write abs(…) for an absolute value."
    case "[", "]", "{", "}": "Write round parentheses."
    case "!": "There is no factorial; the only use of ! is != in a condition."
    case ";": "Write a comma between arguments."
    default: "Formulas are written with + - * / ^ ( ) , numbers and names."
    }
  }
}

extension Character {
  /// 0 to 9; other scripts' digits are not numbers here.
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Superscript digits, which users take for powers; they must not become part of a name.
  fileprivate var isSuperscript: Bool { "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(self) }
}
