/// Descent with a rate for each weight, which falls with the sum of its squared gradients:
///
///     g ← g + γ·w                      weight decay γ
///     s ← s + g²                       from the initial accumulator
///     w ← w − η/(1 + k·t)·g/(√s + ε)   lr-decay k; t counts steps from 0
///
/// Edge cases: where a weight's gradient has been 0 so far it stays.
///
/// Source: Duchi, Hazan and Singer (2011); torch `Adagrad`, whose values it equals.
struct Adagrad: Sendable, Hashable {
  var rateDecay: Double
  var initialAccumulator: Double
  var eps: Double
  var weightDecay: Double

  struct Memory: Sendable {
    var sum: SIMD2<Double>
    var steps = 0.0
  }

  var initialMemory: Memory { Memory(sum: SIMD2(repeating: initialAccumulator)) }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = gradient + weightDecay * w
    memory.sum += g * g
    let rate = η / (1 + memory.steps * rateDecay)
    memory.steps += 1
    return w - rate * g / (memory.sum.squareRoot() + eps)
  }
}

extension Adagrad: UpdateRule {
  var title: String { "Adagrad" }

  static let entries = [
    SpecificationEntry(
      "adagrad", "s ← s + g², w ← w − η·g/(√s + eps)",
      [
        SpecificationKey("lr-decay", .number(.nonnegative), .value(.number(0)), "how fast the rate falls by itself"),
        SpecificationKey(
          "initial-accumulator", .number(.nonnegative), .value(.number(0)), "the sum of squares to begin with"),
        .eps(1e-10), .weightDecay(),
      ])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(
      rateDecay: keys.number("lr-decay"), initialAccumulator: keys.number("initial-accumulator"),
      eps: keys.number("eps"), weightDecay: keys.number("weight-decay"))
  }
}
