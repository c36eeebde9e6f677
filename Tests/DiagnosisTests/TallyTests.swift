import Diagnosis
import LossSurfaces
import Optimization
import Testing

/// What is said of runs whose verdicts are made up; one also of runs that were run.
@Suite struct TallyTests {
  private static let flat = CriticalPoint(at: Point(1.5, 0), kind: .minimum, name: "the flat minimum")
  private static let sharp = CriticalPoint(at: Point(-1.5, 0), kind: .minimum, name: "the sharp minimum")

  private struct Ending {
    var kind: Verdict.Kind
    var step = 10
    var loss = 0.5
    var excess: Double?
    var at: CriticalPoint?
  }

  private static func tally(_ endings: [Ending], on surface: TestSurface = .bowl) throws -> Tally {
    let surface = try surface.surface
    let run = try trajectory(on: surface, from: Point(1, 1), steps: 2)
    return Tally(
      of: endings.map { ending in
        var trajectory = run
        trajectory.loss[2] = ending.loss
        if ending.kind == .diverged { trajectory.divergedAt = 2 }
        let figures = ending.excess.map { [Verdict.Figure("excessLoss", $0), .init("meanLoss", $0 + 1)] } ?? []
        let verdict = Verdict(
          kind: ending.kind, step: ending.step, sentence: "", words: "", figures: figures, criticalPoint: ending.at)
        return (trajectory, Assessment(verdict: verdict, events: []))
      }, on: surface)
  }

  @Test func noiseFloor() throws {
    let tally = try Self.tally([0.010, 0.013, 0.016].map { Ending(kind: .noiseFloor, loss: 2 * $0, excess: $0) })
    // σ = 0.003, over √3.
    #expect(tally.words == "3 of 3 at the noise floor, 0.013 ± 0.0017 above the minimum")
    #expect(
      tally.sentence
        == "All 3 runs are at the noise floor (0.013 ± 0.0017 above the minimum). The last loss is 0.026 ± 0.003 on average. Each ± is a standard error."
    )
  }

  @Test func someDiverged() throws {
    let floor = Ending(kind: .noiseFloor, loss: 0.5, excess: 0.25)
    let tally = try Self.tally([
      floor, Ending(kind: .diverged, step: 12, loss: .infinity), floor, floor,
      Ending(kind: .diverged, step: 14, loss: 1e9),
    ])
    #expect(tally.words == "3 of 5 at the noise floor, 0.25 above the minimum, 2 diverged")
    #expect(
      tally.sentence
        == "Of 5 runs 3 are at the noise floor (0.25 above the minimum) and 2 diverged (at step 13 ± 1). The last loss is 0.5 on average over the 3 that did not diverge. Each ± is a standard error."
    )
    #expect(tally.outcomes.map(\.runs) == [[0, 2, 3], [1, 4]])
    #expect(tally.outcomes.map(\.kind) == [.noiseFloor, .diverged])
  }

  @Test func allDiverged() throws {
    let tally = try Self.tally([12, 14].map { Ending(kind: .diverged, step: $0) })
    #expect(tally.words == "2 of 2 diverged, at step 13 ± 1")
    #expect(tally.sentence == "All 2 runs diverged (at step 13 ± 1). Each ± is a standard error.")
  }

  /// With one minimum it goes without saying which; with several it is what matters.
  @Test func whichMinimum() throws {
    let at = { (place: CriticalPoint) in Ending(kind: .converged, step: 40, at: place) }
    let one = try Self.tally([at(Self.flat), at(Self.flat)])
    #expect(one.words == "2 of 2 at the minimum, after 40 steps")
    let two = try Self.tally([at(Self.flat), at(Self.sharp), at(Self.flat)], on: .sharpFlat)
    #expect(two.words == "2 of 3 at the flat minimum, 1 at the sharp minimum")
    let around = try Self.tally(
      [Ending(kind: .noiseFloor, excess: 0.2, at: Self.flat), at(Self.flat), at(Self.flat)], on: .sharpFlat)
    #expect(around.words == "3 of 3 in the basin of the flat minimum")
    let floor = try Self.tally(
      [0.2, 0.2].map { Ending(kind: .noiseFloor, excess: $0, at: Self.sharp) }, on: .sharpFlat)
    #expect(floor.words == "2 of 2 around the sharp minimum")
    #expect(floor.sentence.contains("All 2 runs are around the sharp minimum (0.2 above it)"))
  }

  /// Of many outcomes those are listed that matter.
  @Test func manyOutcomes() throws {
    let kinds: [Verdict.Kind] = [
      .noiseFloor, .noiseFloor, .noiseFloor, .converging, .converging, .descending, .crawling, .diverged,
    ]
    let tally = try Self.tally(kinds.map { Ending(kind: $0) })
    #expect(tally.words == "3 of 8 at the noise floor, 2 on the way, 1 diverged, 2 otherwise")
    #expect(tally.outcomes.reduce(0) { $0 + $1.runs.count } == 8)
  }

  /// Every verdict has words that go on "3 of 5 …".
  @Test(arguments: Verdict.Kind.allCases)
  func everyKind(_ kind: Verdict.Kind) throws {
    for surface in [TestSurface.bowl, .sharpFlat] {
      for place in [nil, Self.flat] {
        let tally = try Self.tally([Ending(kind: kind, at: place), Ending(kind: kind, at: place)], on: surface)
        #expect(tally.words.hasPrefix("2 of 2 "))
        #expect(tally.sentence.hasPrefix("All 2 runs "))
        #expect(tally.outcomes.count == 1 && !tally.outcomes[0].words.isEmpty)
      }
    }
  }

  /// Theory for the bowl has η·s²/(2 − η) = 0.0132 for both directions together; three standard errors contain it.
  @Test func floorOfTheBowl() throws {
    let runs = try (1...40).map { seed in
      let run = TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 2000, noise: 0.5, seed: UInt64(seed))
      return (trajectory: try run.trajectory, assessment: try run.assessed())
    }
    let tally = Tally(of: runs, on: try TestSurface.bowl.surface)
    let floor = try #require(tally.outcomes.first)
    #expect(floor.kind == .noiseFloor && floor.runs.count >= 34)
    let excess = floor.runs.compactMap { runs[$0].assessment.verdict.figures["excessLoss"] }
    let mean = excess.reduce(0, +) / Double(excess.count)
    let deviation = excess.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(excess.count - 1)
    #expect(abs(mean - 0.1 * 0.25 / 1.9) < 3 * (deviation / Double(excess.count)).squareRoot())
  }
}
