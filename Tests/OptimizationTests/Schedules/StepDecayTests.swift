import Optimization
import Testing

@Suite struct StepDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("step:factor=0.5,every=10", 0, 1.0),
    ("step:factor=0.5,every=10", 9, 1.0),
    ("step:factor=0.5,every=10", 10, 0.5),
    ("step:factor=0.5,every=10", 11, 0.5),
    ("step:factor=0.5,every=10", 19, 0.5),
    ("step:factor=0.5,every=10", 20, 0.25),
    ("step:factor=0.5,every=10", 100_000_000, 0.0),
    ("step:factor=2,every=10", 20, 4.0),
    ("step:factor=0.1,every=1", 3, 0.001),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  @Test func onlyAFallIsACut() throws {
    #expect(try (0..<25).filter(schedule("step:factor=0.5,every=10").isCut) == [10, 20])
    #expect(try (0..<25).filter(schedule("step:factor=2,every=10").isCut) == [])
    #expect(try (0..<25).filter(schedule("step:factor=1,every=10").isCut) == [])
  }
}
