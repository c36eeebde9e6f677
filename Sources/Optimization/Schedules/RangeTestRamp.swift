import LossSurfaces

/// The rates of a learning-rate range test: ηᵢ = low·(high/low)^(i/(n − 1)), or low + (high − low)·i/(n − 1).
///
/// At the joins, with low = 1e-4, high = 1 and n = 5: 1e-4, 1e-3, 0.01, 0.1, 1, and 1 for all later ones.
///
/// Edge cases: n = 1 is the one rate `low`. The learning rate only sets the defaults.
///
/// Source: Smith (2017); the sweep of davidtvs/pytorch-lr-finder.
struct RangeTestRamp: Sendable, Hashable {
  var low: Double
  var high: Double
  var length: Updates

  /// n.
  private var steps: Int { length.count }
  var growth: SweepGrowth

  func rate(at t: Int) -> Double {
    guard t > 0 else { return low }
    guard t < steps - 1 else { return steps == 1 ? low : high }
    let fraction = Double(t) / Double(steps - 1)
    return growth == .linear ? (1 - fraction) * low + fraction * high : low * Elementary.pow(high / low, fraction)
  }

  var settings: String {
    "range test, \(NumberText.string(low)) to \(NumberText.string(high)) in \(length.text)"
      + (growth == .linear ? ", linear" : "")
  }
}

extension RangeTestRamp: RateRule {
  static let entries = [
    SpecificationEntry(
      "range-test", "low·(high/low)^(t/(n − 1)) with n = steps; linear: low + (high − low)·t/(n − 1)",
      [
        SpecificationKey("low", .number(.positive), .number("ε₀/1000") { $0.learningRate / 1000 }, "the first rate"),
        SpecificationKey("high", .number(.positive), .number("100·ε₀") { $0.learningRate * 100 }, "the last rate"),
        SpecificationKey("steps", .updates, .updates("T") { $0.steps }, "the number of rates"),
        SpecificationKey(
          "growth", .choice(SweepGrowth.allCases.map(\.rawValue)), .value(.word(SweepGrowth.exponential.rawValue)),
          "how the rate grows"),
      ])
  ]

  init(_ keys: ResolvedKeys) throws(InputError) {
    let (low, high) = (keys.number("low"), keys.number("high"))
    guard low < high, (high / low).isFinite else {
      throw keys.refusal(
        "high", "is \(Numeral.exact(high)) and 'low' is \(Numeral.exact(low))",
        remedy: "A range test climbs: give a 'high' above 'low', at most 10³⁰⁰ times as large.")
    }
    self.init(
      low: low, high: high, length: keys.updates("steps"), growth: SweepGrowth(rawValue: keys.word("growth"))!)
  }
}
