import Optimization

/// A schedule from its text, with ε₀ = 1 unless said otherwise.
func schedule(_ text: String, learningRate: Double = 1, steps: Int = 100) throws -> Schedule {
  try Schedule(Specification(parsing: text), learningRate: learningRate, steps: steps)
}

extension Schedule {
  /// The rate of update t, for a schedule without feedback.
  func rate(at t: Int) -> Double { rate(at: t, initialState()) }
}
