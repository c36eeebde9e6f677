import LossSurfaces

/// Cosine decay that starts again: η = ε_T + (ε₀ − ε_T)·(1 + cos(π·c/Tᵢ))/2 with c updates gone of cycle i, Tᵢ = T₀·mⁱ.
///
/// At the joins, with ε₀ = 1, ε_T = 0, T₀ = 10 and m = 2: t = 9 gives 0.02447, t = 10 gives 1, t = 20 (half of the
/// second cycle) ½, t = 29 gives 0.006156, t = 30 gives 1. The floor itself is never used: a cycle ends one update
/// before it would be.
///
/// The cycle is found with whole numbers. The usual formula with a logarithm is off at some restarts (torch 2.15 with
/// m = 3 at 121·T₀ gives the floor where the peak is due).
///
/// Edge cases: a cycle longer than whole numbers reach lasts for ever.
///
/// Source: Loshchilov and Hutter, SGDR (2017).
struct WarmRestarts: Sendable, Hashable {
  var initial: Double
  var final: Double
  var period: Updates
  var multiplier: Int

  func rate(at t: Int) -> Double {
    let (gone, length) = cycle(at: t)
    return CosineDecay.wave(Double(gone) / Double(length), from: initial, to: final)
  }

  func isRestart(at t: Int) -> Bool { t > 0 && cycle(at: t).gone == 0 }

  /// The updates gone in the cycle that holds t, and its length: a division for m = 1, else about log_m(t/T₀) rounds.
  private func cycle(at t: Int) -> (gone: Int, length: Int) {
    if multiplier == 1 { return (t % period.count, period.count) }
    var gone = t
    var length = period.count
    while gone >= length {
      gone -= length
      let (next, overflow) = length.multipliedReportingOverflow(by: multiplier)
      length = overflow ? .max : next
    }
    return (gone, length)
  }

  var settings: String {
    let floor = final > 0 ? ", to \(NumberText.string(final))" : ""
    return "warm restarts, T₀ = \(period.text)" + (multiplier > 1 ? ", ×\(multiplier)" : "") + floor
  }
}

extension WarmRestarts: RateRule {
  static let entries = [
    SpecificationEntry(
      "warm-restarts", "cosine decay in cycles of T₀, T₀·m, T₀·m², … updates with T₀ = period, m = multiplier",
      [
        SpecificationKey(
          "period", .updates, .updates("T/4") { $0.steps / 4 }, "the number of updates in the first cycle"),
        SpecificationKey(
          "multiplier", .count(1...1_000_000_000_000), .value(.number(1)),
          "how many times longer each cycle is than the last"),
        SpecificationKey("final", .number(.nonnegative), .value(.number(0)), "the floor of each cycle"),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, final: keys.number("final"), period: keys.updates("period"),
      multiplier: keys.count("multiplier"))
  }
}
