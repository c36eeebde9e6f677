import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// `descent range-test`: what a sweep of the rate says, beside what runs at one rate do.
struct RangeTestVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "range-test",
    abstract: "Sweep the learning rate, read rates off the curve, and check each reading.",
    usage: """
      descent range-test SURFACE [options]
      descent range-test --formula TEXT [options]
      """,
    discussion: """
      EXAMPLES
        descent range-test ravine --low 1e-4 --high 10 -o sweep.png
        # the same sweep, four times as long: other readings, the same surface
        descent range-test ravine --low 1e-4 --high 10 --steps 400
        descent range-test linear-regression --batch-size 2 --seed 3
        descent range-test bowl --noise 0.5 --growth linear --low 0.01 --high 3
        descent range-test rosenbrock --optimizer adam --json
        descent range-test ravine --csv sweep.csv --width 120mm --theme print \\
            -o sweep.png

      The rate climbs with every step from low to high. Read off the smoothed
      losses are minimum/10, steepest, valley and slide, as fastai has them, and
      one and two steps below the lowest point. Beside them stand 2/λmax at the
      minimum and separate runs of as many steps, each at one rate: what the
      sweep is taken to foretell.
      """)

  @Argument(help: "A surface of the catalog, or a surface file.", completion: Candidates.surfaces)
  var surface: String?
  @OptionGroup(title: "The surface") var formula: FormulaOptions
  @OptionGroup(title: "The sweep") var sweep: SweepOptions
  @OptionGroup(title: "The sweep") var descent: DescentOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions
  @OptionGroup var table: TableOptions

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A claim about the run at a reading, as in 'slide: diverged'.", valueName: "claim"))
  var expect: [String] = []

  func run() throws {
    try Outputs.check(
      [("-o", picture.output), ("--csv", table.csv), ("--save-recipe", new.saveRecipe)], json: picture.json,
      inputs: [surface.flatMap { Recipe.isPath($0) ? $0 : nil }])
    let recipe = try recipe()
    let surface = try formula.surface(of: recipe)
    let place = try picture.place(isTaken: table.isOnStandardOutput || new.saveRecipe == "-")
    let drawn = picture.drawn(recipe, on: place)
    let plan = try usage { () throws(InputError) in try RangeTestPlan(drawn, surface: surface) }
    let rendering = try usage { () throws(InputError) in try RangeTestRendering(plan) }
    guard rendering.brokenPromises.isEmpty else {
      throw Failure(rendering.brokenPromises.joined(separator: "\n"), .no)
    }
    try new.deliver(recipe)
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    if let place { try Console.put(place.bytes(rendering)) }
    let report = RangeTestReport(rendering: rendering)
    try table.deliver(report.csv)
    if picture.json {
      try JSONWriter.print(report)
    } else if !table.isOnStandardOutput, new.saveRecipe != "-" {
      try picture.report(place?.wrapped(report.words) ?? report.words)
    }
  }

  private func recipe() throws -> Recipe {
    guard var recipe = try formula.recipe(or: surface) else {
      throw Failure(
        "test what? Name a surface, or give --formula. `descent surface` lists the surfaces.", .usage)
    }
    recipe.kind = .rangeTest
    try sweep.apply(to: &recipe)
    try descent.apply(to: &recipe)
    try picture.apply(to: &recipe)
    new.apply(to: &recipe)
    for text in expect {
      recipe.expectations.append(try Values.located("--expect", .usage) { try Expectation(parsing: text) })
    }
    return recipe
  }
}

/// What the sweep of a range test is told.
struct SweepOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The first rate (a thousandth of the surface's learning rate).", valueName: "n"))
  var low: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The last rate (100 times the surface's).", valueName: "n"))
  var high: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many steps it climbs in (\(RangeTest.defaultSteps)).", valueName: "n"))
  var steps: String?
  @Option(
    help: ArgumentHelp("How it climbs: exponential or linear (exponential).", valueName: "word"),
    completion: Candidates.words(SweepGrowth.self))
  var growth: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("β of the average that smooths the losses (0.98); 0 smooths nothing.", valueName: "n"))
  var smoothing: String?

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let low { recipe.range.low = try Values.positive(low, "--low") }
    if let high { recipe.range.high = try Values.positive(high, "--high") }
    if let steps { recipe.range.steps = try Values.integer(steps, "--steps", RangeTest.possibleSteps) }
    if let growth {
      recipe.range.growth = try Values.word(growth, "--growth", among: SweepGrowth.self, called: "ways to climb")
    }
    if let smoothing { recipe.range.smoothing = try Values.number(smoothing, "--smoothing") }
  }
}
