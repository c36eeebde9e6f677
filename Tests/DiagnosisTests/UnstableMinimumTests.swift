import Diagnosis
import LossSurfaces
import Testing

@Suite struct UnstableMinimumTests {
  @Test func bouncesAbout() throws {
    let verdict = try TestRun(.rosenbrock, -1.2, 1, rate: 0.0025, steps: 3000).verdict()
    #expect(verdict.kind == .converging)
    #expect(verdict.words == "cannot settle at (1, 1): η > 2/λ")
    #expect(
      verdict.sentence == """
        Bounces about the minimum at (1, 1), 0.28 away with loss 0.123 after 3000 steps, but cannot settle there as \
        long as η = 0.0025 is above 2/λmax = 0.002.
        """)
    // λmax at (1, 1) is 501 + √(501² − 400) = 1001.6.
    #expect(abs(try #require(verdict.figures["sharpnessAtMinimum"]) - 1001.6) < 0.01)
    #expect(abs(try #require(verdict.figures["stableRate"]) - 0.0019968) < 1e-7)
  }

  /// As many digits as show that the one is above the other.
  @Test func justAboveTheLimit() throws {
    let verdict = try TestRun(.rosenbrock, -1.2, 1, rate: 0.002, steps: 3000).verdict()
    #expect(verdict.words == "nears (1, 1), cannot settle: η > 2/λ")
    #expect(verdict.sentence.hasPrefix("Nears the minimum at (1, 1), 0.085 away"))
    #expect(verdict.sentence.hasSuffix("as long as η = 0.002 is above 2/λmax = 0.001997."))
  }

  @Test(arguments: [
    (TestRun(.river, -1.5, 1.2, rate: 0.07, steps: 400), "nears (8, −0.07), cannot settle: η > 2/λ"),
    (TestRun(.sharpFlat, -1.55, 0.05, rate: 0.105, steps: 40), "nears (−1.5, 0), cannot settle: η > 2/λ"),
    (
      TestRun(.river, -1.5, 1.2, rate: 0.102, steps: 100, optimizer: "sgd:momentum=0.5"),
      "nears (8, −0.07), cannot settle: η > limit"
    ),
  ])
  func words(run: TestRun, words: String) throws {
    let verdict = try run.verdict()
    #expect(verdict.kind == .converging)
    #expect(verdict.words == words)
    #expect(!verdict.sentence.contains("×"))
  }

  @Test func crawlsInVain() throws {
    let verdict = try TestRun(.plateau, 4, 0.5, rate: 10, steps: 300).verdict()
    #expect(verdict.kind == .crawling)
    #expect(verdict.words == "crawls to (0, 0), cannot settle: η > 2/λ")
    #expect(
      verdict.sentence == """
        Crawls: after 300 steps it is still 4.7 from the minimum at (0, 0), and it cannot settle there as long as \
        η = 10 is above 2/λmax = 2.
        """)
  }

  /// Below the limit, at a kink, and without a limit from theory, nothing of the kind is said.
  @Test(arguments: [
    TestRun(.rosenbrock, -1.2, 1, rate: 0.0015, steps: 3000), TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 40),
    TestRun(.kink, 1.33, 1, rate: 0.1, steps: 200, schedule: "inverse-time:rate=0.1"),
    TestRun(.ravine, 2.5, 1.5, rate: 0.3, steps: 10, optimizer: "adam"),
  ])
  func settles(run: TestRun) throws { #expect(try !run.verdict().sentence.contains("settle there")) }
}
