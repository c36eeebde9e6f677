import LossSurfaces

/// Decay with the reciprocal of time: η = ε₀/(1 + k·t/N), or ε₀/(1 + k·⌊t/N⌋) as a staircase.
///
/// The rates sum to infinity and their squares do not (Robbins and Monro 1951), so noise dies out and nothing freezes.
///
/// At the joins, with ε₀ = 1, k = 1 and N = 4: t = 3 gives 4/7 (1 as a staircase), t = 4 gives ½, t = 5 gives 4/9 (½).
///
/// Source: Keras `InverseTimeDecay`.
struct InverseTimeDecay: Sendable, Hashable {
  var initial: Double
  var rate: Double
  var every: Updates
  var staircase: Bool

  func rate(at t: Int) -> Double {
    initial / (1 + rate * (staircase ? Double(t / every.count) : Double(t) / Double(every.count)))
  }

  func isCut(at t: Int) -> Bool { staircase && t > 0 && t % every.count == 0 }

  var settings: String {
    let time = every.divisor == "1" ? "t" : staircase ? "⌊t/\(every.divisor)⌋" : "t/\(every.divisor)"
    return "inverse time, ε₀/(1 + \(NumberText.string(rate))·\(time))"
  }
}

extension InverseTimeDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "inverse-time", "ε₀/(1 + k·t/N) with k = rate, N = every; staircase: ⌊t/N⌋",
      [
        SpecificationKey(
          "rate", .number(.positive), .number("10·every/T") { 10 * $0.number("every") / Double($0.steps) },
          "how much the denominator grows in every updates"),
        SpecificationKey("every", .updates, .value(.number(1)), "the number of updates that the rate is for"),
        SpecificationKey("staircase", .flag, .value(.flag(false)), "whether the rate falls in stairs"),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      initial: keys.learningRate, rate: keys.number("rate"), every: keys.updates("every"),
      staircase: keys.flag("staircase"))
  }
}
