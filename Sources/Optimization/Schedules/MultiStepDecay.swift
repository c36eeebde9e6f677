import LossSurfaces

/// A cut by a factor α at each of the milestones m: η = ε₀·α^#{m : m ≤ t}.
///
/// At the joins, with ε₀ = 1, α = 0.1 and milestones 5, 12: t = 4 gives 1, t = 5 gives 0.1, t = 11 gives 0.1, t = 12
/// and all later ones give 0.01.
///
/// Like Keras, whose `PiecewiseConstantDecay` keeps the old rate at m itself, each cut comes one update later.
///
/// Edge cases: a milestone that stands twice counts twice.
///
/// Source: torch `MultiStepLR`, whose values it equals.
struct MultiStepDecay: Sendable, Hashable {
  var initial: Double
  var factor: Double
  /// In rising order.
  var milestones: [Updates]
  var library: Library?

  func rate(at t: Int) -> Double { initial * Elementary.pow(factor, Double(passed(at: t))) }

  /// The number of milestones m ≤ t, by bisection; like Keras, of those below t.
  private func passed(at t: Int) -> Int {
    let t = library == .keras ? t - 1 : t
    var low = 0
    var high = milestones.count
    while low < high {
      let middle = (low + high) / 2
      if milestones[middle].count <= t { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func isCut(at t: Int) -> Bool { factor < 1 && t > 0 && passed(at: t) > passed(at: t - 1) }

  var settings: String {
    let texts = milestones.map(\.text)
    let shown = texts.count > 6 ? texts.prefix(5) + ["…"] : texts
    return "step ×\(NumberText.string(factor)) at \(shown.joined(separator: ", "))\(library?.settings ?? "")"
  }
}

extension MultiStepDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "multi-step", "ε₀·α^#{m ≤ t} with α = factor, m the milestones",
      [
        SpecificationKey("milestones", .spans(1...1_000_000_000_000), fit, "the updates at which the rate is cut"),
        SpecificationKey("factor", .number(.positive), .value(.number(0.1)), "what each cut multiplies the rate by"),
        .like(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, factor: keys.number("factor"), milestones: keys.updatesList("milestones"),
      library: keys.library)
  }

  /// Half and three quarters of the run, and two different updates even in the shortest.
  private static let fit = SpecificationKey.Fallback.fitted("T/2 and 3T/4") { keys in
    let first = max(1, keys.steps / 2)
    return .numbers([Double(first), Double(max(first + 1, keys.steps * 3 / 4))])
  }
}
