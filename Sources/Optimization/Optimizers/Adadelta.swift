/// Descent whose steps have the units of the weights, from averages of squared gradients and of squared steps:
///
///     g ← g + γ·w                          weight decay γ
///     s ← ρ·s + (1 − ρ)·g²
///     d = g·√(u + ε)/√(s + ε)
///     u ← ρ·u + (1 − ρ)·d²
///     w ← w − η·d
///
/// Edge cases: the first step is about η·√(ε/(1 − ρ)) whatever the gradient, so it starts slowly; η = 1 is meant.
///
/// Source: Zeiler (2012); torch `Adadelta`, whose values it equals.
struct Adadelta: Sendable, Hashable {
  var rho: Double
  var eps: Double
  var weightDecay: Double

  struct Memory: Sendable {
    var squaredGradient = SIMD2<Double>()
    var squaredStep = SIMD2<Double>()
  }

  var initialMemory: Memory { Memory() }

  @inline(__always)
  func step(from w: SIMD2<Double>, gradient: SIMD2<Double>, rate η: Double, _ memory: inout Memory) -> SIMD2<Double> {
    let g = gradient + weightDecay * w
    memory.squaredGradient = rho * memory.squaredGradient + (1 - rho) * g * g
    let step = (memory.squaredStep + eps).squareRoot() / (memory.squaredGradient + eps).squareRoot() * g
    memory.squaredStep = rho * memory.squaredStep + (1 - rho) * step * step
    return w - η * step
  }
}

extension Adadelta: UpdateRule {
  var title: String { "Adadelta" }

  static let entries = [
    SpecificationEntry(
      "adadelta", "w ← w − η·g·√(u + eps)/√(s + eps), s and u averages of g² and of squared steps",
      [.average("rho", 0.9, of: "squares"), .eps(1e-6), .weightDecay()])
  ]

  init(_ keys: ResolvedKeys) {
    self.init(rho: keys.number("rho"), eps: keys.number("eps"), weightDecay: keys.number("weight-decay"))
  }
}
