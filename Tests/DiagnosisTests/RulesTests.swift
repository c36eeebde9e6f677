import Diagnosis
import Testing

@Suite struct RulesTests {
  private static let table: [(TestRun, Verdict.Kind)] = [
    // The bowl, λ = 1: the limit is 2.
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200), .converged),
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 75), .converging),
    (TestRun(.bowl, 2, 1.5, rate: 1, steps: 10), .converged),
    (TestRun(.bowl, 2, 1.5, rate: 1.9, steps: 200), .converged),
    (TestRun(.bowl, 2, 1.5, rate: 2, steps: 200), .oscillates),
    (TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 60), .diverging),
    (TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 1000), .diverged),
    (TestRun(.bowl, 2, 1.5, rate: 0.001, steps: 100), .crawling),
    (TestRun(.bowl, 0, 0, rate: 0.1, steps: 1), .converged),
    // The ravine, λ = 1 and 10: the limit is 0.2.
    (TestRun(.ravine, 2.5, 1.5, rate: 0.02, steps: 40), .converging),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.1, steps: 40), .converging),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 200), .converged),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.2, steps: 40), .oscillates),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.2, steps: 400), .oscillates),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 40), .diverging),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 400), .diverged),
    // Momentum moves the limit: 2(1 + β)/10 = 0.38, and 2(1 + β)/(1 + 2β)/10 = 0.136.
    (TestRun(.ravine, 2.5, 1.5, rate: 0.375, steps: 2000, optimizer: "sgd:momentum=0.9"), .converged),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.385, steps: 2000, optimizer: "sgd:momentum=0.9"), .diverged),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.13, steps: 2000, optimizer: "sgd:momentum=0.9,nesterov=true"), .converged),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.14, steps: 2000, optimizer: "sgd:momentum=0.9,nesterov=true"), .diverged),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.2309, steps: 100, optimizer: "sgd:momentum=0.2699"), .converged),
    // Saddles.
    (TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 250), .atSaddle),
    (TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 100), .descending),
    (TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 250, noise: 0.01), .noiseFloor),
    (TestRun(.boundedSaddle, 1.5, 1e-6, rate: 0.1, steps: 250), .converged),
    (TestRun(.boundedSaddle, 1.5, 0.5, rate: 1.1, steps: 200), .oscillates),
    (TestRun(.saddle, 1.5, 1e-3, rate: 0.1, steps: 60), .descending),
    (TestRun(.saddle, 1.5, 1e-3, rate: 0.1, steps: 300), .diverged),
    (TestRun(.monkeySaddle, 1, 0, rate: 0.1, steps: 1000), .descending),
    (TestRun(.boundedMonkey, 0.9, 0.02, rate: 0.1, steps: 200), .converged),
    (TestRun(.boundedMonkey, 0.9, 0.02, rate: 0.31, steps: 300), .oscillates),
    // Rosenbrock: 2/λmax = 0.0019968 at the minimum.
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.0005, steps: 3000), .converging),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.0015, steps: 3000), .converging),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.001, steps: 100), .crawling),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.002, steps: 60_000), .oscillates),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.0022, steps: 20_000), .edgeOfStability),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.0025, steps: 10_000), .edgeOfStability),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.003, steps: 3000), .edgeOfStability),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.004, steps: 3000), .edgeOfStability),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.005, steps: 3000), .edgeOfStability),
    (TestRun(.rosenbrock, -1.2, 1, rate: 0.006, steps: 3000), .edgeOfStability),
    (TestRun(.rosenbrock, -2, 2, rate: 0.01, steps: 100), .diverged),
    // Himmelblau: 2/λmax = 0.0243 at (3, 2).
    (TestRun(.himmelblau, 0, 0, rate: 0.01, steps: 200), .converged),
    (TestRun(.himmelblau, 0, 0, rate: 0.026, steps: 500), .oscillates),
    // Sharp and flat minima: the limits are 0.1 and 2.
    (TestRun(.sharpFlat, -1.9, 0.6, rate: 0.05, steps: 100), .converged),
    (TestRun(.sharpFlat, -1.9, 0.6, rate: 0.15, steps: 200), .converged),
    (TestRun(.sharpFlat, -1.9, 0.6, rate: 2.01, steps: 300), .diverging),
    (TestRun(.sharpFlat, -1.55, 0.05, rate: 0.103, steps: 300), .oscillates),
    // Curves of minima.
    (TestRun(.twoLayer, 2, 0.1, rate: 0.3, steps: 100), .converged),
    (TestRun(.twoLayer, 2, 0.1, rate: 0.9, steps: 100), .diverged),
    (TestRun(.eosQuartic, 2.5, 0.15, rate: 0.1, steps: 3000), .converged),
    (TestRun(.eosQuartic, 3, 0.1, rate: 0.15, steps: 100), .diverged),
    // Where the Hessian does not tell.
    (TestRun(.kink, 1.33, 1, rate: 0.1, steps: 200), .oscillates),
    (TestRun(.kink, 1.33, 1, rate: 0.1, steps: 200, schedule: "inverse-time:rate=0.1"), .converging),
    (TestRun(.quartic, 0.5, 0.5, rate: 0.1, steps: 100), .converging),
    // Flat ground.
    (TestRun(.plateau, 7, 1, rate: 0.1, steps: 100), .plateau),
    (TestRun(.plateau, 4, 0.5, rate: 0.1, steps: 100), .crawling),
    (TestRun(.plateau, 4, 0.5, rate: 1, steps: 400), .converged),
    (TestRun(.flat, 0.5, 0.5, rate: 0.1, steps: 10), .plateau),
    (TestRun(.slope, 0.5, 0.5, rate: 0.1, steps: 100), .descending),
    // Noise.
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 2000, noise: 0.5), .noiseFloor),
    (TestRun(.bowl, 2, 1.5, rate: 1.9, steps: 2000, noise: 0.5), .noiseFloor),
    (TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 2000, noise: 0.5), .diverged),
    (TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 200, noise: 0.5), .converging),
    // Schedules whose rates run out.
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200, schedule: "exponential:factor=0.95"), .frozen),
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200, schedule: "inverse-time:rate=0.01"), .converging),
    (TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 400, schedule: "linear"), .converged),
  ]

  @Test(arguments: table)
  func theVerdict(run: TestRun, kind: Verdict.Kind) throws {
    let assessment = try run.assessed()
    #expect(assessment.verdict.kind == kind, "\(assessment.verdict.sentence)")
    #expect((0...run.steps).contains(assessment.verdict.step))
    expectGoodTexts(assessment)
    let steps = assessment.events.map(\.step)
    #expect(steps == steps.sorted())
  }

  /// Whole sentences, numbers set properly, names that fit JSON.
  private func expectGoodTexts(_ assessment: Assessment) {
    for sentence in assessment.events.map(\.sentence) + [assessment.verdict.sentence] {
      #expect(sentence.hasSuffix("."))
      #expect(sentence.first?.isUppercase == true)
      for sign in ["nan", "e-", "  ", "-", "..", "\n"] { #expect(!sentence.contains(sign), "\(sentence)") }
    }
    #expect(assessment.verdict.words.count <= 48, "\(assessment.verdict.words)")
    #expect(assessment.verdict.words.last != ".")
    let names = assessment.verdict.figures.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains("-") })
  }

  @Test func everyKindOccurs() {
    #expect(Set(Self.table.map(\.1)) == Set(Verdict.Kind.allCases))
  }

  /// Whatever happens in the first few steps, there is a verdict without a trap.
  @Test(arguments: [TestSurface.bowl, .rosenbrock, .kink, .flat, .saddle, .logarithm, .plateau], 1...12)
  func shortRuns(surface: TestSurface, steps: Int) throws {
    for rate in [1e-300, 1e-3, 0.4, 2.5, 1e12, 1e300] {
      for noise in [0, 0.1] {
        let run = TestRun(surface, 1.25, 0.75, rate: rate, steps: steps, noise: noise)
        #expect(try !run.verdict().sentence.isEmpty)
      }
    }
  }

  @Test func theToleranceDecidesWhenTheGradientIsZero() throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 60)
    #expect(try run.assessed().verdict.kind == .converging)
    // 2.5·0.9ᵗ < 0.01 from t = 53 on.
    let coarse = try run.assessed(tolerance: 0.01).verdict
    #expect(coarse.kind == .converged)
    #expect(coarse.step == 53)
  }
}
