import Diagnosis
import LossSurfaces
import Testing

@Suite struct StableRateTests {
  /// Where the curvature at the start is not that at the minimum, the words say whose limit it is.
  @Test(arguments: [
    (TestRun(.rosenbrock, -2, 2, rate: 0.01, steps: 100), "diverges at step 2, 2/λ = 0.00048 at the start"),
    (TestRun(.eosQuartic, 3, 0.1, rate: 0.15, steps: 100), "diverges at step 5, 2/λ = 0.0485 at step 1"),
    (TestRun(.himmelblau, 1.5, 1.1, rate: 1, steps: 60), "diverges at step 2, 2/λ = 0.749 at the start"),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 1000), "diverges: ×1.05 a step, 2/λ = 0.2"),
    (TestRun(.sharpFlat, -1.55, 0.05, rate: 0.105, steps: 20), "diverges: ×1.1 a step, 2/λ = 0.1"),
  ])
  func saysWhere(run: TestRun, words: String) throws { #expect(try run.verdict().words == words) }

  /// η·λmax is printed to as many digits as show on which side of the limit it is.
  @Test func besideTheLimit() throws {
    let above = try TestRun(.bowl, 2, 1.5, rate: 2.004, steps: 4000).verdict()
    #expect(above.sentence.contains("η·λmax = 2.004 is above 2 "))
    let below = try TestRun(.bowl, 2, 1.5, rate: 1.996, steps: 4000).verdict()
    #expect(below.sentence.contains("η·λmax = 1.996 is above 1, and arrives because it is below 2"))
  }
}
