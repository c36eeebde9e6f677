/// Where a line may not break: short formulas, and numbers with their percent sign.
public enum FormulaSpacing {
  private static let operators: Set<Substring> = ["=", "≈", "<", ">", "≤", "≥", "±", "+", "−", "·", "×", "/"]
  /// What stands beside an operator is held to it up to so many characters.
  private static let longestPart = 10
  /// No more than this is held together, so that narrow lines can still be filled.
  private static let longest = 28

  /// The text with no-break spaces (U+00A0) in place of the spaces in `η = 0.1`, `1/(1 − β)` and `37 %`.
  public static func bound(_ text: String) -> String {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    var result = ""
    var length = 0
    for (index, part) in parts.enumerated() {
      if index > 0 {
        let left = parts[index - 1]
        let isFormula = operators.contains(left) || operators.contains(part)
        let isShort = max(left.count, part.count) <= longestPart && length + part.count < longest
        let isPercent = part.hasPrefix("%") && left.last?.isNumber == true
        let isBound = isFormula && isShort || isPercent
        result.append(isBound ? "\u{A0}" : " ")
        length = isBound ? length + 1 : 0
      }
      result += part
      length += part.count
    }
    return result
  }
}
