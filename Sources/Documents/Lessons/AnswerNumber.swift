import LossSurfaces

/// The numbers that an answer in words may mean.
///
/// It is read as a formula without variables (`.2`, `2e-1`, `1/5`, `sqrt(2)`); before that `×10⁻³`, `−`, `·` and `%` become what
/// formulas know, and a unit, a name before `=` and `≈` are left out. A comma may be a decimal comma or part the thousands: both
/// meanings are given.
enum AnswerNumber {
  private static let longest = 200

  static func candidates(_ text: String, unit: String?) -> [Double] {
    guard text.utf8.count <= longest else { return [] }
    let plain = stripped(normalized(text), unit: unit)
    var texts = [plain]
    if plain.contains(",") {
      texts = [plain.replacing(",", with: "."), plain.replacing(",", with: "")]
    }
    var numbers: [Double] = []
    for text in texts {
      if let number = number(text), !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  private static func number(_ text: String) -> Double? {
    let isPercent = text.hasSuffix("%")
    let body = isPercent ? text.dropLast()[...].trimmed : text
    guard !body.isEmpty, let value = try? Formula(body, variables: [])([]), value.isFinite else { return nil }
    return isPercent ? value / 100 : value
  }

  private static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "-",
  ]

  private static func normalized(_ text: String) -> String {
    var result = ""
    var isRaised = false
    for character in text {
      if let digit = superscripts[character] {
        result += isRaised ? String(digit) : "^(" + String(digit)
        isRaised = true
        continue
      }
      if isRaised { result += ")" }
      isRaised = false
      switch character {
      case "−", "–": result += "-"
      case "·", "×": result += "*"
      case "π": result += "pi"
      case "\u{A0}", "\u{202F}", "\u{2009}": result += " "
      default: result.append(character)
      }
    }
    return result + (isRaised ? ")" : "")
  }

  private static func stripped(_ text: String, unit: String?) -> String {
    var text = text[...].trimmed
    if let sign = text.lastIndex(where: { "=≈~".contains($0) }) { text = text[text.index(after: sign)...].trimmed }
    for word in [unit, "steps", "updates", "times"].compactMap(\.self)
    where text.lowercased().hasSuffix(word.lowercased()) {
      return text.dropLast(word.count)[...].trimmed
    }
    return text
  }
}
