/// The same rate at every update: η = ε₀.
///
/// Torch's `ConstantLR` is another thing: a reduced rate first, the full one later.
struct ConstantRate: Sendable, Hashable {
  var initial: Double

  func rate(at t: Int) -> Double { initial }

  var settings: String { "constant" }
}

extension ConstantRate: RateRule {
  static let entries = [SpecificationEntry("constant", "ε₀")]

  init(_ keys: ResolvedKeys) { self.init(initial: keys.learningRate) }
}
