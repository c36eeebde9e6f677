import Diagnosis
import LossSurfaces
import Testing

@Suite struct ProspectTests {
  @Test func onItsWay() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.02, steps: 40).verdict()
    #expect(verdict.words == "1.1 from the minimum after 40 steps")
    #expect(
      verdict.sentence == """
        On its way to the minimum at (0, 0): after 40 steps it is 1.1 away with loss 0.621, and its excess over the \
        minimum changes by ×0.96 a step.
        """)
    // Along x, where λ = 1, the loss shrinks by (1 − 0.02)² a step.
    #expect(abs(try #require(verdict.figures["factorPerStep"]) - 0.9604) < 1e-4)
    #expect(abs(try #require(verdict.figures["distance"]) - 1.114) < 1e-3)
  }

  @Test func zigzaggingOnItsWay() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 40).verdict()
    #expect(verdict.words == "zigzags, 0.022 from the minimum after 40 steps")
    #expect(verdict.sentence.hasPrefix("On its way, zigzagging, to the minimum at (0, 0): after 40 steps"))
  }

  @Test func crawls() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 0.001, steps: 100).verdict()
    #expect(verdict.words == "crawls, 2.3 from the minimum after 100 steps")
    // ln(1000·0.999²⁰⁰)/(2·ln(1/0.999)) = 3352
    #expect(abs(try #require(verdict.figures["stepsNeeded"]) - 3352) < 1)
    #expect(
      verdict.sentence == """
        Crawls: after 100 steps it is still 2.3 from the minimum at (0, 0), and at this pace it would take about 3400 \
        steps more.
        """)
  }

  /// On the rim of the plateau, and beside a saddle, the pace of now is not the pace to come.
  @Test(arguments: [
    TestRun(.plateau, 4, 0.5, rate: 0.1, steps: 100), TestRun(.boundedSaddle, 1.5, 1e-9, rate: 0.1, steps: 150),
    // The gradient still shrinks here, towards the saddle, and grows again behind it.
    TestRun(.boundedSaddle, 1.5, 1e-9, rate: 0.1, steps: 50),
  ])
  func crawlsForNow(run: TestRun) throws {
    let verdict = try run.verdict()
    #expect(verdict.kind == .crawling)
    #expect(
      verdict.sentence.hasSuffix(
        """
         at this pace it would take more than 5 times the steps it had; but the slope steepens ahead, and how many it \
        takes cannot be told from here.
        """))
  }

  /// The border: to a thousandth it is ln(1000)/(2·ln(1/(1 − η))) steps in all, and six times the run.
  @Test func crawlingBegins() throws {
    // 3.4539/(−ln(1 − η)) = 600 at η = 0.00574.
    #expect(try TestRun(.bowl, 2, 1.5, rate: 0.0056, steps: 100).verdict().kind == .crawling)
    #expect(try TestRun(.bowl, 2, 1.5, rate: 0.0059, steps: 100).verdict().kind == .converging)
    // Too few steps to speak of a pace.
    #expect(try TestRun(.bowl, 2, 1.5, rate: 0.001, steps: 9).verdict().kind == .converging)
  }

  /// Facts 5.4: η₀ = 0.1 with γ = 0.95 leaves 12.8 % of the distance for ever, γ = 0.9 leaves 36 %.
  @Test(arguments: [(0.95, 0.128), (0.9, 0.358)])
  func freezes(factor: Double, share: Double) throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200, schedule: "exponential:factor=\(factor)")
    let verdict = try run.verdict()
    #expect(verdict.kind == .frozen)
    #expect(abs(try #require(verdict.figures["distance"]) / 2.5 - share) < 1e-3)
    // The rates left sum to η₀·γ²⁰⁰/(1 − γ).
    var rest = 0.1 / (1 - factor)
    for _ in 0..<200 { rest *= factor }
    #expect(abs(try #require(verdict.figures["remainingRates"]) / rest - 1) < 0.01)
  }

  @Test func wordsOfFreezing() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200, schedule: "exponential:factor=0.95").verdict()
    #expect(verdict.words == "frozen 0.32 short of the minimum")
    #expect(
      verdict.sentence == """
        Frozen 0.32 short of the minimum at (0, 0) after 200 steps: all learning rates still to come sum to no more \
        than 7×10⁻⁵, which with a gradient of 0.32 is not a hundredth of the way.
        """)
    let ended = try TestRun(.bowl, 2, 1.5, rate: 0.02, steps: 100, schedule: "cosine").verdict()
    #expect(ended.kind == .frozen)
    #expect(ended.sentence.hasSuffix("after 100 steps: the schedule has come to its end, and its rate stays at zero."))
  }

  @Test func frozenButClose() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 0.4, steps: 30, schedule: "cosine").verdict()
    #expect(verdict.words == "stopped 0.0015 short, nothing left to spend")
    #expect(
      verdict.sentence == """
        Frozen 0.0015 short of the minimum at (0, 0) after 30 steps: the schedule has come to its end, and its rate \
        stays at zero. That is close: 0.059 % of the distance at the start.
        """)
  }

  /// A short name stands for the minimum; of several without names, or with long ones, the place does.
  @Test(arguments: [
    (TestRun(.sharpFlat, 1.5, 1.1, rate: 0.01, steps: 60), "0.6 from the flat minimum after 60 steps"),
    (TestRun(.himmelblau, 1.5, 1.1, rate: 0.003, steps: 60), "0.0018 from (3, 2) after 60 steps"),
    (TestRun(.boundedSaddle, 1.5, 1.1, rate: 1, steps: 60), "zigzags, 0.029 from (0, 1) after 60 steps"),
    (TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 120), "zigzags, 4.8×10⁻⁶ from the minimum"),
    (TestRun(.twoLayer, 1.5, 1.1, rate: 0.01, steps: 60), "0.077 from (1.285, 0.778) after 60 steps"),
  ])
  func distanceFromWhat(run: TestRun, words: String) throws { #expect(try run.verdict().words == words) }

  /// Sums that have no bound, however slowly they grow, freeze nothing; nor does the low point of a cycle.
  @Test(arguments: [
    "constant", "inverse-time:rate=1", "inverse-sqrt:every=1", "linear:until=50,final=0.0001",
    "warm-restarts:period=50", "triangular:low=0.0001,up=25", "plateau:patience=1000",
  ])
  func doesNotFreeze(schedule: String) throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 0.01, steps: 100, schedule: schedule)
    #expect(try run.verdict().kind != .frozen)
  }
}
