import Optimization
import Testing

@Suite struct PolynomialDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("polynomial:until=10,power=2", 0, 1.0),
    ("polynomial:until=10,power=2", 5, 0.25),
    ("polynomial:until=10,power=2", 9, 0.01),
    ("polynomial:until=10,power=2", 10, 0.0),
    ("polynomial:until=10,power=2", 11, 0.0),
    ("polynomial:until=10,power=2", 100_000_000, 0.0),
    ("polynomial:until=10,power=1,final=0.5", 5, 0.75),
    ("polynomial:until=10,power=0.5", 9, 0.31622776601683794),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
