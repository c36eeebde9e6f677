import Optimization
import Testing

@Suite struct ConstantRateTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("constant", 0, 1.0),
    ("constant", 1, 1.0),
    ("constant", 100_000_000, 1.0),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
