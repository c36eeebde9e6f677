import Optimization
import Testing

@Suite struct RangeTestRampTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("range-test:low=1e-4,high=1,steps=5", 0, 0.0001),
    ("range-test:low=1e-4,high=1,steps=5", 1, 0.001),
    ("range-test:low=1e-4,high=1,steps=5", 2, 0.01),
    ("range-test:low=1e-4,high=1,steps=5", 3, 0.1),
    ("range-test:low=1e-4,high=1,steps=5", 4, 1.0),
    ("range-test:low=1e-4,high=1,steps=5", 5, 1.0),
    ("range-test:low=1e-4,high=1,steps=5", 100_000_000, 1.0),
    ("range-test:low=1,high=3,steps=5,growth=linear", 2, 2.0),
    ("range-test:low=1,high=3,steps=5,growth=linear", 4, 3.0),
    ("range-test:low=1,high=3,steps=1", 0, 1.0),
    ("range-test:low=1,high=3,steps=1", 1, 1.0),
    ("range-test", 0, 0.001),
    ("range-test", 99, 100.0),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
