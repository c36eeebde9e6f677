import LossSurfaces

/// Stochastic gradient descent, with the momentum of torch.optim:
///
///     g ← g + γ·w                      weight decay γ
///     v ← β·v + (1 − δ)·g              momentum β, dampening δ; the first v is g itself
///     w ← w − η·v                      heavy ball
///     w ← w − η·(g + β·v)              Nesterov
///
/// The rate stands outside the buffer v, so a change of the rate acts at once on all that v has gathered. Others put
/// it inside (Sutskever et al. 2013), and still others call (1 − δ) with δ = β momentum (an average).
///
/// Edge cases: without momentum there is no buffer, and dampening does nothing.
///
/// Source: torch `SGD`, whose values it equals.
struct SGD: Sendable, Hashable {
  var momentum = 0.0
  var dampening = 0.0
  var isNesterov = false
  var weightDecay = 0.0

  struct Memory: Sendable {
    var velocity = SIMD2<Double>()
    var isFirst = true
  }

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = weightDecay == 0 ? gradient : gradient + weightDecay * w
    guard momentum != 0 else { return w - η * g }
    memory.velocity = memory.isFirst ? g : momentum * memory.velocity + (1 - dampening) * g
    memory.isFirst = false
    return w - η * (isNesterov ? g + momentum * memory.velocity : memory.velocity)
  }

  /// The largest η·λ at which the weights stay bounded on λ·w²/2, without weight decay.
  var stabilityLimit: Double {
    isNesterov ? 2 * (1 + momentum) / (1 + 2 * momentum) : 2 * (1 + momentum) / (1 - (momentum == 0 ? 0 : dampening))
  }
}

extension SGD: UpdateRule {
  var title: String { "SGD" }

  static let entries = [
    SpecificationEntry(
      "sgd", "v ← β·v + (1−δ)·g, w ← w − η·v with β = momentum, δ = dampening",
      [
        SpecificationKey(
          "momentum", .number(.unit), .value(.number(0)), "how much of the last step's velocity is kept"),
        SpecificationKey(
          "dampening", .number(.fraction), .value(.number(0)), "the share of each gradient left out of it"),
        SpecificationKey("nesterov", .flag, .value(.flag(false)), "whether the step looks ahead along the velocity"),
        .weightDecay(),
      ])
  ]

  init(_ keys: ResolvedKeys) throws(InputError) {
    self.init(
      momentum: keys.number("momentum"), dampening: keys.number("dampening"), isNesterov: keys.flag("nesterov"),
      weightDecay: keys.number("weight-decay"))
    guard !isNesterov || (momentum > 0 && dampening == 0) else {
      throw keys.refusal(
        "nesterov", "needs momentum above 0 and dampening 0", remedy: "Add momentum=0.9, or leave out 'nesterov'.")
    }
  }
}
