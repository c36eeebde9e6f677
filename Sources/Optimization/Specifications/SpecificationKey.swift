/// A key that a schedule or an optimizer has: what it takes, and what stands in when it is left out.
public struct SpecificationKey: Sendable {
  /// What values a key takes.
  package enum Kind: Sendable {
    case number(Bounds)
    case count(ClosedRange<Int>)
    /// A number of updates, or of epochs.
    case span(ClosedRange<Int>)
    /// Numbers of updates, or of epochs, none smaller than the one before it.
    case spans(ClosedRange<Int>)
    case flag
    case choice([String])
    case formula(variables: [String])
  }

  /// An interval of numbers; all of them are finite.
  package struct Bounds: Sendable {
    package var lower = -Double.infinity
    package var upper = Double.infinity
    package var includesLower = true
    package var includesUpper = true

    static let positive = Bounds(lower: 0, includesLower: false)
    static let nonnegative = Bounds(lower: 0)
    /// 0 ≤ value ≤ 1.
    static let unit = Bounds(lower: 0, upper: 1)
    /// 0 ≤ value < 1.
    static let fraction = Bounds(lower: 0, upper: 1, includesUpper: false)

    func contains(_ value: Double) -> Bool {
      value.isFinite && (includesLower ? value >= lower : value > lower)
        && (includesUpper ? value <= upper : value < upper)
    }
  }

  /// What stands in for a key that is left out.
  enum Fallback: Sendable {
    /// Nothing: it must be given.
    case required
    /// Nothing: the schedule does without.
    case absent
    case value(Specification.Value)
    /// A rule, in words, and what it gives for a run and the other keys.
    case fitted(String, @Sendable (ResolvedKeys) -> Specification.Value)
  }

  public let name: String
  /// A noun phrase: what the value is.
  public let about: String
  package let kind: Kind
  let fallback: Fallback

  init(_ name: String, _ kind: Kind, _ fallback: Fallback, _ about: String) {
    self.name = name
    self.kind = kind
    self.fallback = fallback
    self.about = about
  }

  /// What it takes, in words: `a number above 0`.
  public var takes: String {
    switch kind {
    case .number(let bounds): "a number\(bounds.phrase)"
    case .count(let range): "a whole number\(range.phrase)"
    case .span(let range): "a whole number\(range.phrase), or epochs as in 3 epochs"
    case .spans(let range): "rising whole numbers\(range.phrase), separated by /, or epochs as in 3 epochs/6 epochs"
    case .flag: "true or false"
    case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + words.last!
    case .formula(let variables): "a formula in " + variables.joined(separator: ", ")
    }
  }

  /// What stands in when it is left out, in words: `0.5`, `T/4`; nil when it must be given or nothing does.
  public var standard: String? {
    switch fallback {
    case .required, .absent: nil
    case .value(let value): value.description
    case .fitted(let rule, _): rule
    }
  }

  /// The value that stands in when it is left out; nil when that depends on the run.
  package var fixedStandard: Specification.Value? {
    if case .value(let value) = fallback { value } else { nil }
  }

  /// Whether it must be given.
  public var isRequired: Bool {
    if case .required = fallback { true } else { false }
  }
}

extension SpecificationKey.Bounds {
  /// ` above 0`, ` from 0 to 1`; empty without bounds.
  var phrase: String {
    let low = Numeral.exact(lower)
    let high = Numeral.exact(upper)
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return ""
    case (true, false): return includesLower ? " that is \(low) or more" : " above \(low)"
    case (false, true): return includesUpper ? " that is \(high) or less" : " below \(high)"
    case (true, true):
      return (includesLower ? " from \(low)" : " above \(low)") + (includesUpper ? " to \(high)" : ", below \(high)")
    }
  }
}

extension ClosedRange<Int> {
  /// ` from 1 up`: upper limits are so large that they are named only when they are met.
  fileprivate var phrase: String { " from \(lowerBound) up" }
}
