import Figures
import LossSurfaces
import Optimization
import Testing

@testable import Documents

/// Every key of a recipe, and what is wrong with bad ones.
@Suite struct RecipeReaderTests {
  @Test func keysOfAReliefAndOfCurves() throws {
    let relief = try read("surface: bowl\nfigure: relief\nazimuth: -60\nelevation: 25")
    #expect(relief.kind == .relief && relief.azimuth == -60 && relief.elevation == 25)
    let plain = try read("surface: bowl\nfigure: relief")
    #expect(plain.azimuth == nil && plain.elevation == 35)
    let curves = try read("surface: bowl\nfigure: curves")
    #expect(curves.kind == .curves && curves.panels == [.loss])
    #expect(try read("surface: bowl\nfigure: curves\npanels: [stability]").panels == [.stability])
  }

  private func read(_ yaml: String) throws -> Recipe { try Recipe(yaml: yaml, file: "r.yaml") }

  @Test func everyKey() throws {
    let recipe = try read(
      """
      surface: rosenbrock
      parameters: {b: 10}
      start: [-1, 2]
      steps: 80
      seed: 7
      learning-rate: 1e-2
      schedule: {step: {factor: 0.5, every: 20}}
      optimizer: {sgd: {momentum: 0.9, nesterov: true}}
      noise: [0, 3]
      runs:
        - {learning-rate: 0.05, label: small, noise: 2}
        - {schedule: {multi-step: {milestones: [5, 12]}}, optimizer: adam, start: [0, 0], steps: 9, seed: 8}
      figure: path
      panels: [learning-rate]
      expect: ["small: converging", "2: final-loss < 1e-3"]
      title: A title
      view: {x: [-2, 2], y: [-1, 3]}
      levels: 12
      palette: mako
      theme: dark
      size: [800, 600]
      scale: 1.5
      labels: false
      arrows: false
      footer: A footer
      alt: An alternative
      caption: A caption
      width: 80%
      """)
    guard case .named("rosenbrock") = recipe.source else {
      Issue.record("\(recipe.source)")
      return
    }
    #expect(recipe.parameters == [Parameter("b", 10)])
    #expect(recipe.settings.start == Point(-1, 2))
    #expect(recipe.settings.steps == 80)
    #expect(recipe.settings.seed == 7)
    #expect(recipe.settings.learningRate == 0.01)
    #expect(recipe.settings.schedule?.description == "step:factor=0.5,every=20")
    #expect(recipe.settings.optimizer?.description == "sgd:momentum=0.9,nesterov=true")
    #expect(recipe.settings.noise == Noise(x: 0, y: 3))
    #expect(recipe.runs.map(\.label) == ["small", nil])
    #expect(recipe.runs[0].noise == Noise(x: 2, y: 2))
    #expect(recipe.runs[1].schedule?.description == "multi-step:milestones=5/12")
    #expect(recipe.runs[1].optimizer?.description == "adam")
    #expect(recipe.runs[1].seed == 8)
    #expect(recipe.kind == .path)
    #expect(recipe.panels == [.learningRate])
    #expect(recipe.expectations.map(\.description) == ["small: converging", "2: final-loss < 1e-3"])
    #expect(recipe.title == "A title")
    #expect(recipe.view == (try View(x: (-2, 2), y: (-1, 3))))
    #expect(recipe.levels == 12)
    #expect(recipe.palette == "mako")
    #expect(recipe.theme == .dark)
    #expect((recipe.width, recipe.height) == (800, 600))
    #expect(recipe.scale == 1.5)
    #expect(!recipe.hasLabels)
    #expect(!recipe.hasArrows)
    #expect(recipe.footer == "A footer")
    #expect(recipe.alt == "An alternative")
    #expect(recipe.caption == "A caption")
    #expect(recipe.displayWidth == "80%")
  }

  @Test func defaults() throws {
    let recipe = try read("surface: bowl")
    #expect(recipe.settings == RunSettings())
    #expect(recipe.runs == [])
    #expect(recipe.kind == .path)
    #expect(recipe.panels == [.loss, .learningRate])
    #expect((recipe.width, recipe.height, recipe.scale, recipe.levels) == (720, 540, 2, 20))
    #expect(recipe.theme == .light)
    #expect(recipe.hasLabels)
    #expect(recipe.hasArrows)
  }

