import LossSurfaces

/// Half a wave of the cosine from ε₀ down to a floor: η = ε_T + (ε₀ − ε_T)·(1 + cos(π·t/T))/2, then ε_T.
///
/// At the joins, with ε₀ = 1, ε_T = 0 and T = 10: t = 0 gives 1, t = 5 gives ½, t = 9 gives 0.02447, t = 10 and all
/// later ones give 0, as in Keras, optax and timm. Like torch it climbs again: t = 15 gives ½, t = 20 gives 1, and so on
/// with the period 2T.
///
/// Edge cases: ε_T may be above ε₀ (a rise), never below 0.
///
/// Source: Loshchilov and Hutter, SGDR (2017), one cycle.
struct CosineDecay: Sendable, Hashable {
  var initial: Double
  var final: Double
  var until: Updates
  var library: Library?

  func rate(at t: Int) -> Double {
    let t = library == .torch ? folded(t) : t
    guard t < until.count else { return final }
    return Self.wave(Double(t) / Double(until.count), from: initial, to: final)
  }

  /// The update of the first half wave that has the rate of update t, when the wave goes on.
  private func folded(_ t: Int) -> Int {
    let phase = t % (2 * until.count)
    return min(phase, 2 * until.count - phase)
  }

  /// The half wave at `fraction` of its way, from 0 to 1; at 0 it is `high`, at 1 `low`, to the last bit.
  static func wave(_ fraction: Double, from high: Double, to low: Double) -> Double {
    let share = (1 + Elementary.cos(.pi * fraction)) / 2
    return share * high + (1 - share) * low
  }

  var settings: String { "cosine to \(NumberText.string(final)) at \(until.text)\(library?.settings ?? "")" }
}

extension CosineDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "cosine", "ε_T + (ε₀ − ε_T)·(1 + cos(π·t/T))/2 with T = until, ε_T = final; then constant",
      [
        SpecificationKey("until", .updates, .updates("T") { $0.steps }, "the update from which the rate is final"),
        SpecificationKey("final", .number(.nonnegative), .value(.number(0)), "the last rate"),
        .like(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, final: keys.number("final"), until: keys.updates("until"),
      library: keys.library)
  }
}
