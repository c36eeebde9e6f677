import Diagnosis
import Testing

/// A verdict that rests on an extrapolation, or on a measurement without a theory, says so.
@Suite struct GuessTests {
  private static let guesses: [(run: TestRun, words: String)] = [
    // Other minima about, or noise.
    (TestRun(.himmelblau, 0, 0, rate: 0.003, steps: 60), "On its way, probably to the minimum at (3, 2)"),
    (TestRun(.boundedSaddle, 1.5, 1.1, rate: 0.9, steps: 30), "On its way, zigzagging, probably to the upper minimum"),
    (TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 200, noise: 0.5), "On its way, probably to the minimum at (0, 0)"),
    // The pace of now, and plain descent followed for a while.
    (TestRun(.bowl, 2, 1.5, rate: 0.001, steps: 100), "at this pace it would take about"),
    (TestRun(.saddle, 1.5, 1e-3, rate: 0.1, steps: 60), "no minimum is in sight: plain descent from here finds none"),
    (TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 100), "Probably heading for the saddle at (0, 0)"),
    // Steps across a noisy valley far from its minimum; and theory is for sgd.
    (TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 4000, optimizer: "adam", noise: 0.5), "Probably at the noise floor"),
    // Of a curve of minima a run may end at another point than plain descent does.
    (TestRun(.twoLayer, 3, 0.1, rate: 0.3, steps: 4), "On its way, probably to the curve of minima at (1.709, 0.585)"),
    // The rates left would do on the slope ahead, and Adam's step is no multiple of the gradient.
    (
      TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 200, schedule: "exponential:factor=0.95", optimizer: "adam"),
      "Probably frozen"
    ),
    // η·λmax is far below 2, and what turns the steps back is not said by the curvature.
    (TestRun(.bowl, 2, 1.5, rate: 0.5, steps: 400, optimizer: "lion"), "each step overshoots as far as it came"),
  ]

  @Test(arguments: guesses) func saysSo(run: TestRun, words: String) throws {
    let verdict = try run.verdict()
    #expect(verdict.isGuess, "\(verdict.sentence)")
    #expect(verdict.sentence.contains(words), "\(verdict.sentence)")
  }

  @Test(arguments: [
    TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200), TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 75),
    TestRun(.bowl, 2, 1.5, rate: 2, steps: 200), TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 60),
    TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 1000), TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 250),
    TestRun(.plateau, 7, 1, rate: 0.1, steps: 100), TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 2000, noise: 0.5),
    TestRun(.rosenbrock, -1.2, 1, rate: 0.0025, steps: 10_000), TestRun(.kink, 1.33, 1, rate: 0.1, steps: 200),
    TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200, schedule: "exponential:factor=0.95"),
  ])
  func whatIsKnownIsNoGuess(run: TestRun) throws {
    let verdict = try run.verdict()
    #expect(!verdict.isGuess, "\(verdict.sentence)")
    #expect(!verdict.sentence.lowercased().contains("probably"))
  }
}