  /// A surface is a name, a path, a formula, or written out.
  @Test func sources() throws {
    #expect(try read("surface: bowl").surface().name == "bowl")
    #expect(try read("formula: x^2 + 3*y^2").surface().loss.formula == "x^2 + 3*y^2")
    let formula = try read("formula: a*u\nparameters: {a: 2}\ndefinitions: {u: x^2 + y^2}").surface()
    #expect(formula.loss.value(at: Point(1, 2)) == 10)
    let inline = try read("surface: {name: own, formula: x^2 + y^4, view: {x: [-1, 1], y: [-1, 1]}, start: [0.5, 0]}")
    #expect(try inline.surface().name == "own")
    #expect(try inline.surface().start == Point(0.5, 0))
    let folder = try TemporaryFolder()
    try folder.write("title: Mine\nformula: x^2 + y^2\n", to: "mine.yaml")
    #expect(try read("surface: mine.yaml").surface(relativeTo: folder.path).title == "Mine")
    #expect(try read("surface: ./mine.yaml").surface(relativeTo: folder.path).title == "Mine")
    #expect(try read("surface: \(folder["mine.yaml"])").surface(relativeTo: "/").title == "Mine")
  }

  @Test func parametersOfASurface() throws {
    let surface = try read("surface: rosenbrock\nparameters: {b: 10}").surface()
    #expect(surface.loss.value(at: Point(0, 1)) == 11)
    // What other parameters make untrue is dropped; the minimum of Rosenbrock's valley stays.
    #expect(surface.criticalPoints.map(\.point) == [Point(1, 1)])
    #expect(throws: InputError("rosenbrock has no parameter 'c'", remedy: "The parameters are: a, b.")) {
      try read("surface: rosenbrock\nparameters: {c: 10}").surface()
    }
  }

  @Test func schedulesAlone() throws {
    let recipe = try read("figure: schedule\nlosses: [1, 0.5, 1e-3]\nruns: [{schedule: plateau}, {schedule: cosine}]")
    #expect(recipe.kind == .schedule)
    #expect(recipe.losses == [1, 0.5, 0.001])
    #expect(try read("figure: schedule\nlosses: 1 0.5 nan inf").losses.count == 4)
  }

  /// What is wrong, with place, line and caret.
  @Test(arguments: [
    (
      "surface: bowl\nlerning-rate: 3",
      "2:1: unknown key 'lerning-rate'\n    lerning-rate: 3\n    ^\nDid you mean 'learning-rate'?"
    ),
    (
      "surface: bowl\nruns: [{step: 3}]",
      "2:9: unknown key 'step'\n    runs: [{step: 3}]\n            ^\nDid you mean 'steps'?"
    ),
    (
      "surface: bowl\nruns: [{levels: 3}]",
      "2:9: unknown key 'levels'\n    runs: [{levels: 3}]\n            ^\nThe keys are: start, steps, seed, seeds, learning-rate, schedule, optimizer, noise, batch-size, sampling, label."
    ),
    (
      "surface: rosenbrok",
      "1:10: unknown surface 'rosenbrok'\n    surface: rosenbrok\n             ^\nDid you mean 'rosenbrock'?"
    ),
    ("steps: 3", "1:1: the recipe names no surface\n    steps: 3\n    ^\nGive surface or formula."),
    (
      "surface: bowl\nformula: x",
      "2:10: 'surface' and 'formula' exclude each other\n    formula: x\n             ^\nLeave one of them out."
    ),
    (
      "formula: x^2 + * y",
      "1:16: a value is missing between '+' and '*'\n    formula: x^2 + * y\n                   ^\nWrite a number, a name or a parenthesis."
    ),
    (
      "formula: a*x^2\nparameters: {a: 1, b: two}",
      "2:23: 'b' needs a number, got 'two'\n    parameters: {a: 1, b: two}\n                          ^"
    ),
    (
      "formula: u\ndefinitions: {u: sqr(x)}",
      "2:18: definition 'u': unknown function 'sqr'\n    definitions: {u: sqr(x)}\n                     ^\nDid you mean 'sqrt'?"
    ),
    (
      "surface: bowl\ndefinitions: {u: x}",
      "2:14: definitions belong to a formula\n    definitions: {u: x}\n                 ^\nA surface file has its own."
    ),
    (
      "surface: bowl\nlearning-rate: 0",
      "2:16: 'learning-rate' needs a number greater than 0, got '0'\n    learning-rate: 0\n                   ^"
    ),
    (
      "surface: bowl\nlearning-rate: fast",
      "2:16: 'learning-rate' needs a number, got 'fast'\n    learning-rate: fast\n                   ^"
    ),
    (
      "surface: bowl\nsteps: 1000000000000",
      "2:8: 'steps' needs a whole number from 1 to 10,000,000, got '1000000000000'\n    steps: 1000000000000\n           ^"
    ),
    (
      "surface: bowl\nsteps: 2.5",
      "2:8: 'steps' needs a whole number from 1 to 10,000,000, got '2.5'\n    steps: 2.5\n           ^"
    ),
    (
      "surface: bowl\nseed: -1",
      "2:7: 'seed' needs a whole number from 0 to 9,007,199,254,740,992, got '-1'\n    seed: -1\n          ^"
    ),
    (
      "surface: bowl\nnoise: -1",
      "2:8: noise is a standard deviation and cannot be negative\n    noise: -1\n           ^"
    ),
    (
      "surface: bowl\nschedule: stp",
      "2:11: unknown schedule 'stp'\n    schedule: stp\n              ^\nDid you mean 'step'?"
    ),
    (
      "surface: bowl\nschedule: step:evry=3",
      "2:16: unknown key 'evry' of 'step'\n    schedule: step:evry=3\n                   ^\nDid you mean 'every'?"
    ),
    (
      "surface: bowl\noptimizer: {sgd: {momentun: 0.9}}",
      "2:12: unknown key 'momentun' of 'sgd'\n    optimizer: {sgd: {momentun: 0.9}}\n               ^\nDid you mean 'momentum'?"
    ),
    (
      "surface: bowl\nschedule: {step: {every: 2}, cosine: {}}",
      "2:11: 'schedule' needs one name, got 2\n    schedule: {step: {every: 2}, cosine: {}}\n              ^\nWrite {step: {every: 20}}."
    ),
    (
      "surface: bowl\nexpect: ['1: convergd']",
      "2:10: 'convergd' is no verdict, event or comparison\n    expect: ['1: convergd']\n             ^\nDid you mean 'converged'?"
    ),
    (
      "surface: bowl\nsize: 800xx600",
      "2:7: 'size' needs a width and a height, got '800xx600'\n    size: 800xx600\n          ^\nWrite [800, 600] or 800x600."
    ),
    (
      "surface: bowl\npalette: virids",
      "2:10: unknown palette 'virids'\n    palette: virids\n             ^\nDid you mean 'viridis'?"
    ),
    ("surface: bowl\ntheme: drk", "2:8: 'theme' cannot be 'drk'\n    theme: drk\n           ^\nDid you mean 'dark'?"),
    (
      "surface: bowl\nfigure: grad",
      "2:9: 'figure' cannot be 'grad'\n    figure: grad\n            ^\nDid you mean 'grid'?"
    ),
    (
      "surface: bowl\nazimuth: 30",
      "2:1: 'azimuth' has a meaning in a relief only\n    azimuth: 30\n    ^\nLeave it out, or write 'figure: relief'."
    ),
    (
      "surface: bowl\nfigure: relief\npanels: [loss]",
      "3:1: 'panels' has no meaning in a relief\n    panels: [loss]\n    ^\nLeave it out, or write 'figure: path'."
    ),
    (
      "surface: bowl\nfigure: relief\nazimuth: 400",
      "3:10: 'azimuth' needs a number from −360 to 360, got '400'\n    azimuth: 400\n             ^"
    ),
    (
      "surface: bowl\nfigure: relief\nelevation: 90",
      "3:12: 'elevation' needs a number from 10 to 80, got '90'\n    elevation: 90\n               ^"
    ),
    (
      "surface: bowl\nfigure: curves\nlevels: 9",
      "3:1: 'levels' has no meaning in a figure of curves\n    levels: 9\n    ^\nLeave it out: no surface is drawn."
    ),
    (
      "surface: bowl\nfigure: curves\nrange: {low: 1}",
      "3:1: 'range' has a meaning in a range test only\n    range: {low: 1}\n    ^\nLeave it out, or write 'figure: range-test'."
    ),
    (
      "surface: bowl\nfigure: relief\nlosses: [1]",
      "3:1: 'losses' has no meaning where a surface is descended\n    losses: [1]\n    ^\nLeave it out, or write 'figure: schedule' and no surface."
    ),
    (
      "surface: bowl\nfigure: relief\ncompare: {learning-rate: [1, 2]}",
      "3:1: 'compare' has a meaning in a grid only\n    compare: {learning-rate: [1, 2]}\n    ^\nLeave it out, or write 'figure: grid'."
    ),
    (
      "figure: schedule\nelevation: 20",
      "2:1: 'elevation' has no meaning in a figure of schedules\n    elevation: 20\n    ^\nLeave it out, or leave 'figure' out."
    ),
    (
      "surface: bowl\npanels: [los]",
      "2:10: item 1 of 'panels' cannot be 'los'\n    panels: [los]\n             ^\nDid you mean 'loss'?"
    ),
    (
      "surface: bowl\nnoise-ellipse: middle",
      "2:16: 'noise-ellipse' needs a point or the word 'minimum', got 'middle'\n    noise-ellipse: middle\n                   ^\nWrite [1.4, -0.5] or minimum."
    ),
    (
      "figure: schedule\nnoise-ellipse: minimum",
      "2:1: 'noise-ellipse' has no meaning in a figure of schedules\n    noise-ellipse: minimum\n    ^\nLeave it out, or leave 'figure' out."
    ),
    (
      "surface: bowl\nlevels: 0",
      "2:9: 'levels' needs a whole number from 1 to 200, got '0'\n    levels: 0\n            ^"
    ),
    (
      "surface: bowl\nview: {x: [1, 1], y: [0, 1]}",
      "2:7: the view has no extent in x: 1.0 to 1.0\n    view: {x: [1, 1], y: [0, 1]}\n          ^\nGive the lower bound first and a larger upper bound, as in [-2, 2]."
    ),
    (
      "surface: bowl\nview: {x: [0, 1]}",
      "2:7: the key 'y' is missing\n    view: {x: [0, 1]}\n          ^\nAdd it: 'y: …'."
    ),
    (
      "surface: bowl\nsize: 1000000x1000000",
      "2:7: a picture of 1000000×1000000 at scale 2 is too large\n    size: 1000000x1000000\n          ^\nA side has at most 16,384 pixels and the whole at most 10⁸."
    ),
    (
      "surface: bowl\nsize: [100, 100]",
      "2:7: a picture of 100×100 is too small\n    size: [100, 100]\n          ^\nThe least size is 320x240."
    ),
    (
      "surface: bowl\nsize: big",
      "2:7: 'size' needs a width and a height, got 'big'\n    size: big\n          ^\nWrite [800, 600] or 800x600."
    ),
    (
      "surface: bowl\nscale: 1000",
      "2:8: a picture of 720×540 at scale 1000 is too large\n    scale: 1000\n           ^\nA side has at most 16,384 pixels and the whole at most 10⁸."
    ),
    (
      "surface: bowl\nlabels: maybe", "2:9: 'labels' needs true or false, got 'maybe'\n    labels: maybe\n            ^"
    ),
    (
      "surface: bowl\nlosses: [1]",
      "2:1: 'losses' has no meaning where a surface is descended\n    losses: [1]\n    ^\nLeave it out, or write 'figure: schedule' and no surface."
    ),
    (
      "figure: schedule\nexpect: ['1: converged']",
      "2:1: 'expect' has no meaning in a figure of schedules\n    expect: ['1: converged']\n    ^\nLeave it out, or leave 'figure' out."
    ),
    (
      "figure: schedule\nruns: [{steps: 3}]",
      "2:9: 'steps' has no meaning in a figure of schedules\n    runs: [{steps: 3}]\n            ^\nLeave it out, or leave 'figure' out."
    ),
    (
      "figure: schedule\nlosses: 1 two",
      "2:9: 'two' is not a number\n    losses: 1 two\n            ^\nWrite losses with spaces between them."
    ),
    (
      "surface: bowl\nlearning-rate: [0.1, 1.6]",
      "2:16: 'learning-rate' needs one value, got a list of 2 items\n    learning-rate: [0.1, 1.6]\n                   ^\nMake each a run of its own: runs: [{learning-rate: 0.1}, {learning-rate: 1.6}]."
    ),
    (
      "surface: bowl\nlearning-rate: 0.1,1,1.6",
      "2:16: 'learning-rate' needs one value, got '0.1,1,1.6'\n    learning-rate: 0.1,1,1.6\n                   ^\nMake each a run of its own: runs: [{learning-rate: 0.1}, {learning-rate: 1}, …]."
    ),
    (
      "surface: bowl\nschedule: [cosine, step]",
      "2:11: 'schedule' needs one value, got a list of 2 items\n    schedule: [cosine, step]\n              ^\nMake each a run of its own: runs: [{schedule: cosine}, {schedule: step}]."
    ),
    (
      "surface: bowl\nruns: [{optimizer: [adam, {sgd: {momentum: 0.9}}]}]",
      "2:20: 'optimizer' needs one value, got a list of 2 items\n    runs: [{optimizer: [adam, {sgd: {momentum: 0.9}}]}]\n                       ^\nMake each a run of its own: runs: [{optimizer: adam}, {optimizer: …}]."
    ),
    (
      "surface: bowl\nseed: [1, 2]",
      "2:7: 'seed' needs one value, got a list of 2 items\n    seed: [1, 2]\n          ^\nMake each a run of its own: runs: [{seed: 1}, {seed: 2}], or seeds: 1..3."
    ),
    (
      "surface: bowl\nseed: 1..3",
      "2:7: 'seed' needs one value, got '1..3'\n    seed: 1..3\n          ^\nWrite seeds: 1..3."
    ),
    (
      "surface: bowl\nstart: [[1, 2], [2, 1]]",
      "2:8: 'start' needs one point, got a list of 2 items\n    start: [[1, 2], [2, 1]]\n           ^\nMake each a run of its own: runs: [{start: [1, 2]}, {start: [2, 1]}]."
    ),
    (
      "surface: [bowl, ravine]",
      "1:10: 'surface' needs one surface, got a list of 2 items\n    surface: [bowl, ravine]\n             ^\nMake a picture for each, or a grid: figure: grid, with compare: {surface: […]}."
    ),
    (
      "surface: bowl\nview: -2..2,-1..3",
      "2:7: 'view' needs a range for each side, got '-2..2,-1..3'\n    view: -2..2,-1..3\n          ^\nWrite {x: [-2, 2], y: [-1, 3]}."
    ),
    ("- bowl", "1:1: the file needs a mapping of keys to values, got a list of 1 item\n    - bowl\n    ^"),
  ])
  func refuses(_ yaml: String, _ message: String) {
    let error = #expect(throws: InputError.self) { try read(yaml) }
    #expect(error?.description == "r.yaml:" + message)
  }

  /// What is wrong only together with the surface is told with the place in the recipe, too.
  @Test(arguments: [
    (
      "formula: log(x) + y^2\nstart: [-1, 0]",
      "2:8: the loss at the start (-1, 0) is nan\n    start: [-1, 0]\n           ^\nChoose a start where the formula has a finite value."
    ),
    (
      "formula: log(x) + y^2\nstart: [1, 0]\nruns: [{steps: 3}, {start: [-1, 0]}]",
      "3:28: run 2: the loss at the start (-1, 0) is nan\n    runs: [{steps: 3}, {start: [-1, 0]}]\n                               ^\nChoose a start where the formula has a finite value."
    ),
    (
      "formula: log(x) + y^2\nstart: [-1, 0]\nruns: [{steps: 3}]",
      "2:8: the loss at the start (-1, 0) is nan\n    start: [-1, 0]\n           ^\nChoose a start where the formula has a finite value."
    ),
    (
      "surface: bowl\nexpect: ['2: converged']",
      "2:10: '2: converged' speaks of run 2\n    expect: ['2: converged']\n             ^\nThere is one run: number 1."
    ),
  ])
  func plans(_ yaml: String, _ message: String) throws {
    let recipe = try read(yaml)
    let error = #expect(throws: InputError.self) { try Plan(recipe, surface: recipe.surface()) }
    #expect(error?.description == "r.yaml:" + message)
  }
}
