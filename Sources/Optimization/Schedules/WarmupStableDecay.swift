import LossSurfaces

/// The full rate ε₀ until T − D, then down to a floor: η = ε_T + (ε₀ − ε_T)·d(f) with f = (t − (T − D))/D.
///
/// d is 1 − f (linear), (1 + cos πf)/2 (cosine), or 1 − √f (sqrt). The rise before it is the key `warmup`.
///
/// At the joins, with ε₀ = 1, ε_T = 0, T = 50, D = 10 and linear: t = 39 and 40 give 1, t = 41 gives 0.9, t = 49 gives
/// 0.1, t = 50 and all later ones give 0: the floor is reached one update after the last of a run of T.
///
/// Source: Hu et al., MiniCPM (2024); Hägele et al. (2024) for 1 − √f; timm.
struct WarmupStableDecay: Sendable, Hashable {
  enum Shape: String, Sendable, CaseIterable {
    case linear
    case cosine
    case sqrt
  }

  var initial: Double
  var final: Double
  var length: Updates
  var decay: Updates
  var shape: Shape

  func rate(at t: Int) -> Double {
    let begin = length.count - decay.count
    guard t > begin else { return initial }
    guard t < length.count else { return final }
    let f = Double(t - begin) / Double(decay.count)
    switch shape {
    case .linear: return (1 - f) * initial + f * final
    case .cosine: return CosineDecay.wave(f, from: initial, to: final)
    case .sqrt: return (1 - f.squareRoot()) * initial + f.squareRoot() * final
    }
  }

  var settings: String {
    "stable until \((length - decay).text), then \(shape.rawValue) to \(NumberText.string(final)) at \(length.text)"
  }
}

extension WarmupStableDecay: RateRule {
  static let entries = [
    SpecificationEntry(
      "warmup-stable-decay", "ε₀ until T − D, then down to final at T with T = steps, D = decay",
      [
        SpecificationKey("steps", .updates, .updates("T") { $0.steps }, "the update from which the rate is final"),
        SpecificationKey("decay", .updates, .updates("steps/5") { $0.count("steps") / 5 }, "the length of the decay"),
        SpecificationKey("final", .number(.nonnegative), .value(.number(0)), "the last rate"),
        SpecificationKey(
          "shape", .choice(Shape.allCases.map(\.rawValue)), .value(.word("linear")), "the form of the decay"),
      ])
  ]

  init(_ keys: ResolvedKeys) throws(InputError) {
    let (length, decay) = (keys.updates("steps"), keys.updates("decay"))
    guard decay.count <= length.count else {
      throw keys.refusal("decay", "is \(decay.text), longer than the \(length.words)", remedy: "Give at most 'steps'.")
    }
    self.init(
      initial: keys.learningRate, final: keys.number("final"), length: length, decay: decay,
      shape: Shape(rawValue: keys.word("shape"))!)
  }
}
