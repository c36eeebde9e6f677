import LossSurfaces

/// One rise and one long fall: from ε₀/start-divisor to ε₀ at t = w·T − 1, then down to ε₀/start-divisor/final-divisor
/// at t = T − 1, where it stays. Between them half waves of the cosine, or straight lines.
///
/// At the joins, with ε₀ = 1, T = 10, w = 0.3 and the default divisors: t = 0 gives 0.04, t = 1 gives 0.52, t = 2 gives
/// 1, t = 3 gives 0.9505, t = 9 and all later ones give 4e-6. Like optax the peak is at t = ⌊w·T⌋ and the end at
/// t = T: t = 3 gives 1, t = 10 gives 4e-6. (Torch refuses t > T.)
///
/// Edge cases: when w·T ≤ 1 there is no rise and t = 0 has the peak; T = 1 is that one update.
///
/// Source: Smith and Topin, Super-convergence (2018); torch `OneCycleLR`, whose rates it equals (and which, by
/// default, cycles momentum as well; this does not).
struct OneCycle: Sendable, Hashable {
  var start: Double
  var peak: Double
  var final: Double
  var length: Updates
  /// w·T − 1, where the peak lies: often between two updates. Like optax ⌊w·T⌋.
  var top: Double
  var isLinear: Bool
  var library: Library?

  func rate(at t: Int) -> Double {
    let t = Double(t)
    let end = Double(library == .optax ? length.count : length.count - 1)
    if t <= top { return top > 0 ? blend(t / top, from: start, to: peak) : peak }
    return t < end ? blend((t - top) / (end - top), from: peak, to: final) : final
  }

  private func blend(_ fraction: Double, from a: Double, to b: Double) -> Double {
    isLinear ? (1 - fraction) * a + fraction * b : CosineDecay.wave(fraction, from: a, to: b)
  }

  var settings: String {
    let shape = isLinear ? ", linear" : ""
    return
      "one cycle of \(length.text), \(NumberText.string(start)) to ε₀ to \(NumberText.string(final))\(shape)\(library?.settings ?? "")"
  }
}

extension OneCycle: RateRule {
  static let entries = [
    SpecificationEntry(
      "one-cycle", "ε₀/start-divisor up to ε₀ at t = w·T − 1, then down to ε₀/start-divisor/final-divisor at T − 1",
      [
        SpecificationKey("steps", .updates, .updates("T") { $0.steps }, "the number of updates in the cycle"),
        SpecificationKey("warmup-fraction", .number(.fraction), .value(.number(0.3)), "the share of the rise, w"),
        SpecificationKey(
          "start-divisor", .number(atLeastOne), .value(.number(25)), "how many times lower than ε₀ the first rate is"),
        SpecificationKey(
          "final-divisor", .number(atLeastOne), .value(.number(1e4)),
          "how many times lower than the first rate the last is"),
        SpecificationKey("shape", .choice(["cosine", "linear"]), .value(.word("cosine")), "the form of rise and fall"),
        .like([.torch, .optax]),
      ])
  ]

  init(_ keys: ResolvedKeys) throws(InputError) {
    let start = keys.learningRate / keys.number("start-divisor")
    let length = keys.updates("steps")
    let rise = keys.number("warmup-fraction") * Double(length.count)
    self.init(
      start: start, peak: keys.learningRate, final: start / keys.number("final-divisor"), length: length,
      top: keys.library == .optax ? rise.rounded(.down) : max(0, rise - 1),
      isLinear: keys.word("shape") == "linear", library: keys.library)
    guard library != .optax || !isLinear else {
      throw keys.refusal(
        "shape", "cannot be linear like optax", remedy: "Leave out 'like': optax's linear cycle has a third phase.")
    }
  }

  private static let atLeastOne = SpecificationKey.Bounds(lower: 1)
}
