import LossSurfaces

/// Numbers as a user types them; `NumberText` sets them for pictures and sentences.
public enum Numeral {
  /// The shortest decimal that reads back as the same number: `20`, `0.001`, `1e-5`.
  ///
  /// Edge cases: `inf`, `-inf`, `nan`; −0 is `-0`.
  public static func exact(_ value: Double) -> String {
    let parts = value.description.split(separator: "e", maxSplits: 1)
    let mantissa = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    guard parts.count == 2, let exponent = Int(parts[1]) else { return String(mantissa) }
    return "\(mantissa)e\(exponent)"
  }

  /// The number that a text is, as formulas have it, with a sign: no `inf`, no `0x1p3`.
  static func value(of text: String) -> Double? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text)
  }
}
