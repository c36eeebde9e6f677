import LossSurfaces

/// Descent along an average of the gradient, divided by the root of an average of its square:
///
///     g ← g + γ·w                          weight decay γ (adam), or
///     w ← w − η·γ·w                        apart from the gradient (adamw)
///     m ← β₁·m + (1 − β₁)·g
///     s ← β₂·s + (1 − β₂)·g²
///     w ← w − η·m̂/(√ŝ + ε)                 m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ), t the steps from 1
///
/// With amsgrad the largest s so far stands for s in the last line.
///
/// Edge cases: the first step is η·sign(g), as far as |g| is well above ε.
///
/// Source: Kingma and Ba (2015), Reddi et al. (2018) for amsgrad, Loshchilov and Hutter (2019) for adamw; torch `Adam`
/// and `AdamW`, whose values it equals.
struct Adam: Sendable, Hashable {
  var beta1: Double
  var beta2: Double
  var eps: Double
  var isAMSGrad: Bool
  var weightDecay: Double
  /// Whether weight decay acts on the weights, not on the gradient.
  var isDecoupled: Bool

  struct Memory: Sendable {
    var mean = SIMD2<Double>()
    var square = SIMD2<Double>()
    var largest = SIMD2<Double>()
    /// β₁ᵗ and β₂ᵗ.
    var powers = SIMD2<Double>(repeating: 1)
  }

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = isDecoupled ? gradient : gradient + weightDecay * w
    let kept = isDecoupled ? w * (1 - η * weightDecay) : w
    memory.mean += (1 - beta1) * (g - memory.mean)
    memory.square = beta2 * memory.square + (1 - beta2) * g * g
    memory.powers *= SIMD2(beta1, beta2)
    memory.largest = isAMSGrad ? pointwiseMax(memory.largest, memory.square) : memory.square
    let spread = memory.largest.squareRoot() / (1 - memory.powers.y).squareRoot() + eps
    return kept - η / (1 - memory.powers.x) * memory.mean / spread
  }
}

extension Adam: UpdateRule {
  var title: String { isDecoupled ? "AdamW" : "Adam" }

  static let entries = [
    SpecificationEntry("adam", "w ← w − η·m̂/(√ŝ + eps), m̂ and ŝ corrected averages of g and g²", keys(weightDecay: 0)),
    SpecificationEntry("adamw", "adam, with weight decay apart: w ← (1 − η·γ)·w first", keys(weightDecay: 0.01)),
  ]

  private static func keys(weightDecay: Double) -> [SpecificationKey] {
    [
      .average("beta1", 0.9, of: "gradients"), .average("beta2", 0.999, of: "squared gradients"), .eps(1e-8),
      SpecificationKey("amsgrad", .flag, .value(.flag(false)), "whether the largest average of squares is used"),
      .weightDecay(weightDecay),
    ]
  }

  init(_ keys: ResolvedKeys) {
    self.init(
      beta1: keys.number("beta1"), beta2: keys.number("beta2"), eps: keys.number("eps"),
      isAMSGrad: keys.flag("amsgrad"), weightDecay: keys.number("weight-decay"),
      isDecoupled: keys.specification.name == "adamw")
  }
}
