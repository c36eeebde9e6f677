import Optimization
import Testing

@testable import Documents

/// Schedules are named by what tells them apart.
@Suite struct ScheduleLabelsTests {
  private func labels(_ texts: [String], rates: [Double] = [0.1], given: [String?]? = nil) throws -> ScheduleLabels {
    let schedules = try rates.flatMap { rate in
      try texts.map { try Schedule(Specification(parsing: $0), learningRate: rate, steps: 100) }
    }
    return ScheduleLabels(of: schedules, given: given ?? schedules.map { _ in nil })
  }

  @Test(
    arguments: [
      (
        ["step:factor=0.5", "step:factor=0.7"], "step by factor", ["factor 0.5", "factor 0.7"],
        "step · every 25 · ε₀ = 0.1"
      ),
      (
        ["multi-step:milestones=5/12", "multi-step:milestones=50"], "multi step by milestones",
        ["milestones 5, 12", "milestones 50"], "multi step · factor 0.1 · ε₀ = 0.1"
      ),
      (
        ["exponential:staircase=true", "exponential"], "exponential by staircase", ["staircase", "no staircase"],
        "exponential · factor 0.954993 · every 1 · ε₀ = 0.1"
      ),
      (
        ["cosine", "cosine:like=torch", "cosine:warmup=5,like=keras"], "3 × cosine",
        [
          "until 100, like Descent, no warmup, no warmup-start", "until 100, like torch, no warmup, no warmup-start",
          "until 95, like Keras, warmup 5, warmup-start 0",
        ],
        "cosine · final 0 · ε₀ = 0.1"
      ),
    ] as [([String], String, [String], String)])
  func families(texts: [String], subject: String, names: [String], shared: String) throws {
    let labels = try labels(texts)
    #expect(labels.subject == (names.count == 2 ? "Learning rate: " : "") + subject)
    #expect(labels.labels == names)
    #expect(labels.shared.joined(separator: " · ") == shared)
  }

  @Test func ratesOfOneSchedule() throws {
    let cosine = try labels(["cosine"], rates: [0.1, 0.05])
    #expect(cosine.labels == ["ε₀ = 0.1", "ε₀ = 0.05"])
    #expect(cosine.subject == "Learning rate: cosine by ε₀")
    #expect(cosine.shared == ["cosine to 0 at 100"])
    #expect(cosine.shades == [1, 0])
    // What is fitted to the rate differs too, and is said.
    let linear = try labels(["linear"], rates: [0.1, 0.05])
    #expect(linear.labels == ["ε₀ = 0.1, final 0.001", "ε₀ = 0.05, final 0.0005"])
    #expect(linear.shared == ["linear", "until 75"])
  }

  @Test func severalNames() throws {
    #expect(try labels(["cosine", "constant"]).labels == ["cosine to 0 at 100", "constant"])
    #expect(try labels(["cosine", "constant"]).subject == "2 schedules")
    #expect(try labels(["cosine", "constant"]).shades == nil)
    #expect(
      try labels(["cosine", "constant"], rates: [0.1, 0.2]).labels
        == ["cosine to 0 at 100, ε₀ = 0.1", "constant, ε₀ = 0.1", "cosine to 0 at 100, ε₀ = 0.2", "constant, ε₀ = 0.2"])
    // Keys that the settings do not name, where they alone differ.
    #expect(
      try labels(["constant", "plateau:cooldown=1", "plateau"]).labels
        == ["constant", "plateau ×0.1, patience 10, cooldown 1", "plateau ×0.1, patience 10, cooldown 0"])
  }

  @Test func formulasAreWrittenOut() throws {
    #expect(try labels(["formula:rate=lr", "formula:rate=lr/2"]).labels == ["η = lr", "η = lr/2"])
    #expect(try labels(["formula:rate=lr"], rates: [0.1, 0.2]).labels == ["ε₀ = 0.1", "ε₀ = 0.2"])
  }

  @Test func oneAndTheSame() throws {
    #expect(try labels(["cosine"]).labels == ["cosine to 0 at 100"])
    #expect(try labels(["cosine"]).subject == "Learning rate: cosine to 0 at 100")
    #expect(try labels(["cosine", "cosine"]).labels == ["cosine to 0 at 100", "cosine to 0 at 100"])
    #expect(try labels(["cosine", "step"], given: ["mine", nil]).labels == ["mine", "step ×0.5 every 25"])
  }

  /// Shades follow one number; two numbers or words span no family.
  @Test func shades() throws {
    #expect(try labels(["step:factor=0.9", "step:factor=0.5", "step:factor=0.7"]).shades == [1, 0, 0.5])
    #expect(try labels(["cosine", "cosine:like=torch"]).shades == nil)
    #expect(
      try labels(["step:factor=0.5,every=3", "step:factor=0.5,every=4", "step:factor=0.7,every=3"]).shades == nil)
  }
}
