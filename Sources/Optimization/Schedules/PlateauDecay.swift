import LossSurfaces

/// A cut by a factor α when the loss has stopped falling: the one schedule with feedback.
///
/// After each update the whole loss is better if it is below best − margin, with margin = threshold·|best| (relative)
/// or threshold (absolute). More than `patience` losses in a row that are not better bring a cut; the next `cooldown`
/// losses then count neither way. The rate never falls below `minimum`, and a cut that would not lower it is none.
///
/// With `window` n, best is the loss n updates ago instead: the rate is cut when the change of the loss over n updates
/// stays below the margin. Until there are n losses, all count as better.
///
/// At the joins, on a flat loss of 1 with ε₀ = 1, α = ½ and patience 2: the rates are 1, 1, 1, 1, ½, ½, ½, ¼. The first
/// loss is the best, the next three are not better, so update patience + 2 has the lower rate.
///
/// Like Keras and like optax it counts otherwise; see the article `WhoCountsHow`. No library has the window.
///
/// Edge cases: a loss that is nan counts as not better. A flat or slowly rising negative loss is a plateau too, which
/// it is not like torch, whose margin changes sign there. Patience 0 cuts at every loss that is not better. Torch's rule
/// that a change of 1e-8 or less is no cut holds only like torch, so small rates move too. Like optax, patience 0 cuts at
/// every loss that is better.
///
/// Source: torch `ReduceLROnPlateau` for the counting; Mohanty, The subtle art of fixing and modifying learning rate
/// (2019), for the window.
struct PlateauDecay: Sendable, Hashable {
  var initial: Double
  var factor: Double
  var patience: Updates
  var threshold: Double
  var isRelative: Bool
  var cooldown: Updates
  var minimum: Double
  var window: Updates?
  var library: Library?

  struct State: Sendable, Hashable {
    var rate: Double
    var best = Double.infinity
    /// Losses in a row that were not better.
    var bad = 0
    /// Losses still to come that count neither way.
    var resting = 0
    /// With a window of n: the last n losses, as a ring.
    var recent: [Double] = []
    /// Where in the ring the oldest loss stands.
    var oldest = 0
  }

  /// The rate before any cut; later ones are in the state.
  func rate(at t: Int) -> Double { initial }

  func initialState() -> State { State(rate: initial) }

  var settings: String {
    let over = window.map { ", over \($0.words)" } ?? ""
    return "plateau ×\(NumberText.string(factor)), patience \(patience.text)\(over)\(library?.settings ?? "")"
  }
}

extension PlateauDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "plateau", "×factor after more than patience losses in a row not below best − threshold·|best|",
      [
        SpecificationKey(
          "factor", .number(SpecificationKey.Bounds(lower: 0, upper: 1, includesLower: false, includesUpper: false)),
          .value(.number(0.1)), "what each cut multiplies the rate by"),
        SpecificationKey(
          "patience", .span(0...1_000_000_000_000), .value(.number(10)),
          "the number of losses not better that it bears"),
        SpecificationKey(
          "threshold", .number(.nonnegative), .value(.number(1e-4)), "how much lower a loss must be to be better"),
        SpecificationKey(
          "threshold-mode", .choice(["relative", "absolute"]), mode,
          "whether the threshold is a share of the best loss or a difference"),
        SpecificationKey(
          "cooldown", .span(0...1_000_000_000_000), .value(.number(0)), "the number of losses ignored after a cut"),
        SpecificationKey("minimum", .number(.nonnegative), .value(.number(0)), "the lowest rate"),
        SpecificationKey(
          "window", .span(1...10_000_000), .absent, "how many updates back to compare with, instead of with the best"),
        .like(),
      ])
  ]

  /// Keras knows differences only.
  private static let mode = SpecificationKey.Fallback.fitted("relative; absolute like keras") { keys in
    .word(keys.library == .keras ? "absolute" : "relative")
  }

  init(_ keys: ResolvedKeys) throws(InputError) {
    self.init(
      initial: keys.learningRate, factor: keys.number("factor"), patience: keys.updates("patience"),
      threshold: keys.number("threshold"), isRelative: keys.word("threshold-mode") == "relative",
      cooldown: keys.updates("cooldown"), minimum: keys.number("minimum"), window: keys.optionalUpdates("window"),
      library: keys.library)
    guard library == nil || window == nil else {
      throw keys.refusal(
        "window", "is in none of the libraries", remedy: "Leave it out, or leave out 'like'.")
    }
    guard library != .keras || !isRelative else {
      throw keys.refusal(
        "threshold-mode", "is never relative like keras", remedy: "Leave it out: Keras's threshold is a difference.")
    }
  }
}
