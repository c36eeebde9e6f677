import Optimization
import Testing

@Suite struct InverseSqrtDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("inverse-sqrt:every=4", 0, 1.0),
    ("inverse-sqrt:every=4", 12, 0.5),
    ("inverse-sqrt:every=4", 60, 0.25),
    ("inverse-sqrt:every=4", 100_000_000, 0.0001999999960000001),
    ("inverse-sqrt", 30, 0.5),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
