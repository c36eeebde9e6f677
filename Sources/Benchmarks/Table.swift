import Foundation

/// The lines that are printed.
enum Table {
  static let header =
    pad("", to: 46) + lead("measured", to: 12) + "  " + pad("", to: 12) + lead("goal", to: 9) + lead("prize", to: 9)

  static func line(_ row: Measurement) -> String {
    let verdict = row.goal.map { row.value > $0 ? "  missed" : "" } ?? ""
    return pad(row.name, to: 46) + lead(number(row.value), to: 12) + "  " + pad(row.unit, to: 12)
      + lead(row.goal.map(number) ?? "", to: 9) + lead(row.prize.map(number) ?? "", to: 9) + verdict
  }

  /// Three digits.
  private static func number(_ value: Double) -> String {
    if value.isNaN { return "not measured" }
    if value == 0 || abs(value) >= 100 { return String(format: "%.0f", value) }
    if abs(value) < 0.01 { return String(format: "%.1e", value) }
    return String(format: abs(value) < 1 ? "%.3f" : abs(value) < 10 ? "%.2f" : "%.1f", value)
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func lead(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
