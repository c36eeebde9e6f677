import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// `descent run`: one figure with one or more runs: a map, the losses, or a relief.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Descend a surface; draw the paths or the losses and say what happened.",
    usage: "descent run SURFACE [options]\ndescent run --formula TEXT [options]",
    discussion: """
      EXAMPLES
        descent run rosenbrock --learning-rate 0.0005,0.0015,0.0025 \\
            --steps 3000 -o rosenbrock.png
        descent run ravine --learning-rate 0.19 --schedule constant \\
            --schedule step:factor=0.5,every=20 -o ravine.png
        descent run --formula "x^2/2 + y^4/4 - y^2/2" --start 1.5,0.001 \\
            --learning-rate 0.1 --steps 120 -o saddle.png
        descent run bowl --learning-rate 0.1,1.6 --noise 0.5 -o noise.png
        # loss against step; or the surface in relief
        descent run bowl --learning-rate 0.01,0.1,1.6,2.1 --noise 0.5 \\
            --figure curves -o curves.png
        descent run saddle --start 1.5,0.001 --start -1.8,0 --figure relief \\
            --elevation 30 -o relief.png
        # how near it comes to instability, and where on the map its rate is too large
        descent run rosenbrock --learning-rate 0.004 --steps 2000 \\
            --panels loss,stability -o edge.png
        # twenty seeds as a fan, and how far chance throws one step
        descent run bowl --noise 0.5 --seeds 1..20 --noise-ellipse 0,0 -o fan.png
        descent run linear-regression --batch-size 1,4 --sampling replacement
        descent run linear-regression --batch-size 1,4,8 --steps "20 epochs" \\
            --schedule "step:every=3 epochs" -o epochs.png
        descent run --formula "a*x^2 + y^2" --parameter a=10 --learning-rate 0.09
        descent run rosenbrock --steps 500 --animate -o rosenbrock.png
        # for a page, as vectors; for paper, in black and white
        descent run himmelblau -o himmelblau.svg
        descent run himmelblau --width 85mm --dpi 600 --theme print -o fig1.png
        descent run my-surface.yaml --optimizer sgd:momentum=0.9 --json
        # a recipe of the picture, and a claim that the runs must keep
        descent run ravine --learning-rate 0.19 --expect "1: zigzag" \\
            --save-recipe ravine.yaml

      Comma lists of learning rates, steps, batch sizes and seeds, and repeated
      --schedule, --optimizer and --start, make one run for each combination.
      With --seeds a claim must hold for every seed, or, as in
      "1: mean final-loss < 0.1", for the mean over them. With a batch size,
      whatever counts updates may count epochs, as in "3 epochs".
      `descent surface` lists the surfaces, `descent schedule --help` the schedules.

      \(Reference.section("OPTIMIZERS, as name or name:key=value,…", Optimizer.reference))
      """)

  @Argument(help: "A surface of the catalog, or a surface file.", completion: Candidates.surfaces)
  var surface: String?
  @OptionGroup(title: "The surface") var formula: FormulaOptions
  @OptionGroup(title: "The runs") var runs: RunOptions
  @OptionGroup(title: "The map") var map: MapOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions

  @OptionGroup(title: "The picture") var motion: MotionOptions
  @OptionGroup var table: TableOptions
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A claim that must hold, as in '1: converged'; may be repeated.", valueName: "claim"))
  var expect: [String] = []

  func run() throws {
    try Outputs.check(
      [("-o", picture.output), ("--csv", table.csv), ("--save-recipe", new.saveRecipe)], json: picture.json,
      inputs: [surface.flatMap { Recipe.isPath($0) ? $0 : nil }])
    let recipe = try recipe()
    let surface = try formula.surface(of: recipe)
    let place = try picture.place(isTaken: table.isOnStandardOutput || new.saveRecipe == "-")
    let drawn = picture.drawn(recipe, on: motion.frames == nil ? place : nil)
    let plan = try usage { () throws(InputError) in try Plan(drawn, surface: surface) }
    let rendering = Rendering(plan)
    guard rendering.brokenPromises.isEmpty else {
      throw Failure(rendering.brokenPromises.joined(separator: "\n"), .no)
    }
    try new.deliver(recipe)
    try motion.deliver(rendering)
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    if let place { try Console.put(place.bytes(rendering)) }
    try tell(RunReport(rendering: rendering), place)
  }

  private func recipe() throws -> Recipe {
    guard var recipe = try formula.recipe(or: surface) else {
      throw Failure("run what? Name a surface, or give --formula. `descent surface` lists the surfaces.", .usage)
    }
    try runs.apply(to: &recipe)
    try map.apply(to: &recipe)
    try picture.apply(to: &recipe)
    new.apply(to: &recipe)
    try motion.apply(to: &recipe, picture)
    for text in expect {
      recipe.expectations.append(try Values.located("--expect", .usage) { try Expectation(parsing: text) })
    }
    return recipe
  }

  private func tell(_ report: RunReport, _ place: ScreenPicture?) throws {
    try table.deliver(report.csv)
    if picture.json {
      try JSONWriter.print(report)
    } else if !table.isOnStandardOutput, new.saveRecipe != "-" {
      try picture.report(place?.wrapped(report.words) ?? report.words)
    }
  }
}
