import Figures
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog
import Testing

@testable import Documents

/// The recipe in a picture draws the same picture again.
@Suite struct CanonicalRecipeTests {
  private static let small = "size: [320, 240]\nscale: 1\n"

  @Test(arguments: [
    "surface: ravine\nlearning-rate: 0.19\n",
    "surface: rosenbrock\nparameters: {b: 10}\nruns: [{learning-rate: 1e-3}, {learning-rate: 2e-3, label: 'two: \"b\"'}]\n",
    "surface: linear-regression\nsteps: 20\n",
    "surface: linear-regression\nsteps: 20\nsampling: replacement\nruns: [{batch-size: 1}, {batch-size: 8}]\n",
    "surface: linear-regression\nsteps: 20\nruns: [{batch-size: 1}, {}]\n",
    "surface: linear-regression\nsteps: 20 epochs\nschedule: step:every=3 epochs\nruns: [{batch-size: 1}, {batch-size: 4}]\n",
    "surface: linear-regression\nsteps: 2.5 epochs\nbatch-size: 3\nruns: [{schedule: {multi-step: {milestones: [1 epoch, 2 epochs]}}}, {schedule: cosine}]\n",
    "surface: linear-regression\nsteps: 20\nseeds: 1..5\nruns: [{batch-size: 1}, {batch-size: 8}, {batch-size: 4, seed: 3}, {seeds: 2..3}]\n",
    "surface: bowl\nnoise: [0.5, 0]\nnoise-ellipse: [1, 0.5]\n",
    "surface: linear-regression\nbatch-size: 4\nnoise-ellipse: minimum\n",
    "surface: bowl\nnoise: 1\nsteps: 20\nseeds: 4..9\nexpect: ['1: mean final-loss < 9']\n",
    "formula: x^2 + 10*y^2\nlearning-rate: 0.05\nview: {x: [-3, 3], y: [-2, 2]}\ntitle: 'a: b'\n",
    "formula: a*u + b\nparameters: {a: 2, b: -1}\ndefinitions: {u: x^2 + y^2, v: u^2}\n",
    "surface: {formula: (x^2 + y^2)/2, view: {x: [-2, 2], y: [-2, 2]}, start: [1, 1], axes: {x: w₁, y: w₂}}\n",
    "surface: bowl\nschedule: one-cycle\nruns: [{steps: 30}, {steps: 60, schedule: warm-restarts}, {schedule: {step: {every: 9}}}]\n",
    "surface: kink\nstart: [1.63, 1.4]\nlearning-rate: 0.3\nschedule: plateau:patience=4\ntheme: dark\n",
    "surface: bowl\nnoise: [0, 1]\nseed: 12\noptimizer: adam\npalette: greys\nlevels: 7\nlabels: false\narrows: false\nfooter: 'f'\npanels: [loss]\n",
    "surface: bowl\nschedule: formula:rate=lr*exp(-t/20)\npanels: []\nexpect: ['1: not diverged']\n",
    "surface: bowl\nschedule: {multi-step: {milestones: [5]}}\nruns: [{}, {}]\n",
    "figure: curves\nsurface: ravine\nsteps: 30\nruns: [{learning-rate: 0.1}, {learning-rate: 0.21}]\n",
    "figure: curves\nsurface: bowl\nnoise: 1\nseeds: 1..3\nsteps: 20\npanels: [learning-rate]\nlabels: false\ntheme: dark\n",
    "figure: relief\nsurface: saddle\n",
    "figure: relief\nformula: a*x^2 + y^2\nparameters: {a: 3}\nazimuth: 200\nelevation: 25\nlevels: 7\npalette: mako\nlabels: false\n",
  ])
  func drawsTheSame(_ yaml: String) throws {
    let recipe = try Recipe(yaml: yaml + Self.small, file: "r.yaml")
    let plan = try Plan(recipe, surface: recipe.surface())
    let again = try Recipe(yaml: plan.canonicalText, file: "canonical.yaml")
    let replan = try Plan(again, surface: again.surface())
    #expect(replan.canonicalText == plan.canonicalText)
    #expect(replan.labels == plan.labels)
    let (first, second) = (Rendering(plan), Rendering(replan))
    let (png, repng) = (try first.png(), try second.png())
    #expect(png == repng)
    // The picture carries it.
    #expect(try PNG.texts(in: png).first { $0.keyword == "descent recipe" }?.text == plan.canonicalText)
    #expect(try PNG.texts(in: png).first { $0.keyword == "Description" }?.text == first.description)
  }

