import Optimization
import Testing

@Suite struct InverseTimeDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("inverse-time:rate=1,every=4", 0, 1.0),
    ("inverse-time:rate=1,every=4", 3, 0.5714285714285714),
    ("inverse-time:rate=1,every=4", 4, 0.5),
    ("inverse-time:rate=1,every=4", 5, 0.4444444444444444),
    ("inverse-time:rate=1,every=4,staircase=true", 3, 1.0),
    ("inverse-time:rate=1,every=4,staircase=true", 4, 0.5),
    ("inverse-time:rate=1,every=4,staircase=true", 5, 0.5),
    ("inverse-time:rate=1,every=4,staircase=true", 8, 0.3333333333333333),
    ("inverse-time", 100, 0.09090909090909091),
    ("inverse-time:every=5", 100, 0.09090909090909091),
    ("inverse-time:rate=1", 100_000_000, 9.9999999e-09),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
