import Optimization
import Testing

@Suite struct LinearDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("linear:until=4,final=0.01", 0, 1.0),
    ("linear:until=4,final=0.01", 1, 0.7525),
    ("linear:until=4,final=0.01", 2, 0.505),
    ("linear:until=4,final=0.01", 3, 0.2575),
    ("linear:until=4,final=0.01", 4, 0.01),
    ("linear:until=4,final=0.01", 5, 0.01),
    ("linear:until=4,final=0.01", 100_000_000, 0.01),
    ("linear:until=1,final=0", 0, 1.0),
    ("linear:until=1,final=0", 1, 0.0),
    ("linear:until=10,final=2", 5, 1.5),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
