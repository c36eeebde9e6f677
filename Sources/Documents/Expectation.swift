public import Diagnosis
public import LossSurfaces

/// A claim that a picture makes about a run, written `RUN: CLAIM`: `1: converged`, `small: not zigzag`,
/// `all: final-loss < 1e-3`, `all: mean final-loss < 0.1`.
///
/// Of an entry that is run under several seeds a claim must hold for each, save that `mean` in front of a quantity
/// speaks of its mean over the seeds.
public struct Expectation: Hashable, Sendable, CustomStringConvertible {
  public enum Subject: Hashable, Sendable {
    case all
    /// From 1.
    case number(Int)
    case label(String)
  }

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
    /// To within one in the last digit written.
    case equal = "="
  }

  public enum Claim: Hashable, Sendable {
    case verdict(Verdict.Kind, isNegated: Bool)
    case event(Event.Kind, isNegated: Bool)
    /// `argument` is the loss of `steps-to`.
    case quantity(String, argument: Double?, Comparison, Double, tolerance: Double)
  }

  public let description: String
  public let subject: Subject
  public let claim: Claim
  /// Whether the claim speaks of the mean over seeds.
  public let isOfMean: Bool
  /// Where it stands.
  var mark = Mark()

  public init(parsing text: String) throws(InputError) {
    description = text
    guard let colon = text.lastIndex(of: ":") else {
      throw InputError(
        "'\(text)' is not RUN: CLAIM", remedy: "Write for instance '1: converged' or 'all: final-loss < 1e-3'.")
    }
    let run = text[..<colon].trimmed
    guard !run.isEmpty else {
      throw InputError("'\(text)' names no run", remedy: "Write a run's number or label before the colon, or all.")
    }
    subject = run == "all" ? .all : Int(run).map { .number($0) } ?? .label(run)
    let words = text[text.index(after: colon)...].trimmed
    isOfMean = words.hasPrefix("mean ")
    claim = try Self.claim(isOfMean ? words.dropFirst(5).trimmed : words)
    if isOfMean {
      guard case .quantity = claim else {
        throw InputError(
          "'\(words)' takes the mean of no number", remedy: "Only quantities have means: 'mean final-loss < 0.1'.")
      }
    }
  }

  private static func claim(_ text: String) throws(InputError) -> Claim {
    for comparison in Comparison.allCases {
      guard let range = text.firstRange(of: comparison.rawValue) else { continue }
      return try quantity(text[..<range.lowerBound].trimmed, comparison, text[range.upperBound...].trimmed)
    }
    let isNegated = text.hasPrefix("not ")
    let name = isNegated ? text.dropFirst(4).trimmed : text
    if let kind = Verdict.Kind(rawValue: name) { return .verdict(kind, isNegated: isNegated) }
    if let kind = Event.Kind(rawValue: name) { return .event(kind, isNegated: isNegated) }
    if Quantity.names.contains(name.prefix { $0 != " " }.description) {
      throw InputError("'\(name)' is compared with nothing", remedy: "Write for instance 'final-loss < 1e-3'.")
    }
    let names = Verdict.Kind.allCases.map(\.rawValue) + Event.Kind.allCases.map(\.rawValue)
    throw InputError(
      "'\(name)' is no verdict, event or comparison",
      remedy: Spelling.remedy(for: name, among: names + Quantity.names, called: "claims"))
  }

  private static func quantity(_ left: String, _ comparison: Comparison, _ right: String) throws(InputError) -> Claim {
    let words = left.split(separator: " ").map(String.init)
    guard !left.isEmpty else {
      throw InputError("nothing is compared with '\(right)'", remedy: "Write for instance 'final-loss < 1e-3'.")
    }
    guard let name = words.first, Quantity.names.contains(name) else {
      throw InputError(
        "'\(left)' is no quantity", remedy: Spelling.remedy(for: left, among: Quantity.names, called: "quantities"))
    }
    let argument = words.count == 2 ? number(words[1]) : nil
    guard words.count == (name == "steps-to" ? 2 : 1), name != "steps-to" || argument != nil else {
      throw InputError("'\(left)' does not fit", remedy: "Only steps-to takes a number: 'steps-to 1e-3 < 100'.")
    }
    guard let value = number(right) else {
      throw InputError("'\(right)' is not a number", remedy: "Compare with a number, as in 'final-loss < 1e-3'.")
    }
    return .quantity(name, argument: argument, comparison, value, tolerance: lastDigit(of: right))
  }

  /// A finite decimal, such as `-1.5e-3`.
  private static func number(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }) else { return nil }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// One in the last digit written: 0.01 for `2.05`, 1e-4 for `1.5e-3`.
  private static func lastDigit(of text: String) -> Double {
    let parts = text.lowercased().split(separator: "e")
    let decimals = parts[0].split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    // Beyond these the tolerance is 0 or no number anyway.
    let exponent = parts.count > 1 ? min(max(Int(parts[1]) ?? 0, -1000), 1000) : 0
    return Double("1e\(exponent - decimals)") ?? 0
  }
}

extension Substring {
  var trimmed: String {
    var rest = self
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
