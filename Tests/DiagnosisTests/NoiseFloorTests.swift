import Diagnosis
import LossSurfaces
import Testing

@Suite struct NoiseFloorTests {
  /// Facts 5.3: the excess loss of both directions is η·s²(1 + β)/((1 − β)(2(1 + β) − η)) on the bowl.
  @Test(arguments: [
    (0.1, 0.0, 0.5, 0.25 * 0.1 / 1.9), (1.0, 0.0, 0.5, 0.25), (1.9, 0.0, 0.5, 4.75), (0.1, 0.9, 1.0, 0.5135),
  ])
  func measuredBesidePredicted(rate: Double, momentum: Double, noise: Double, predicted: Double) throws {
    let run = TestRun(
      .bowl, 0.1, 0.1, rate: rate, steps: 40_000, optimizer: "sgd:momentum=\(momentum)", noise: noise, seed: 3)
    let verdict = try run.verdict()
    #expect(verdict.kind == .noiseFloor)
    #expect(abs(try #require(verdict.figures["predictedExcessLoss"]) / predicted - 1) < 1e-3)
    // 10,000 losses that are correlated over some 10 steps: about 3 % of standard error, and the autocorrelation of
    // the largest rate makes it 10 %.
    #expect(abs(try #require(verdict.figures["excessLoss"]) / predicted - 1) < 0.25)
  }

  @Test func words() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 2000, noise: 0.5).verdict()
    let excess = NumberText.string(try #require(verdict.figures["excessLoss"]), digits: 2)
    #expect(verdict.words == "noise floor, \(excess) above the minimum")
    #expect(
      verdict.sentence == """
        Reached the noise floor: over the last quarter the loss stays \(excess) above the minimum on average, where theory \
        for a quadratic bowl has 0.013. Only a smaller rate, or less noise, gets further down.
        """)
  }

  /// While the loss still falls, the quarters differ.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func notWhileItFalls(seed: UInt64) throws {
    let kind = try TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 200, noise: 0.5, seed: seed).verdict().kind
    #expect(kind != .noiseFloor)
  }

  @Test func notWithoutNoiseNorInAFewSteps() throws {
    #expect(try TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 2000).verdict().kind == .converged)
    #expect(try TestRun(.bowl, 0.1, 0.1, rate: 0.1, steps: 30, noise: 0.5).verdict().kind != .noiseFloor)
  }

  /// Where the rate changes, the prediction for a constant rate is not given.
  @Test func noPredictionWhileTheRateFalls() throws {
    let run = TestRun(.bowl, 0.1, 0.1, rate: 0.1, steps: 4000, schedule: "inverse-time:rate=0.001", noise: 0.5)
    let verdict = try run.verdict()
    #expect(verdict.figures["predictedExcessLoss"] == nil)
  }
}
