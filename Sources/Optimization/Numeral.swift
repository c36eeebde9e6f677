/// Numbers as text, without Foundation.
public enum Numeral {
  /// The shortest decimal that reads back as the same number: `20`, `0.001`, `1e-5`.
  ///
  /// Edge cases: `inf`, `-inf`, `nan`; −0 is `-0`.
  public static func exact(_ value: Double) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    let decimal = Decimal(value)
    return (value.sign == .minus ? "-" : "") + decimal.text(plain: -3...16) { "e\($0)" }
  }

  /// At most `digits` significant digits, as a picture prints them: `0.001`, `2.5×10⁻⁵`, `−0.333`.
  ///
  /// Below a million the digits before the point are all printed; below 0.0001 and from a million up there is a power
  /// of ten.
  ///
  /// Edge cases: `∞`, `−∞`, `nan`; −0 is `0`.
  public static func short(_ value: Double, digits: Int = 3) -> String {
    precondition(digits >= 1)
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "−∞" : "∞" }
    guard value != 0 else { return "0" }
    var decimal = Decimal(value)
    decimal.round(to: abs(value) < 1e6 ? max(digits, decimal.point) : digits)
    let text = decimal.text(plain: -3...6) { "×10" + superscript($0) }
    return (value < 0 ? "−" : "") + (text.hasPrefix("1×") ? String(text.dropFirst(2)) : text)
  }

  /// A whole number in raised digits: `⁻⁵`.
  static func superscript(_ value: Int) -> String {
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return (value < 0 ? "⁻" : "") + String(String(value.magnitude).map { raised[$0.wholeNumberValue!] })
  }

  /// 0.d₁d₂d₃… × 10^point, without sign; the last digit is not 0 (0 has no digits).
  private struct Decimal {
    var digits: [Int]
    var point: Int

    init(_ value: Double) {
      let parts = value.magnitude.description.split(separator: "e")
      let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      digits = (mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")).compactMap(\.wholeNumberValue)
      point = mantissa[0].count + (parts.count > 1 ? Int(parts[1])! : 0)
      normalize()
    }

    mutating func normalize() {
      while digits.last == 0 { digits.removeLast() }
      let zeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(zeros)
      point = digits.isEmpty ? 1 : point - zeros
    }

    mutating func round(to count: Int) {
      guard digits.count > count else { return }
      let up = digits[count] >= 5
      digits.removeSubrange(count...)
      guard up else { return normalize() }
      var i = count - 1
      while i >= 0, digits[i] == 9 {
        digits[i] = 0
        i -= 1
      }
      if i >= 0 {
        digits[i] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
      normalize()
    }

    /// Positional when `point` lies in `plain`, with an exponent otherwise.
    func text(plain: ClosedRange<Int>, exponent: (Int) -> String) -> String {
      let all = digits.map(String.init).joined()
      if digits.isEmpty { return "0" }
      guard plain.contains(point) else {
        return (digits.count == 1 ? all : "\(all.prefix(1)).\(all.dropFirst())") + exponent(point - 1)
      }
      if point <= 0 { return "0." + String(repeating: "0", count: -point) + all }
      if digits.count <= point { return all + String(repeating: "0", count: point - digits.count) }
      return "\(all.prefix(point)).\(all.dropFirst(point))"
    }
  }
}
