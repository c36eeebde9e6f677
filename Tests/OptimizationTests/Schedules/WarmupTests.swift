import Optimization
import Testing

@Suite struct WarmupTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("constant:warmup=4", 0, 0.0),
    ("constant:warmup=4", 1, 0.25),
    ("constant:warmup=4", 2, 0.5),
    ("constant:warmup=4", 3, 0.75),
    ("constant:warmup=4", 4, 1.0),
    ("constant:warmup=4", 5, 1.0),
    ("step:factor=0.5,every=10,warmup=4,warmup-start=0.2", 0, 0.2),
    ("step:factor=0.5,every=10,warmup=4,warmup-start=0.2", 2, 0.6),
    ("step:factor=0.5,every=10,warmup=4,warmup-start=0.2", 4, 1.0),
    ("step:factor=0.5,every=10,warmup=4,warmup-start=0.2", 13, 1.0),
    ("step:factor=0.5,every=10,warmup=4,warmup-start=0.2", 14, 0.5),
    ("triangular:low=0.5,up=5,warmup=2", 0, 0.0),
    ("triangular:low=0.5,up=5,warmup=2", 1, 0.25),
    ("triangular:low=0.5,up=5,warmup=2", 2, 0.5),
    ("triangular:low=0.5,up=5,warmup=2", 7, 1.0),
    ("cosine:warmup=20", 60, 0.5),
    ("cosine:warmup=20", 100, 0.0),
    ("constant:warmup=0", 0, 1.0),
    ("constant:warmup=4,warmup-start=2", 2, 1.5),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  /// What is left out fits what is left of the run; without warmup its keys are not said.
  @Test(arguments: [
    ("cosine:warmup=20", "cosine:until=80,final=0,warmup=20,warmup-start=0"),
    ("cosine:warmup=200", "cosine:until=1,final=0,warmup=200,warmup-start=0"),
    ("cosine:warmup=0", "cosine:until=100,final=0"),
  ])
  func fits(text: String, canonical: String) throws {
    #expect(try schedule(text).specification.description == canonical)
  }

  @Test func losesNothingToPlateau() throws {
    let plateau = try schedule("plateau:patience=1,factor=0.5,warmup=3")
    #expect(
      plateau.rates(steps: 8, losses: [Double](repeating: 1, count: 8)) == [
        0, 1 / 3.0, 2 / 3.0, 1, 1, 1, 0.5, 0.5,
      ])
  }
}
