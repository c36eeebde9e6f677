/// The same rate at every update: η = ε₀.
///
/// Torch's `ConstantLR` is another thing: a reduced rate first, the full one later.
struct ConstantRate: Sendable, Hashable {
  var initial: Double

  func rate(at t: Int) -> Double { initial }

  var settings: String { "constant" }

  static let definition = ScheduleDefinition("constant", "ε₀", keys: []) { keys in
    .constant(ConstantRate(initial: keys.learningRate))
  }
}
