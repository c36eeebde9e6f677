/// Decay with the reciprocal of the root of time: η = ε₀/√(1 + t/N).
///
/// At the joins, with ε₀ = 1 and N = 4: t = 0 gives 1, t = 12 gives ½, t = 60 gives ¼.
///
/// Source: `rsqrt` in big_vision and timm.
struct InverseSqrtDecay: Sendable, Hashable {
  var initial: Double
  var every: Updates

  func rate(at t: Int) -> Double { initial / (1 + Double(t) / Double(every.count)).squareRoot() }

  var settings: String { "inverse square root, ε₀/√(1 + t/\(every.divisor))" }
}

extension InverseSqrtDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "inverse-sqrt", "ε₀/√(1 + t/N) with N = every",
      [
        SpecificationKey("every", .updates, .updates("T/10") { $0.steps / 10 }, "the time scale, in updates")
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(initial: keys.learningRate, every: keys.updates("every"))
  }
}
