import LossSurfaces
import Optimization
import Testing

@testable import Diagnosis

@Suite struct RangeTestAssessmentTests {
  private static func assess(
    _ surface: TestSurface, from start: Point, low: Double = 1e-4, high: Double = 10, steps: Int = 100,
    optimizer: String = "sgd", noise: Double = 0
  ) throws -> RangeTestAssessment {
    let surface = try surface.surface
    let ramp = try Schedule(
      Specification(parsing: "range-test:low=\(low),high=\(high)"), learningRate: 1, steps: steps)
    let run = try Run(
      loss: surface.loss, view: surface.view, start: start, steps: steps, schedule: ramp,
      optimizer: Optimizer(Specification(parsing: optimizer)), noise: Noise(x: noise, y: noise))
    let test = try RangeTest(run)
    let outcomes = try test.rates.map { try test.outcome(at: $0) }
    return try RangeTestAssessment(of: test, test.sweep(), outcomes, on: surface)
  }

  /// Every word of what is said of the ravine, in a sweep of 100 steps and in one of 400.
  @Test func theRavine() throws {
    let short = try Self.assess(.ravine, from: Point(2.5, 1.5))
    #expect(short.limit?.rate == 0.2)
    #expect(
      short.sentences == [
        "1 step below turn (0.774) and 2 steps below turn (0.689) lie above 2/λ = 0.2, where no run settles.",
        "The readings are a factor of 100 apart, from 0.00739 (slide) to 0.774 (1 step below turn).",
        "Of separate runs of 100 steps the one at 0.171 ends lowest.",
        "The curve turns late, at 0.87, 4.3 times the limit: what the low rates gained must be lost again before the loss rises.",
      ])
    let long = try Self.assess(.ravine, from: Point(2.5, 1.5), steps: 400)
    #expect(
      long.sentences[0]
        == "1 step below turn (1.12), 2 steps below turn (1.08) and slide (0.745) lie above 2/λ = 0.2, where no run settles."
    )
  }

  /// A reading is worth what the run at its rate does.
  @Test func judgesARunAtEachReading() throws {
    let assessment = try Self.assess(.ravine, from: Point(2.5, 1.5), steps: 400)
    #expect(assessment.readings.map(\.kind) == SweepReading.allCases)
    for reading in assessment.readings {
      #expect(reading.trajectory.run.schedule.learningRate == reading.rate)
      #expect(reading.trajectory.run.steps == 400)
      #expect((reading.assessment.verdict.kind == .diverged) == (reading.rate > 0.2))
    }
    #expect(assessment[.minimumOverTen]?.assessment.verdict.kind == .converged)
    #expect(assessment[.steepest]?.assessment.verdict.kind == .converging)
  }

  /// With noise every reading lies below the limit, and those that are read off the fall agree.
  @Test func noiseMakesItTrue() throws {
    let assessment = try Self.assess(.bowl, from: Point(2, 1.5), low: 1e-3, noise: 0.5)
    #expect(assessment.sentences[0].hasPrefix("All readings lie below 2/λ = 2"))
    #expect(!assessment.sentences.contains { $0.contains("turns late") })
  }

  @Test func withoutALimit() throws {
    let adam = try Self.assess(.ravine, from: Point(2.5, 1.5), optimizer: "adam")
    #expect(adam.limit == nil)
    #expect(
      adam.sentences[0]
        == "There is no one limit to compare with; the separate runs at all readings end below their start.")
    // Across the crease no rate settles, and none is named.
    #expect(try Self.assess(.kink, from: Point(1.63, 1.4)).limit == nil)
    let saddle = try Self.assess(.saddle, from: Point(1.5, 1e-3))
    #expect(saddle.limit == nil)
    #expect(saddle.sentences[0].hasPrefix("No minimum is in sight to take a limit from; "))
    #expect(saddle.sentences.contains("The loss never turned up before the sweep left the view for good."))
  }

  @Test func theRangeEndsTooLow() throws {
    let low = try Self.assess(.ravine, from: Point(2.5, 1.5), high: 0.05)
    #expect(low.sentences.contains("The loss never turned up: the range ends too low."))
    // The best of the separate runs would be the last: nothing is said of it.
    #expect(!low.sentences.contains { $0.hasPrefix("Of separate runs") })
  }

  /// Where the curvature on the way is larger than at the minimum, runs fail below its limit.
  @Test func steeperOnTheWay() throws {
    let sentence = try Self.assess(
      .himmelblau, from: Point(0, 0), low: 1e-5, high: 1, optimizer: "sgd:momentum=0.9"
    ).sentences[0]
    #expect(sentence.hasPrefix("All readings lie below 3.8/λ = 0.0462; at 1 step below turn (0.0305)"))
    #expect(sentence.hasSuffix(": on the way the curvature is larger than at the minimum."))
  }

  @Test func nothingToRead() throws {
    let assessment = try Self.assess(.ravine, from: Point(2.5, 1.5), low: 3, high: 30, steps: 60)
    #expect(assessment.readings.isEmpty)
    #expect(assessment.sentences == ["There is nothing to read: too little of the sweep is left before it stops."])
  }

  /// Numbers are numbers on every surface, with any optimizer.
  @Test(arguments: [
    TestSurface.rosenbrock, .boundedMonkey, .eosQuartic, .plateau, .kink, .slope, .flat, .logarithm, .river,
  ])
  func anySurface(surface: TestSurface) throws {
    for optimizer in ["sgd", "sgd:momentum=0.9,nesterov=true", "adagrad", "lion"] {
      let assessment = try Self.assess(surface, from: Point(0.5, 0.4), steps: 60, optimizer: optimizer)
      #expect(!assessment.sentences.isEmpty)
      #expect(!assessment.sentences.contains { $0.contains("nan") })
      for reading in assessment.readings { #expect(reading.rate > 0 && reading.rate.isFinite) }
    }
  }
}
