import Optimization
import Testing

@Suite struct ExponentialDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("exponential:factor=0.5,every=8", 0, 1.0),
    ("exponential:factor=0.5,every=8", 7, 0.5452538663326288),
    ("exponential:factor=0.5,every=8", 8, 0.5),
    ("exponential:factor=0.5,every=8", 9, 0.4585020216023356),
    ("exponential:factor=0.5,every=8", 100_000_000, 0.0),
    ("exponential:factor=0.5,every=8,staircase=true", 7, 1.0),
    ("exponential:factor=0.5,every=8,staircase=true", 8, 0.5),
    ("exponential:factor=0.5,every=8,staircase=true", 9, 0.5),
    ("exponential:factor=0.5,every=8,staircase=true", 16, 0.25),
    ("exponential:factor=0.9", 2, 0.81),
    ("exponential", 100, 0.01),
    ("exponential:every=7", 100, 0.01),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  /// The sum of all rates is bounded by ε₀/(1 − α).
  @Test func travelIsBounded() throws {
    let rates = try schedule("exponential:factor=0.95").rates(steps: 2000)
    #expect(abs(rates.reduce(0, +) - 20) < 1e-12)
  }
}
