import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Documents

@Suite struct GridRenderingTests {
  private static let small = "figure: grid\nsteps: 20\nsize: [400, 300]\nscale: 1\n"

  private static func plan(_ yaml: String) throws -> GridPlan {
    let recipe = try Recipe(yaml: small + yaml, file: "r.yaml")
    return try GridPlan(recipe, surfaces: recipe.gridSurfaces())
  }

  /// Every combination is a cell, the last that varies fastest.
  @Test func combinations() throws {
    let plan = try Self.plan(
      "surface: ravine\ncompare: {schedule: [constant, {step: {every: 5}}], learning-rate: [0.1, 0.19]}\n")
    #expect(
      plan.labels == [
        "η = 0.1, constant", "η = 0.19, constant", "η = 0.1, step ×0.5 every 5", "η = 0.19, step ×0.5 every 5",
      ])
    #expect(try Self.plan("surface: bowl\ncompare: {schedule: all}\n").labels.count == Schedule.namesOfAll.count)
    #expect(try Self.plan("surface: bowl\ncompare: {optimizer: all}\n").labels.count == Optimizer.names.count)
    let surfaces = try Self.plan("compare: {surface: [ravine, himmelblau], optimizer: [sgd, adam]}\n")
    #expect(surfaces.labels == ["ravine: SGD", "ravine: Adam", "himmelblau: SGD", "himmelblau: Adam"])
    // On each surface its own start and rate, and the same steps.
    #expect(surfaces.plans.map(\.runs[0].start) == [Point(2.5, 1.5), Point(0, 0)])
    #expect(surfaces.plans.flatMap(\.runs).allSatisfy { $0.steps == 20 })
  }

  /// Every schedule but those that need keys and the sweep.
  @Test func allSchedules() {
    #expect(Set(Schedule.names).subtracting(Schedule.namesOfAll) == ["range-test", "formula"])
  }

  @Test(arguments: [
    "surface: ravine\ncompare: {learning-rate: [0.05, 0.1], optimizer: all}\n",
    "surface: sharp-flat\nnoise: 1\ncompare: {schedule: [constant, cosine], seeds: 1..4}\ntheme: dark\n",
    "surface: linear-regression\ncompare: {batch-size: [1, 8]}\npanels: [loss]\narrows: false\nlevels: 9\n",
    "formula: x^2 + 3*y^2\nruns: [{learning-rate: 0.1}, {learning-rate: 0.2, label: mine}]\n",
    "compare: {surface: [bowl, kink, rosenbrock], schedule: [constant, cosine]}\npalette: greys\n",
    "compare: {surface: bowl}\nexpect: ['1: converging']\n",
  ])
  func drawsTheSame(_ yaml: String) throws {
    let plan = try Self.plan(yaml)
    let again = try Recipe(yaml: plan.canonicalText, file: "canonical.yaml")
    let replan = try GridPlan(again, surfaces: again.gridSurfaces())
    #expect(replan.canonicalText == plan.canonicalText)
    let (first, second) = (GridRendering(plan), GridRendering(replan))
    #expect(first.brokenPromises.isEmpty)
    let png = try first.png()
    #expect(try second.png() == png)
    let said = try Recipe(yaml: plan.recipe.yaml, file: "said.yaml")
    #expect(try GridPlan(said, surfaces: said.gridSurfaces()).canonicalText == plan.canonicalText)
    #expect(try PNG.texts(in: png).first { $0.keyword == "Description" }?.text == first.description)
  }

  /// A grid without a size takes one at which its cells can be read, and the picture says it.
  @Test func ownSize() throws {
    let recipe = try Recipe(yaml: "figure: grid\nsurface: bowl\ncompare: {schedule: all}\n", file: "r.yaml")
    let plan = try GridPlan(recipe, surfaces: recipe.gridSurfaces())
    #expect(plan.size == (1000, 1370))
    #expect(plan.canonicalText.contains("size: [1000, 1370]"))
    #expect(try Self.plan("surface: bowl\n").size == (400, 300))
  }

  @Test func expectationsSpeakOfCells() throws {
    let yaml = "compare: {surface: [ravine, bowl], learning-rate: [0.05, 0.1]}\n"
    #expect(
      GridRendering(try Self.plan(yaml + "expect: ['bowl: η = 0.1: converging', '1: not diverged']")).brokenPromises
        == [])
    let broken = GridRendering(try Self.plan(yaml + "expect: ['ravine: η = 0.05: diverged']")).brokenPromises
    #expect(broken.count == 1)
    #expect(broken[0].hasPrefix("expected 'ravine: η = 0.05: diverged', but run 1 (ravine: η = 0.05) has the verdict"))
  }

  @Test(arguments: [
    (
      "surface: bowl\ncompare: {scedule: all}",
      "r.yaml:6:11: unknown key 'scedule'\n    compare: {scedule: all}\n              ^\nDid you mean 'schedule'?"
    ),
    (
      "surface: bowl\ncompare: {schedule: []}",
      "r.yaml:6:21: 'schedule' is an empty list\n    compare: {schedule: []}\n                        ^\nName at least one."
    ),
    (
      "surface: bowl\ncompare: {schedule: [constant, cosin]}",
      "r.yaml:6:32: unknown schedule 'cosin'\n    compare: {schedule: [constant, cosin]}\n                                   ^\nDid you mean 'cosine'?"
    ),
    (
      "compare: {surface: [bowl, rosenbrok]}",
      "r.yaml:5:27: unknown surface 'rosenbrok'\n    compare: {surface: [bowl, rosenbrok]}\n                              ^\nDid you mean 'rosenbrock'?"
    ),
    (
      "surface: bowl\ncompare: {surface: [kink]}",
      "r.yaml:6:20: the recipe names its surface already\n    compare: {surface: [kink]}\n                       ^\nName surfaces once, in 'compare' or above it."
    ),
    (
      "surface: bowl\nruns: [{learning-rate: 1}]\ncompare: {schedule: all}",
      "r.yaml:6:7: 'runs' and 'compare' exclude each other\n    runs: [{learning-rate: 1}]\n          ^\nLeave one of them out."
    ),
    (
      "surface: bowl\nseed: 3\ncompare: {seeds: 1..4}",
      "r.yaml:7:18: a seed is given already, above 'compare'\n    compare: {seeds: 1..4}\n                     ^\nLeave one of them out."
    ),
    (
      "compare: {surface: [bowl, ravine], schedul: all}",
      "r.yaml:5:36: unknown key 'schedul'\n    compare: {surface: [bowl, ravine], schedul: all}\n                                       ^\nDid you mean 'schedule'?"
    ),
    (
      "surface: bowl\nlabels: true",
      "r.yaml:6:1: 'labels' has no meaning in a grid\n    labels: true\n    ^\nLeave it out."
    ),
    (
      "surface: bowl\npanels: [loss, stability]",
      "the cells of a grid have no stability panel\nLeave it out of panels, or draw the runs in one map."
    ),
    ("title: no surface", "r.yaml:1:1: the recipe names no surface\n    figure: grid\n    ^\nGive surface or formula."),
    (
      "surface: bowl\ncompare: {seeds: 1..5}",
      "r.yaml:6:18: 'seeds' is given, but nothing depends on a seed: there is neither noise nor a batch drawn by chance\n    compare: {seeds: 1..5}\n                     ^\nAdd noise, or a batch size below that of the data, or leave the seeds out."
    ),
  ])
  func badInput(_ yaml: String, _ message: String) throws {
    let told = #expect(throws: InputError.self) { try Self.plan(yaml) }?.description
    #expect(told == message || told?.hasPrefix(message) == true, "\(told ?? "")")
  }

  @Test func tooMany() throws {
    var recipe = Recipe(source: .named("bowl"))
    recipe.kind = .grid
    recipe.runs = Array(repeating: RunSettings(), count: 101)
    #expect(
      #expect(throws: InputError.self) { try GridPlan(recipe, surfaces: recipe.gridSurfaces()) }?.description
        == "101 cells do not fit one picture\nAt most 100 are drawn.")
    recipe.runs = []
    recipe.settings.noise = Noise(x: 1, y: 1)
    recipe.settings.seeds = 1...20_001
    #expect(
      #expect(throws: InputError.self) { try GridPlan(recipe, surfaces: recipe.gridSurfaces()) }?.description
        == "20,001 runs are too many for one picture\nAt most 20,000 are made.")
  }
}
