import LossSurfaces

/// A cut by a factor α every N updates: η = ε₀·α^⌊t/N⌋.
///
/// At the joins, with ε₀ = 1, α = ½ and N = 10: t = 9 gives 1, t = 10 and 11 give ½, t = 20 gives ¼.
///
/// Edge cases: the factor may be above 1 (a rise, which is no cut); far out the rate underflows to 0.
///
/// Torch's `StepLR` and the staircases of Keras and optax agree here, so that `like` changes nothing.
///
/// Source: torch `StepLR`, whose values it equals.
struct StepDecay: Sendable, Hashable {
  var initial: Double
  var factor: Double
  var every: Updates

  func rate(at t: Int) -> Double { initial * Elementary.pow(factor, Double(t / every.count)) }

  func isCut(at t: Int) -> Bool { factor < 1 && t > 0 && t % every.count == 0 }

  var settings: String { "step ×\(NumberText.string(factor)) every \(every.text)" }
}

extension StepDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "step", "ε₀·α^⌊t/N⌋ with α = factor, N = every",
      [
        SpecificationKey("factor", .number(.positive), .value(.number(0.5)), "what each cut multiplies the rate by"),
        SpecificationKey("every", .updates, .updates("T/4") { $0.steps / 4 }, "the number of updates between cuts"),
        .like(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(initial: keys.learningRate, factor: keys.number("factor"), every: keys.updates("every"))
  }
}
