import LossSurfaces

/// A formula as it is printed on a figure: `(1 − w₁)² + 100·(w₂ − w₁²)²`.
public enum FormulaText {
  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
  private static let greek = [
    "pi": "π", "tau": "τ", "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "sigma": "σ", "theta": "θ",
    "mu": "μ",
  ]

  /// Sets a formula of the language in typographic signs; names in `renaming` are replaced.
  public static func typeset(_ formula: String, renaming: [String: String] = [:]) -> String {
    let source = Array(formula.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    var result = ""
    var index = 0
    while index < source.count {
      let character = source[index]
      if character.isLetter || character == "_" {
        let end = source[index...].firstIndex { !($0.isLetter || $0.isNumber || $0 == "_") } ?? source.count
        let name = String(source[index..<end])
        result += renaming[name] ?? greek[name] ?? name
        index = end
      } else if character == "^", let end = exponentEnd(source, after: index) {
        result += String(source[(index + 1)..<end].compactMap { superscripts[$0] })
        index = end
      } else {
        result += sign(character)
        index += 1
      }
    }
    return result
  }

  /// The end of an exponent that is an integer without a sign, or nil.
  private static func exponentEnd(_ source: [Character], after caret: Int) -> Int? {
    let end = source[(caret + 1)...].firstIndex { superscripts[$0] == nil } ?? source.count
    guard end > caret + 1, end == source.count || (source[end] != "." && !source[end].isLetter && source[end] != "^")
    else { return nil }
    return end
  }

  private static func sign(_ character: Character) -> String {
    switch character {
    case "*": "·"
    case "-": "−"
    default: String(character)
    }
  }
}
