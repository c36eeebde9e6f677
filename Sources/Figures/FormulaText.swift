import LossSurfaces

/// A formula as it is printed on a figure: `(1 − w₁)² + 100·(w₂ − w₁²)²`.
public enum FormulaText {
  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
  private static let names = [
    "pi": "π", "tau": "τ", "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "sigma": "σ", "theta": "θ",
    "mu": "μ", "sqrt": "√",
  ]

  /// Sets a formula of the language in typographic signs, with spaces about sums; names in `renaming` are replaced.
  public static func typeset(_ formula: String, renaming: [String: String] = [:]) -> String {
    let tokens = tokens(of: formula)
    var result = ""
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token == "^", index + 1 < tokens.count, let raised = raised(tokens[index + 1]),
        index + 2 == tokens.count || tokens[index + 2] != "^"
      {
        result += raised
        index += 2
        continue
      }
      result += text(of: token, after: index > 0 ? tokens[index - 1] : nil, renaming)
      index += 1
    }
    return result
  }

  /// A whole number as a superscript.
  private static func raised(_ token: Substring) -> String? {
    let digits = token.compactMap { superscripts[$0] }
    return digits.count == token.count ? String(digits) : nil
  }

  private static func text(of token: Substring, after previous: Substring?, _ renaming: [String: String]) -> String {
    switch token {
    case "*": return "·"
    case ",": return ", "
    case "+", "-":
      let sign = token == "-" ? "−" : "+"
      let isBinary = previous.map { $0 == ")" || $0.first.map { $0.isLetter || $0.isNumber || $0 == "." } ?? false }
      return isBinary == true ? " \(sign) " : sign
    case "<", ">", "=", "<=", ">=", "==", "!=":
      return " " + (["<=": "≤", ">=": "≥", "!=": "≠", "==": "="][String(token)] ?? String(token)) + " "
    default:
      let name = String(token)
      if let value = Double(name), name.lowercased().contains("e") { return NumberText.string(value, digits: 15) }
      return renaming[name] ?? names[name] ?? name
    }
  }

  /// Names, numbers and signs, without the white space between them.
  private static func tokens(of formula: String) -> [Substring] {
    var tokens: [Substring] = []
    var rest = formula[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let token = rest.prefix(length(ofTokenIn: rest))
      tokens.append(token)
      rest = rest[token.endIndex...]
    }
    return tokens
  }

  private static func length(ofTokenIn text: Substring) -> Int {
    let first = text.first ?? " "
    if first.isLetter || first == "_" { return text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }.count }
    guard first.isNumber || first == "." else {
      return text.dropFirst().first == "=" && "<>=!".contains(first) ? 2 : 1
    }
    let mantissa = text.prefix { $0.isNumber || $0 == "." }
    let tail = text[mantissa.endIndex...]
    guard tail.first == "e" || tail.first == "E" else { return mantissa.count }
    let sign = tail.dropFirst().first.map { $0 == "-" || $0 == "+" } ?? false ? 1 : 0
    let digits = tail.dropFirst(1 + sign).prefix { $0.isNumber }.count
    return digits > 0 ? mantissa.count + 1 + sign + digits : mantissa.count
  }
}
