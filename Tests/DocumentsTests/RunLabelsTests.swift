import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Documents

/// Runs are named by what tells them apart.
@Suite struct RunLabelsTests {
  private func labels(_ yaml: String, surface: String = "bowl") throws -> [String] {
    let recipe = try Recipe(yaml: "surface: \(surface)\n" + yaml, file: "r.yaml")
    return try Plan(recipe, surface: recipe.surface()).labels
  }

  @Test(arguments: [
    ("learning-rate: 0.25", ["η = 0.25"]),
    ("schedule: step:factor=0.5,every=20", ["step ×0.5 every 20"]),
    ("runs: [{label: mine}]", ["mine"]),
    ("runs: [{learning-rate: 0.1}, {learning-rate: 0.2}]", ["η = 0.1", "η = 0.2"]),
    ("runs: [{learning-rate: 0.1, label: small}, {learning-rate: 0.2}]", ["small", "η = 0.2"]),
    ("runs: [{steps: 10}, {steps: 2000}]", ["10 steps", "2000 steps"]),
    ("noise: 1\nruns: [{seed: 1}, {seed: 2}]", ["seed 1", "seed 2"]),
    ("runs: [{noise: 0}, {noise: [0, 3]}, {noise: 2}]", ["no noise", "noise 0, 3", "noise 2"]),
    ("runs: [{start: [1, 2]}, {start: [-1, 0.5]}]", ["start (1, 2)", "start (−1, 0.5)"]),
    ("runs: [{optimizer: sgd}, {optimizer: sgd:momentum=0.9}]", ["SGD", "SGD with momentum 0.9"]),
    (
      "runs: [{learning-rate: 0.1}, {learning-rate: 0.2, steps: 50}]", ["η = 0.1, 100 steps", "η = 0.2, 50 steps"]
    ),
    ("runs: [{}, {}]", ["run 1", "run 2"]),
  ])
  func named(_ yaml: String, _ expected: [String]) throws { #expect(try labels(yaml) == expected) }

  @Test(arguments: [
    (
      "runs: [{batch-size: 1}, {batch-size: 4}, {}]",
      ["batch 1 of 8, reshuffled", "batch 4 of 8, reshuffled", "full batch"]
    ),
    (
      "batch-size: 4\nruns: [{sampling: reshuffle}, {sampling: replacement}]",
      ["batch 4 of 8, reshuffled", "batch 4 of 8, with replacement"]
    ),
    (
      "steps: 20 epochs\nschedule: step:every=3 epochs\nruns: [{batch-size: 1}, {batch-size: 4}]",
      ["batch 1 of 8, reshuffled", "batch 4 of 8, reshuffled"]
    ),
    (
      "batch-size: 4\nruns: [{steps: 3 epochs}, {steps: 1 epoch}, {steps: 1}]", ["3 epochs", "1 epoch", "1 step"]
    ),
    ("batch-size: 4\nschedule: step:every=3 epochs", ["step ×0.5 every 3 epochs"]),
    ("batch-size: 4\nruns: [{seed: 1}, {seed: 2}]", ["seed 1", "seed 2"]),
  ])
  func namedByBatches(_ yaml: String, _ expected: [String]) throws {
    #expect(try labels(yaml, surface: "linear-regression") == expected)
  }
}
