import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// `descent compare`: small multiples.
struct CompareVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Draw a cell for each combination, ordered, the best marked.",
    usage: "descent compare SURFACE… [options]\ndescent compare --formula TEXT [options]",
    discussion: """
      EXAMPLES
        descent compare ravine --learning-rate 0.02,0.1,0.19,0.205 --steps 40
        # every schedule on one surface, from the same start
        descent compare rosenbrock-10 --schedule all --steps 600 -o all.png
        descent compare ravine himmelblau --optimizer sgd --optimizer adam \\
            -o optimizers.png
        # twenty seeds a cell: the mean, the spread, and who ended where
        descent compare sharp-flat --start -1.55,0.05 --steps 300 --noise 1 \\
            --learning-rate 0.09,0.15 --schedule constant --schedule cosine \\
            --seeds 1..20 -o seeds.png
        # all cells in motion, on one clock; and their histories as a table
        descent compare himmelblau --optimizer sgd --optimizer adam --animate \\
            --csv paths.csv -o moving.png

      All cells of a surface have the same start, seeds and budget, the same
      levels and the same scales. On one surface they stand best first: by the
      last loss, of several seeds by its mean; what diverged comes last.
      --schedule all takes every schedule that needs no keys but range-test,
      --optimizer all every optimizer.
      """)

  @Argument(help: "Surfaces of the catalog, or surface files.", completion: Candidates.surfaces)
  var surfaces: [String] = []
  @OptionGroup(title: "The surface") var formula: FormulaOptions
  @OptionGroup(title: "The runs") var runs: RunOptions
  @OptionGroup(title: "The maps") var map: MapOptions
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
      inputs: surfaces.filter(Recipe.isPath))
    let recipe = try recipe()
    let surfaces =
      recipe.surfaces.isEmpty ? [try formula.surface(of: recipe)] : try recipe.gridSurfaces()
    let place = try picture.place(isTaken: table.isOnStandardOutput || new.saveRecipe == "-")
    let drawn = picture.drawn(recipe, on: motion.frames == nil ? place : nil)
    let plan = try usage { () throws(InputError) in try GridPlan(drawn, surfaces: surfaces) }
    let rendering = GridRendering(plan)
    guard rendering.brokenPromises.isEmpty else {
      throw Failure(rendering.brokenPromises.joined(separator: "\n"), .no)
    }
    try new.deliver(recipe)
    try motion.deliver(rendering)
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    if let place { try Console.put(place.bytes(rendering)) }
    let report = GridReport(rendering: rendering)
    try table.deliver(report.csv)
    if picture.json {
      try JSONWriter.print(report)
    } else if !table.isOnStandardOutput, new.saveRecipe != "-" {
      try picture.report(place?.wrapped(report.words) ?? report.words)
    }
  }

  private func recipe() throws -> Recipe {
    guard var recipe = try formula.recipe(or: surfaces.first) else {
      throw Failure("compare what? Name surfaces, or give --formula. `descent surface` lists the surfaces.", .usage)
    }
    recipe.kind = .grid
    if surfaces.count > 1 {
      recipe.source = .none
      recipe.surfaces = surfaces.map { .named($0) }
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
}
