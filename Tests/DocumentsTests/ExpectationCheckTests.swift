import Diagnosis
import Figures
import LossSurfaces
import Optimization
import Testing

@testable import Documents

/// What claims say of runs of which theory knows all: the bowl (x² + y²)/2 contracts by |1 − η| a step.
@Suite struct ExpectationCheckTests {
  /// Rates 0.5 (converges), 1.9 (zigzags, converges), 2.1 (diverges slowly), 100 (flies off).
  private static let groups: [RunGroup] = {
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
      return Rendering(try Plan(recipe, surface: try recipe.surface())).groups
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
    #expect(try Documents.Expectation(parsing: claim).broken(by: Self.groups) == [])
  }

  @Test(arguments: [
    ("1: diverged", 1), ("all: converged", 3), ("4: not diverged", 1), ("1: zigzag", 1), ("2: not zigzag", 1),
    ("1: final-loss > 1", 1), ("1: final-x = 1.0", 1), ("1: period = 2", 1), ("1: escaped-step < 5", 1),
    ("4: converged-step < 40", 1), ("3: steps-to 1e-3 < 40", 1), ("all: final-y > 0", 4),
  ])
  func fails(_ claim: String, _ count: Int) throws {
    #expect(try Documents.Expectation(parsing: claim).broken(by: Self.groups).count == count)
  }

  /// A figure without runs keeps no claim of one.
  @Test func ofNoRuns() throws {
    let error = #expect(throws: InputError.self) {
      try Documents.Expectation(parsing: "1: diverged").indices(among: [])
    }
    #expect(error?.description == "'1: diverged' speaks of run 1\nThere are no runs.")
  }

  /// An exponent beyond all numbers is a tolerance of nothing.
  @Test func theSmallestExponent() throws {
    let claim = try Documents.Expectation(parsing: "1: final-loss = 1.5e-9223372036854775808")
    #expect(claim.broken(by: Self.groups).count == 1)
  }

  /// A broken claim says which run did what instead.
  @Test func saysWhatHappened() throws {
    let verdict = Self.groups[0].runs[0].assessment.verdict
    #expect(
      try Documents.Expectation(parsing: "good: diverged").broken(by: Self.groups) == [
        "expected 'good: diverged', but run 1 (good) has the verdict converged: \(verdict.sentence)"
      ])
    #expect(
      try Documents.Expectation(parsing: "1: final-x > 1").broken(by: Self.groups) == [
        "expected '1: final-x > 1', but run 1 (good) has final-x = 9.09495×10⁻¹³"
      ])
    #expect(
      try Documents.Expectation(parsing: "1: period = 2").broken(by: Self.groups) == [
        "expected '1: period = 2', but run 1 (good) has no period; it has the verdict converged: \(verdict.sentence)"
      ])
    let zigzag = try #require(Self.groups[1].runs[0].assessment.events.first { $0.kind == .zigzag })
    #expect(
      try Documents.Expectation(parsing: "2: not zigzag").broken(by: Self.groups) == [
        "expected '2: not zigzag', but run 2 (η = 1.9) has it at step \(zigzag.step)"
      ])
  }

  /// Eight seeds on the bowl with noise 1 and a rate of 1: the last point is the noise alone, (±1, ±1) about 0.
  private static let seeds: [RunGroup] = {
    do {
      let recipe = try Recipe(
        yaml:
          "formula: (x^2 + y^2)/2\nstart: [1, 0]\nsteps: 5\nlearning-rate: 1\nruns: [{noise: 1, seeds: 1..8}, {}]\n",
        file: "bowl.yaml")
      return Rendering(try Plan(recipe, surface: try recipe.surface())).groups
    } catch { preconditionFailure("\(error)") }
  }()

  /// A claim holds when it does for every seed; one about the mean, when it does for the mean.
  @Test(arguments: [
    ("1: final-loss > 0", nil), ("1: not diverged", nil), ("2: final-loss = 0", nil), ("2: mean final-loss = 0", nil),
    ("all: mean final-x < 1", nil), ("1: final-x < 0", 1), ("1: mean final-x > 100", 1), ("all: mean final-y > 100", 2),
    ("1: mean converged-step < 9", 1),
  ])
  func ofSeveralSeeds(_ claim: String, _ count: Int?) throws {
    let expectation = try Documents.Expectation(parsing: claim)
    #expect(expectation.broken(by: Self.seeds).count == count ?? 0)
  }

  @Test func saysWhichSeeds() throws {
    let runs = Self.seeds[0].runs
    func said(_ claim: String) throws -> String? {
      try Documents.Expectation(parsing: claim).broken(by: Self.seeds).first
    }
    let positive = runs.filter { $0.trajectory.x[5] >= 0 }
    let first = try #require(positive.first)
    #expect((2..<8).contains(positive.count))
    #expect(
      try said("1: final-x < 0")
        == "expected '1: final-x < 0', but run 1 (\(Self.seeds[0].label)) with seed \(first.trajectory.run.seed) "
        + "has final-x = \(NumberText.string(first.trajectory.x[5], digits: 6)) (\(positive.count) of 8 seeds break it)"
    )
    let mean = runs.reduce(0) { $0 + $1.trajectory.x[5] } / 8
    #expect(
      try said("1: mean final-x > 100")
        == "expected '1: mean final-x > 100', but run 1 (\(Self.seeds[0].label)) has mean final-x = \(NumberText.string(mean, digits: 6))"
    )
    #expect(
      try said("1: mean period = 2")
        == "expected '1: mean period = 2', but run 1 (\(Self.seeds[0].label)) with seed 1 has no period, so that there is no mean"
    )
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