  @Test(arguments: [
    "runs: [{schedule: cosine}, {schedule: {step: {every: 20}}, label: mine}]\nsteps: 60\n",
    "schedule: warm-restarts:period=20\nlearning-rate: 0.3\ntitle: Restarts\n",
    "schedule: plateau:patience=1\nlosses: [3, 2, 2, 2, 2, 1, 1, 1]\n",
    "schedule: plateau:patience=1\nlosses: 3 inf nan 2 1 1 1\n",
  ])
  func drawsSchedulesTheSame(_ yaml: String) throws {
    let rendering = try ScheduleRendering(Recipe(yaml: "figure: schedule\n" + yaml + Self.small, file: "r.yaml"))
    let again = try ScheduleRendering(Recipe(yaml: rendering.canonicalText, file: "canonical.yaml"))
    #expect(again.canonicalText == rendering.canonicalText)
    #expect(try again.png() == rendering.png())
    for (a, b) in zip(rendering.curves, again.curves) { #expect(a.course.rates == b.course.rates) }
  }

  /// A log of 50,000 losses fits the limits of a recipe.
  @Test func longLog() throws {
    var recipe = Recipe(source: .none)
    recipe.kind = .schedule
    recipe.losses = (0..<50_000).map { Double(2_000_000 - $0) / 1e6 }
    recipe.settings.schedule = .init("plateau")
    let rendering = try ScheduleRendering(recipe)
    #expect(try Recipe(yaml: rendering.canonicalText, file: "r.yaml").losses == recipe.losses)
  }

  /// A surface file is written out, so that the recipe works where the file is not.
  @Test func surfaceFileIsWrittenOut() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "title: 'Mine: own'\nformula: a*x^2 + u\nparameters: {a: 3}\ndefinitions: {u: y^2}\ncritical-points:\n  - {at: [0, 0], kind: minimum}\n",
      to: "mine.yaml")
    let recipe = try Recipe(yaml: "surface: mine.yaml\nparameters: {a: 2}\n" + Self.small, file: "r.yaml")
    let plan = try Plan(recipe, surface: recipe.surface(relativeTo: folder.path))
    let again = try Recipe(yaml: plan.canonicalText, file: "canonical.yaml")
    let replan = try Plan(again, surface: again.surface(relativeTo: "/nowhere"))
    #expect(replan.surface.name == "mine")
    #expect(try Rendering(replan).png() == Rendering(plan).png())
  }

  /// Schedules stand with every key, so that other defaults later do not change the picture.
  @Test func saysAll() throws {
    let recipe = try Recipe(yaml: "surface: bowl\nschedule: cosine\n", file: "r.yaml")
    let text = try Plan(recipe, surface: recipe.surface()).canonicalText
    for line in [
      "schedule: {cosine: {until: 100, final: 0}}", "learning-rate: 0.1", "seed: 1", "steps: 100", "noise: 0",
      "panels: [loss, learning-rate]", "theme: light",
      "size: [720, 540]", "scale: 2", "levels: 20", "figure: path", "labels: true", "arrows: true",
      "  formula: \"(x^2 + y^2)/2\"",
    ] {
      #expect(text.contains(line + "\n"), "\(line) in\n\(text)")
    }
  }

  /// Epochs stay epochs, so that the recipe goes with another size of the batches.
  @Test func saysEpochs() throws {
    let recipe = try Recipe(
      yaml: "surface: linear-regression\nsteps: 20 epochs\nschedule: step:every=3epochs\nbatch-size: 4\n",
      file: "r.yaml")
    let text = try Plan(recipe, surface: recipe.surface()).canonicalText
    for line in ["steps: \"20 epochs\"", "schedule: {step: {factor: 0.5, every: \"3 epochs\"}}"] {
      #expect(text.contains(line + "\n"), "\(line) in\n\(text)")
    }
  }

  private func hash(_ yaml: String) throws -> Substring {
    let recipe = try Recipe(yaml: yaml, file: "r.yaml")
    let text =
      recipe.kind == .schedule
      ? try ScheduleRendering(recipe).canonicalText : try Plan(recipe, surface: recipe.surface()).canonicalText
    let line = text.prefix { $0 != "\n" }
    #expect(line.hasPrefix("# descent recipe, sha256 ") && line.hasSuffix(", drawing rule 1"))
    return line
  }

  private static let base = "surface: rosenbrock\nruns: [{learning-rate: 1e-3}, {learning-rate: 2e-3}]\n"

  /// Words for a page, and defaults that are said, change no pixel.
  @Test(arguments: [
    "alt: x", "caption: x", "width: 50%", "seed: 1", "theme: light", "levels: 20", "schedule: constant",
    "optimizer: sgd",
    "noise: 0", "animate: false", "panels: [loss, learning-rate]", "start: [-1.2, 1]", "view: {x: [-2, 2], y: [-1, 3]}",
    "size: 720x540",
    "parameters: {a: 1}",
  ])
  func hashStays(_ line: String) throws { #expect(try hash(Self.base + line) == hash(Self.base)) }

  @Test(arguments: [
    "seed: 2", "start: [-1.2, 1.1]", "steps: 12", "schedule: cosine", "optimizer: adam", "noise: 1", "panels: [loss]",
    "expect: ['1: not diverged']", "title: x", "view: {x: [-2, 2], y: [-1, 2]}", "levels: 21", "palette: mako",
    "theme: dark", "size: 720x541", "noise: 1\nnoise-ellipse: minimum", "noise: 1\nnoise-ellipse: [1, 1]", "scale: 1",
    "labels: false", "arrows: false", "footer: x", "parameters: {b: 99}", "animate: true",
  ])
  func hashChanges(_ line: String) throws { #expect(try hash(Self.base + line) != hash(Self.base)) }

  @Test func hashOfRuns() throws {
    #expect(
      try hash("surface: bowl\nruns: [{learning-rate: 0.1}]") != hash("surface: bowl\nruns: [{learning-rate: 0.2}]"))
    #expect(try hash("surface: bowl\nruns: [{label: a}]") != hash("surface: bowl\nruns: [{label: b}]"))
    #expect(try hash("figure: schedule\nschedule: cosine") != hash("figure: schedule\nschedule: linear"))
    #expect(try hash("figure: schedule\nschedule: cosine") == hash("figure: schedule\nschedule: cosine\nsteps: 100"))
  }
}
