import Optimization
import Testing

@Suite struct CosineDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("cosine:until=10", 0, 1.0),
    ("cosine:until=10", 5, 0.5),
    ("cosine:until=10", 9, 0.024471741852423234),
    ("cosine:until=10", 10, 0.0),
    ("cosine:until=10", 11, 0.0),
    ("cosine:until=10", 20, 0.0),
    ("cosine:until=10", 100_000_000, 0.0),
    ("cosine:until=10,final=0.1", 0, 1.0),
    ("cosine:until=10,final=0.1", 5, 0.55),
    ("cosine:until=10,final=0.1", 10, 0.1),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }
}
