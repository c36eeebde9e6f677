import LossSurfaces

/// A power of the time that is left: η = (ε₀ − ε_T)·(1 − min(t, T)/T)^p + ε_T.
///
/// At the joins, with ε₀ = 1, ε_T = 0, p = 2 and T = 10: t = 9 gives 0.01, t = 10 and all later ones give 0.
///
/// Edge cases: ε_T may be above ε₀ (a rise), never below 0.
///
/// Source: torch `PolynomialLR`, optax `polynomial_schedule`.
struct PolynomialDecay: Sendable, Hashable {
  var initial: Double
  var final: Double
  var power: Double
  var until: Updates

  func rate(at t: Int) -> Double {
    guard t < until.count else { return final }
    let left = Double(until.count - t) / Double(until.count)
    return (initial - final) * Elementary.pow(left, power) + final
  }

  var settings: String {
    "polynomial of power \(NumberText.string(power)) to \(NumberText.string(final)) at \(until.text)"
  }
}

extension PolynomialDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "polynomial", "(ε₀ − ε_T)·(1 − t/T)^p + ε_T with T = until, p = power, ε_T = final; then constant",
      [
        SpecificationKey("until", .updates, .updates("T") { $0.steps }, "the update from which the rate is final"),
        SpecificationKey("power", .number(.positive), .value(.number(2)), "the exponent of the time that is left"),
        SpecificationKey("final", .number(.nonnegative), .value(.number(0)), "the last rate"),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, final: keys.number("final"), power: keys.number("power"),
      until: keys.updates("until"))
  }
}
