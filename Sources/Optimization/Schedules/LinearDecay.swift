import LossSurfaces

/// A straight line from ε₀ to ε_τ in τ updates, constant afterwards: η = (1 − α)·ε₀ + α·ε_τ with α = min(t/τ, 1).
///
/// At the joins, with ε₀ = 1, ε_τ = 0.01 and τ = 4: 1, 0.7525, 0.505, 0.2575, 0.01, 0.01; ε_τ is first used at t = τ.
///
/// Edge cases: ε_τ may be above ε₀ (a rise), never below 0.
///
/// Source: the article's default; optax `linear_schedule` and torch `LinearLR` agree.
struct LinearDecay: Sendable, Hashable {
  var initial: Double
  var final: Double
  var until: Updates

  func rate(at t: Int) -> Double {
    guard t < until.count else { return final }
    let α = Double(t) / Double(until.count)
    return (1 - α) * initial + α * final
  }

  var settings: String { "linear to \(NumberText.string(final)) at \(until.text), then constant" }
}

extension LinearDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "linear", "(1−α)·ε₀ + α·ε_τ with α = t/τ, τ = until, ε_τ = final; then constant",
      [
        SpecificationKey(
          "until", .updates, .updates("3T/4") { $0.steps * 3 / 4 }, "the update from which the rate is final"),
        SpecificationKey(
          "final", .number(.nonnegative), .number("0.01·ε₀") { 0.01 * $0.learningRate }, "the last rate"),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(initial: keys.learningRate, final: keys.number("final"), until: keys.updates("until"))
  }
}
