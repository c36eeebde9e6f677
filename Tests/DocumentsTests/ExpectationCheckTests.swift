import Diagnosis
import Figures
import LossSurfaces
import Optimization
import Testing

@testable import Documents

/// What claims say of runs of which theory knows all: the bowl (x² + y²)/2 contracts by |1 − η| a step.
@Suite struct ExpectationCheckTests {
  /// Rates 0.5 (converges), 1.9 (zigzags, converges), 2.1 (diverges slowly), 100 (flies off).
  private static let runs: [FigureRun] = {
    let text = """
      formula: (x^2 + y^2)/2
      start: [1, 0]
      steps: 40
      runs:
        - {learning-rate: 0.5, label: good}
        - {learning-rate: 1.9}
        - {learning-rate: 2.1}
        - {learning-rate: 100, label: wild}
      """
    do {
      let recipe = try Recipe(yaml: text, file: "bowl.yaml")
      return Rendering(try Plan(recipe, surface: try recipe.surface())).runs
    } catch { preconditionFailure("\(error)") }
  }()

  @Test(arguments: [
    "1: converged", "good: converged", "1: not diverged", "1: not zigzag", "4: diverged", "wild: not converged",
    "η = 1.9: not diverged", "2: zigzag", "3: diverging", "all: final-y = 0",
    // |1 − 0.5|^40/…: loss = 2⁻⁸⁰/2, x = 2⁻⁴⁰.
    "1: final-loss < 1e-23", "1: final-loss > 0", "1: final-x <= 1e-12", "1: final-x >= 9e-13", "1: final-x = 9.1e-13",
    // x halves: the loss is 0.5·4⁻ᵗ ≤ 1e-3 from t = 5 on.
    "1: steps-to 1e-3 = 5", "1: steps-to 1e-3 <= 5", "1: steps-to 1e-3 >= 5",
    "1: sharpness = 1.00", "1: eta-sharpness = 0.50", "2: eta-sharpness = 1.90", "all: rate-cuts = 0",
    "4: diverged-step < 10", "1: converged-step < 40", "1: final-distance < 1e-11",
  ])
  func holds(_ claim: String) throws {
    #expect(try Documents.Expectation(parsing: claim).broken(by: Self.runs) == [])
  }

  @Test(arguments: [
    ("1: diverged", 1), ("all: converged", 3), ("4: not diverged", 1), ("1: zigzag", 1), ("2: not zigzag", 1),
    ("1: final-loss > 1", 1), ("1: final-x = 1.0", 1), ("1: period = 2", 1), ("1: escaped-step < 5", 1),
    ("4: converged-step < 40", 1), ("3: steps-to 1e-3 < 40", 1), ("all: final-y > 0", 4),
  ])
  func fails(_ claim: String, _ count: Int) throws {
    #expect(try Documents.Expectation(parsing: claim).broken(by: Self.runs).count == count)
  }

  /// A broken claim says which run did what instead.
  @Test func saysWhatHappened() throws {
    let verdict = Self.runs[0].assessment.verdict
    #expect(
      try Documents.Expectation(parsing: "good: diverged").broken(by: Self.runs) == [
        "expected 'good: diverged', but run 1 (good) has the verdict converged: \(verdict.sentence)"
      ])
    #expect(
      try Documents.Expectation(parsing: "1: final-x > 1").broken(by: Self.runs) == [
        "expected '1: final-x > 1', but run 1 (good) has final-x = 9.09495×10⁻¹³"
      ])
    #expect(
      try Documents.Expectation(parsing: "1: period = 2").broken(by: Self.runs) == [
        "expected '1: period = 2', but run 1 (good) has no period; it has the verdict converged: \(verdict.sentence)"
      ])
    let zigzag = try #require(Self.runs[1].assessment.events.first { $0.kind == .zigzag })
    #expect(
      try Documents.Expectation(parsing: "2: not zigzag").broken(by: Self.runs) == [
        "expected '2: not zigzag', but run 2 (η = 1.9) has it at step \(zigzag.step)"
      ])
  }

  @Test func namesRunsThatAreNotThere() throws {
    func refusal(_ claim: String, _ labels: [String]) throws -> String? {
      let expectation = try Documents.Expectation(parsing: claim)
      return #expect(throws: InputError.self) { try expectation.indices(among: labels) }?.description
    }
    #expect(
      try refusal("3: converged", ["a", "b"]) == "'3: converged' speaks of run 3\nThere are runs 1 to 2.")
    #expect(
      try refusal("0: converged", ["a"]) == "'0: converged' speaks of run 0\nThere is one run: number 1.")
    #expect(try refusal("-1: converged", ["a"]) == "'-1: converged' speaks of run -1\nThere is one run: number 1.")
    #expect(
      try refusal("smal: converged", ["small", "large"])
        == "no run has the label 'smal'\nDid you mean 'small'?")
  }

  /// Two runs with the same label are both meant.
  @Test func labelOfTwoRuns() throws {
    #expect(try Documents.Expectation(parsing: "a: converged").indices(among: ["a", "b", "a"]) == [0, 2])
  }
}
