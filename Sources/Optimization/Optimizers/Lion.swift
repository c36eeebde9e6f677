/// Descent by the sign of an average of the gradient, so that every weight moves by η:
///
///     w ← w − η·(sign(β₁·m + (1 − β₁)·g) + γ·w)     weight decay γ
///     m ← β₂·m + (1 − β₂)·g
///
/// Edge cases: where the average is exactly 0 the weight stays; with a constant rate it never settles closer than η.
///
/// Source: Chen et al., Symbolic discovery of optimization algorithms (2023).
struct Lion: Sendable, Hashable {
  var beta1: Double
  var beta2: Double
  var weightDecay: Double

  /// The average m.
  typealias Memory = SIMD2<Double>

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient g: SIMD2<Double>, rate η: Double, _ mean: inout Memory) -> SIMD2<Double> {
    let direction = beta1 * mean + (1 - beta1) * g
    mean = beta2 * mean + (1 - beta2) * g
    return w - η * (SIMD2(Self.sign(direction.x), Self.sign(direction.y)) + weightDecay * w)
  }

  /// −1, 0 or 1; nan stays nan.
  private static func sign(_ value: Double) -> Double { value > 0 ? 1 : value < 0 ? -1 : value }
}

extension Lion: UpdateRule {
  var title: String { "Lion" }

  static let entries = [
    SpecificationEntry(
      "lion", "w ← w − η·sign(β₁·m + (1−β₁)·g), m an average of g with β₂",
      [
        .average("beta1", 0.9, of: "gradients in the step"), .average("beta2", 0.99, of: "gradients"), .weightDecay(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(beta1: keys.number("beta1"), beta2: keys.number("beta2"), weightDecay: keys.number("weight-decay"))
  }
}
