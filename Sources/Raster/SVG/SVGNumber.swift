/// Numbers in hundredths, written as briefly as they can be: `.5`, `-12.25`, `3`.
enum SVGNumber {
  /// Farther out nothing is seen.
  private static let farthest = 1e6

  /// The hundredths of a coordinate, held within ±10⁶; nil if it is not a number.
  static func hundredths(_ value: Double) -> Int? {
    value.isNaN ? nil : Int((min(max(value, -farthest), farthest) * 100).rounded())
  }

  static func text(_ value: Double) -> String { text(hundredths: hundredths(value) ?? 0) }

  static func pair(_ a: Double, _ b: Double) -> (String, String) { (text(a), text(b)) }

  static func text(hundredths value: Int) -> String {
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = value < 0 ? "-" : ""
    if whole > 0 || part == 0 { text += String(whole) }
    if part > 0 { text += part % 10 == 0 ? ".\(part / 10)" : part < 10 ? ".0\(part)" : ".\(part)" }
    return text
  }
}
