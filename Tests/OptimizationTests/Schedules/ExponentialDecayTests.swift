import LossSurfaces
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

  /// 5.4: down a slope of 1 a run gets that far and no further; on the bowl ∏(1 − ηₜ) of the distance is left for ever:
  /// 12.8 % with α = 0.95, 36 % with 0.9, both from ε₀ = 0.1.
  @Test(arguments: [(0.95, 2.0, 0.128), (0.9, 1.0, 0.36)])
  func freezes(factor: Double, travel: Double, left: Double) throws {
    let decay = try schedule("exponential:factor=\(factor)", learningRate: 0.1)
    let slope = try run(on: "x", from: Point(0, 0), decay, steps: 3000).trajectory()
    // The roundings of 3000 sums, half an ulp of 2 each.
    #expect(abs(slope.x[3000] + travel) < 3000 * 0x1p-52)
    #expect(slope.x.allSatisfy { $0 >= -travel * (1 + 1e-12) })
    let bowl = try run(on: "x^2/2", from: Point(1, 0), decay, steps: 3000).trajectory()
    #expect(abs(bowl.x[3000] - left) < 0.0025)
    #expect(abs(bowl.x[3000] / decay.rates(steps: 3000).reduce(1) { $0 * (1 - $1) } - 1) < 1e-12)
  }

  /// However long the stair against the run, a factor that is left out is above 0.
  @Test func theFactorOfALongStair() throws {
    let schedule = try Schedule(Specification(parsing: "exponential:every=1000"), learningRate: 1, steps: 6)
    #expect(schedule.rate(at: 5) > 0)
    _ = try Schedule(schedule.specification, learningRate: 1, steps: 6)
  }
}
