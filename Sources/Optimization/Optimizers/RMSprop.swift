/// Descent with the gradient divided by the root of an average of its square:
///
///     g ← g + γ·w                          weight decay γ
///     s ← α·s + (1 − α)·g²
///     m ← α·m + (1 − α)·g                  centered: s − m² stands for s below
///     v ← β·v + g/(√s + ε)                 momentum β
///     w ← w − η·v
///
/// Edge cases: the averages begin at 0 and are not corrected for it, so the first steps are 1/√(1 − α) times longer.
///
/// Source: Tieleman and Hinton (2012), Graves (2013) for the centered form; torch `RMSprop`, whose values it equals.
struct RMSprop: Sendable, Hashable {
  var alpha: Double
  var eps: Double
  var momentum: Double
  var isCentered: Bool
  var weightDecay: Double

  struct Memory: Sendable {
    var square = SIMD2<Double>()
    var mean = SIMD2<Double>()
    var velocity = SIMD2<Double>()
  }

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = gradient + weightDecay * w
    memory.square = alpha * memory.square + (1 - alpha) * g * g
    var spread = memory.square
    if isCentered {
      memory.mean += (1 - alpha) * (g - memory.mean)
      // Rounding may take the difference below 0, where the root is not defined.
      spread = pointwiseMax(spread - memory.mean * memory.mean, SIMD2())
    }
    memory.velocity = momentum * memory.velocity + g / (spread.squareRoot() + eps)
    return w - η * memory.velocity
  }
}

extension RMSprop: UpdateRule {
  var title: String { "RMSprop" }

  static let entries = [
    SpecificationEntry(
      "rmsprop", "s ← α·s + (1−α)·g², w ← w − η·g/(√s + eps)",
      [
        .average("alpha", 0.99, of: "squared gradients"), .eps(1e-8),
        SpecificationKey(
          "momentum", .number(.unit), .value(.number(0)), "how much of the last step's velocity is kept"),
        SpecificationKey("centered", .flag, .value(.flag(false)), "whether the variance stands for the mean square"),
        .weightDecay(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      alpha: keys.number("alpha"), eps: keys.number("eps"), momentum: keys.number("momentum"),
      isCentered: keys.flag("centered"), weightDecay: keys.number("weight-decay"))
  }
}
