/// Numbers as they are set in a sentence or beside an axis: `0.205`, `−3`, `1.2×10⁻⁵`, `∞`.
///
/// The minus sign is U+2212, powers of ten are superscripts, zeros at the end are dropped. What is rounded is the
/// shortest decimal that reads back as the value, halves away from zero, as one does by hand: 0.15 to one digit is 0.2
/// although the nearest double lies a little below. Rounding that decimal and rounding the value differ at such
/// halves only.
public enum NumberText {
  /// Exponents of ten for which a number is written out: 0.0001 and 99,999 can still be taken in at a glance.
  private static let writtenOut = -4..<5

  /// `value` rounded to `digits` significant digits, at least 1.
  ///
  /// Edge cases:
  /// - zero of either sign is `0`, infinities are `∞` and `−∞`, nan is `nan`;
  /// - a power of ten that is not written out has no mantissa: `10⁻⁶`, `−10⁹`.
  public static func string(_ value: Double, digits: Int = 3) -> String {
    precondition(digits >= 1, "a number needs at least one digit")
    guard value.isFinite else { return nonFinite(value) }
    var decimal = Decimal(value)
    decimal.round(toDigits: digits)
    if decimal.digits.isEmpty { return "0" }
    let sign = decimal.isNegative ? "−" : ""
    if writtenOut.contains(decimal.exponent) { return sign + decimal.writtenOut }
    let power = "10" + superscript(decimal.exponent)
    return sign + (decimal.digits == [1] ? power : decimal.mantissa + "×" + power)
  }

  /// `value` rounded to `decimals` places after the point, for coordinates: what is below the last place is `0`.
  ///
  /// Edge cases: as for `string(_:digits:)`; `decimals` may be negative to round to tens and hundreds.
  public static func string(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return nonFinite(value) }
    var decimal = Decimal(value)
    decimal.round(toDigits: decimal.exponent + 1 + decimals)
    if decimal.digits.isEmpty { return "0" }
    guard writtenOut.contains(decimal.exponent) else { return string(value, digits: min(3, decimal.digits.count)) }
    return (decimal.isNegative ? "−" : "") + decimal.writtenOut
  }

  /// A whole number; from 10,000 on its thousands are set apart by commas.
  public static func string(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if digits.count > 4, index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// The exponent of ten of the leading digit: ⌊log₁₀|value|⌋, exactly; nil for zero, nan and infinities.
  public static func exponent(of value: Double) -> Int? {
    value.isFinite && value != 0 ? Decimal(value).exponent : nil
  }

  /// A whole number as a superscript: `⁻⁵`.
  public static func superscript(_ value: Int) -> String {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(value).map { $0.wholeNumberValue.map { raised[$0] } ?? "⁻" })
  }

  private static func nonFinite(_ value: Double) -> String { value.isNaN ? "nan" : value < 0 ? "−∞" : "∞" }
}

/// The shortest decimal that reads back as a double: 0.d₀d₁d₂… × 10^(exponent + 1), with no zeros at either end.
private struct Decimal {
  var isNegative: Bool
  var digits: [UInt8] = []
  /// The exponent of ten of the first digit.
  var exponent = 0

  /// Takes apart what the standard library prints for a finite value: `-12.5`, `0.001`, `1e-07`.
  init(_ value: Double) {
    isNegative = value < 0
    var (places, afterPoint, power, powerSign, inPower) = (0, false, 0, 1, false)
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "e"): inPower = true
      case UInt8(ascii: "-"): powerSign = -1
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "."): afterPoint = true
      case let byte where inPower: power = power * 10 + Int(byte - UInt8(ascii: "0"))
      case let byte:
        if !digits.isEmpty || byte != UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
        if afterPoint { places += 1 }
      }
    }
    exponent = digits.count - 1 - places + powerSign * power
    dropZeros()
  }

  /// Keeps `count` digits; none are left when what is dropped is less than half of the last place kept.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    let roundsUp = count >= 0 && digits[count] >= 5
    digits.removeSubrange(max(0, count)...)
    if roundsUp { increment() }
    dropZeros()
  }

  /// Adds one in the last place.
  private mutating func increment() {
    while let last = digits.last {
      if last < 9 {
        digits[digits.count - 1] = last + 1
        return
      }
      digits.removeLast()
    }
    digits = [1]
    exponent += 1
  }

  private mutating func dropZeros() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// `0.00205`, `12.5`, `1200`.
  var writtenOut: String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text(digits[...]) }
    if digits.count <= exponent + 1 {
      return text(digits[...]) + String(repeating: "0", count: exponent + 1 - digits.count)
    }
    return text(digits[...exponent]) + "." + text(digits[(exponent + 1)...])
  }

  /// `2.05`.
  var mantissa: String { text(digits[..<1]) + (digits.count > 1 ? "." + text(digits[1...]) : "") }

  private func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}
