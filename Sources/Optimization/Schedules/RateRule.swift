import LossSurfaces

/// A schedule as a value of hyperparameters, without warmup: t counts from the schedule's own first update.
protocol RateRule: Sendable {
  /// The names by which it is known, with their keys; most have one.
  static var entries: [SpecificationEntry] { get }

  /// The rule of one of the entries, its keys resolved.
  init(_ keys: ResolvedKeys) throws(InputError)

  /// The rate of update t ≥ 0.
  func rate(at t: Int) -> Double
  /// What the settings line says.
  var settings: String { get }
  /// Whether the rate drops at once, not gradually, at update t.
  func isCut(at t: Int) -> Bool
  /// Whether a new cycle begins at update t.
  func isRestart(at t: Int) -> Bool
}

extension RateRule {
  func isCut(at t: Int) -> Bool { false }
  func isRestart(at t: Int) -> Bool { false }
}

extension SpecificationKey.Kind {
  /// A number of updates or of epochs. A run has at most 10⁸ updates; more means never.
  static let updates = span(1...1_000_000_000_000)
}

extension SpecificationKey.Fallback {
  /// A number of updates, at least 1, that fits the run.
  static func updates(_ rule: String, _ count: @escaping @Sendable (ResolvedKeys) -> Int) -> Self {
    .fitted(rule) { .number(Double(max(1, count($0)))) }
  }

  /// A number that fits the run.
  static func number(_ rule: String, _ value: @escaping @Sendable (ResolvedKeys) -> Double) -> Self {
    .fitted(rule) { .number(value($0)) }
  }
}
