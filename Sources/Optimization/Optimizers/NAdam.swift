import LossSurfaces

/// Adam with Nesterov's momentum, whose weight μ grows from step to step:
///
///     g ← g + γ·w                                    weight decay γ
///     μₜ = β₁·(1 − 0.96^(t·ψ)/2)                     momentum-decay ψ; t counts steps from 1
///     m ← β₁·m + (1 − β₁)·g
///     s ← β₂·s + (1 − β₂)·g²,  d = √(s/(1 − β₂ᵗ)) + ε
///     w ← w − η·((1 − μₜ)/(1 − μ₁⋯μₜ)·g + μₜ₊₁/(1 − μ₁⋯μₜ₊₁)·m)/d
///
/// Source: Dozat (2016); torch `NAdam`, whose values it equals.
struct NAdam: Sendable, Hashable {
  var beta1: Double
  var beta2: Double
  var eps: Double
  var momentumDecay: Double
  var weightDecay: Double

  struct Memory: Sendable {
    var mean = SIMD2<Double>()
    var square = SIMD2<Double>()
    var steps = 0.0
    /// β₂ᵗ.
    var power = 1.0
    /// μ₁⋯μₜ.
    var product = 1.0
  }

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = gradient + weightDecay * w
    memory.steps += 1
    memory.power *= beta2
    let (μ, next) = (momentum(memory.steps), momentum(memory.steps + 1))
    memory.product *= μ
    memory.mean += (1 - beta1) * (g - memory.mean)
    memory.square = beta2 * memory.square + (1 - beta2) * g * g
    let spread = (memory.square / (1 - memory.power)).squareRoot() + eps
    let (now, ahead) = ((1 - μ) / (1 - memory.product), next / (1 - memory.product * next))
    return w - η * now * g / spread - η * ahead * memory.mean / spread
  }

  private func momentum(_ t: Double) -> Double { beta1 * (1 - 0.5 * Elementary.pow(0.96, t * momentumDecay)) }
}

extension NAdam: UpdateRule {
  var title: String { "NAdam" }

  static let entries = [
    SpecificationEntry(
      "nadam", "adam with Nesterov's momentum: m̂ is replaced by a mixture of g and m",
      [
        .average("beta1", 0.9, of: "gradients"), .average("beta2", 0.999, of: "squared gradients"), .eps(1e-8),
        SpecificationKey("momentum-decay", .number(.nonnegative), .value(.number(0.004)), "how fast momentum grows"),
        .weightDecay(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      beta1: keys.number("beta1"), beta2: keys.number("beta2"), eps: keys.number("eps"),
      momentumDecay: keys.number("momentum-decay"), weightDecay: keys.number("weight-decay"))
  }
}
