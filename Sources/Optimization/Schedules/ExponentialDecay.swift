import LossSurfaces

/// A constant factor: η = ε₀·α^(t/N), or ε₀·α^⌊t/N⌋ as a staircase.
///
/// All steps together travel at most ε₀/(1 − α^(1/N)) times the gradient's size, so a fast decay freezes early.
///
/// At the joins, with ε₀ = 1, α = ½ and N = 8: t = 7 gives 2^(−7/8) = 0.5453 (1 as a staircase), t = 8 gives ½, t = 9
/// gives 2^(−9/8) = 0.4585 (½).
///
/// Edge cases: the factor may be above 1 (a rise); far out the rate underflows to 0.
///
/// Source: torch `ExponentialLR`; optax `exponential_decay` for N and the staircase.
struct ExponentialDecay: Sendable, Hashable {
  var initial: Double
  var factor: Double
  var every: Updates
  var staircase: Bool

  func rate(at t: Int) -> Double {
    initial * Elementary.pow(factor, staircase ? Double(t / every.count) : Double(t) / Double(every.count))
  }

  func isCut(at t: Int) -> Bool { staircase && factor < 1 && t > 0 && t % every.count == 0 }

  var settings: String {
    if staircase { return "exponential ×\(NumberText.string(factor)) every \(every.text), staircase" }
    return "exponential ×\(NumberText.string(factor)) \(every.pace)"
  }
}

extension ExponentialDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "exponential", "ε₀·α^(t/N) with α = factor, N = every; staircase: ε₀·α^⌊t/N⌋",
      [
        SpecificationKey(
          "factor", .number(.positive),
          .number("0.01^(every/T)") {
            max(.leastNonzeroMagnitude, Elementary.pow(0.01, $0.number("every") / Double($0.steps)))
          },
          "what the rate is multiplied by in every updates"),
        SpecificationKey("every", .updates, .value(.number(1)), "the number of updates that the factor is for"),
        SpecificationKey("staircase", .flag, .value(.flag(false)), "whether the rate falls in stairs"),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, factor: keys.number("factor"), every: keys.updates("every"),
      staircase: keys.flag("staircase"))
  }
}
