import Optimization
import Testing

@Suite struct OneCycleTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("one-cycle:steps=10", 0, 0.04),
    ("one-cycle:steps=10", 1, 0.52),
    ("one-cycle:steps=10", 2, 1.0),
    ("one-cycle:steps=10", 3, 0.9504846320134737),
    ("one-cycle:steps=10", 9, 4e-06),
    ("one-cycle:steps=10", 10, 4e-06),
    ("one-cycle:steps=10", 100_000_000, 4e-06),
    ("one-cycle:steps=10,shape=linear", 0, 0.04),
    ("one-cycle:steps=10,shape=linear", 1, 0.52),
    ("one-cycle:steps=10,shape=linear", 2, 1.0),
    ("one-cycle:steps=10,shape=linear", 9, 4e-06),
    ("one-cycle:steps=10,warmup-fraction=0.1", 0, 1.0),
    ("one-cycle:steps=10,warmup-fraction=0,shape=linear", 9, 4e-06),
    ("one-cycle:steps=1", 0, 1.0),
    ("one-cycle:steps=1", 1, 4e-06),
    ("one-cycle:steps=10,warmup-fraction=0.25", 1, 0.7599999999999999),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
