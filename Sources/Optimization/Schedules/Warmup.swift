/// A straight line to a schedule's own first rate r: η = a + t·(r − a)/W for t < W; the schedule's t starts after it.
///
/// At the joins, with a = 0, r = 1 and W = 4: 0, 0.25, 0.5, 0.75, then the schedule from its own t = 0. With a = 0 the
/// first update does nothing.
///
/// Source: Goyal et al., Accurate, large minibatch SGD (2017).
struct Warmup: Sendable, Hashable {
  var start: Double
  var length: Updates

  /// W.
  var steps: Int { length.count }

  func rate(at t: Int, towards first: Double) -> Double {
    let α = Double(t) / Double(steps)
    return (1 - α) * start + α * first
  }

  /// Keys that every schedule has; neither stands in a specification without warmup.
  static let keys = [
    SpecificationKey(
      "warmup", .span(0...1_000_000_000_000), .absent, "the number of updates before the schedule begins"),
    SpecificationKey("warmup-start", .number(.nonnegative), .absent, "the rate at which warmup begins (0)"),
  ]
}
