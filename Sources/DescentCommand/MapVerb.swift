import ArgumentParser
import Documents
import Figures
import LossSurfaces
import Optimization

/// `descent map`: what becomes of runs over two settings, or over all starts.
struct MapVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Map which settings learn, which diverge, and which minimum a start falls into.",
    usage: """
      descent map SURFACE --x KEY=lo..hi[:log] --y KEY=lo..hi[:log] [options]
      descent map SURFACE --basins [options]
      descent map --merge TILE… -o FILE
      """,
    discussion: """
      EXAMPLES
        descent map rosenbrock --x learning-rate=1e-4..0.01:log \\
            --y momentum=0..0.99 -o rosenbrock.png
        # which minimum each start falls into
        descent map himmelblau --basins --learning-rate 0.018 -o basins.png
        # a fourfold closer look
        descent map himmelblau --basins --learning-rate 0.022 \\
            --zoom -1,0,4 -o near.png
        # a key of a schedule against the rate
        descent map sharp-flat --schedule warm-restarts:period=50 \\
            --x learning-rate=0.02..0.3 --y period=5..100 -o sgdr.png
        # a large map in parts, by a queue of jobs, and then the picture
        descent map himmelblau --basins --resolution 8192x4096 \\
            --tile 1/2 -o 1.tile
        descent map himmelblau --basins --resolution 8192x4096 \\
            --tile 2/2 -o 2.tile
        descent map --merge 1.tile 2.tile -o large.png
      """)

  @Argument(
    help: ArgumentHelp("A name of the catalog or the path of a surface file.", valueName: "surface"),
    completion: Candidates.surfaces)
  var surface: String?
  @OptionGroup(title: "The surface") var formula: FormulaOptions
  @OptionGroup(title: "The map") var axes: MapAxisOptions
  @OptionGroup(title: "The runs") var runs: SweptRunOptions
  @OptionGroup(title: "The runs") var descent: DescentOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions

  func run() throws {
    try Outputs.check(
      [("-o", picture.output), ("--save-recipe", new.saveRecipe)], json: picture.json,
      inputs: [surface.flatMap { Recipe.isPath($0) || !axes.merge.isEmpty ? $0 : nil }] + axes.merge)
    Console.endWhenInterrupted()
    guard axes.merge.isEmpty else { return try mergeTiles() }
    let recipe = try recipe()
    let surface = try formula.surface(of: recipe)
    let place = try axes.tile == nil ? picture.place(isTaken: new.saveRecipe == "-") : nil
    let drawn = picture.drawn(recipe, on: place)
    let plan = try usage { () throws(InputError) in try MapPlan(drawn, surface: surface) }
    let bar = ProgressLine("map")
    if let text = axes.tile {
      let tile = try Values.located("--tile", .usage) { try MapTile(parsing: text) }
      return try make(tile, of: plan, bar)
    }
    let rendering = try usage { () throws(InputError) in try MapRendering(plan) { bar.show($0) } }
    bar.end()
    try new.deliver(recipe)
    try deliver(rendering, on: place)
  }

  private func make(_ tile: MapTile, of plan: MapPlan, _ bar: ProgressLine) throws {
    guard let output = picture.output, output != "-" else {
      throw Failure("a tile goes to a file: add -o FILE", .usage)
    }
    guard !picture.json, new.saveRecipe == nil else {
      throw Failure("a tile holds runs and is no picture; leave --json and --save-recipe out", .usage)
    }
    let outcomes = try usage { () throws(InputError) in try plan.outcomes(of: tile) { bar.show($0) } }
    bar.end()
    try OutputFile.write(MapTileFile(tile: tile, recipe: plan.canonicalText, outcomes: outcomes).bytes, to: output)
    try picture.report("tile \(tile.index)/\(tile.count): \(NumberText.string(outcomes.count)) runs in \(output)")
  }

  /// The picture of all tiles; what the command line says of it goes before what they carry.
  private func mergeTiles() throws {
    if let option = settings.first(where: \.isGiven)?.option {
      throw Failure("--merge takes its settings from the tiles; leave \(option) out", .usage)
    }
    var tiles: [(name: String, file: MapTileFile)] = []
    for name in [surface].compactMap({ $0 }) + axes.merge {
      let bytes = try InputFile.bytes(of: name, limit: InputFile.largestPicture * 2)
      tiles.append((name, try MapTileFile(bytes, named: name)))
    }
    var merged = try MapMerging.merge(tiles)
    let place = try picture.place(isTaken: new.saveRecipe == "-")
    var recipe = merged.plan.recipe
    try picture.apply(to: &recipe)
    if let title = new.title { recipe.title = title }
    if let footer = new.footer { recipe.footer = footer }
    if let labels = axes.labels { recipe.hasLabels = try Values.flag(labels, "--labels") }
    merged.plan = try usage { () throws(InputError) in try MapPlan(recipe, surface: merged.plan.surface) }
    try new.deliver(recipe)
    try deliver(MapRendering(merged.plan, outcomes: merged.outcomes), on: place)
  }

  /// What a tile says of the runs.
  private var settings: [(option: String, isGiven: Bool)] {
    [
      ("--x", axes.x != nil), ("--y", axes.y != nil), ("--basins", axes.basins), ("--tile", axes.tile != nil),
      ("--resolution", axes.resolution != nil), ("--show", axes.show != nil), ("--view", axes.view != nil),
      ("--zoom", axes.zoom != nil), ("--formula", formula.formula != nil),
      ("--parameter", !formula.parameters.isEmpty), ("--learning-rate", runs.learningRate != nil),
      ("--schedule", runs.schedule != nil), ("--steps", runs.steps != nil), ("--optimizer", descent.optimizer != nil),
      ("--start", descent.start != nil), ("--noise", descent.noise != nil),
      ("--batch-size", descent.batchSize != nil), ("--sampling", descent.sampling != nil),
      ("--seed", descent.seed != nil),
    ]
  }

  private func deliver(_ rendering: MapRendering, on place: ScreenPicture?) throws {
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    if let place { try Console.put(place.bytes(rendering)) }
    let report = MapReport(rendering: rendering)
    if picture.json {
      try JSONWriter.print(report)
    } else if new.saveRecipe != "-" {
      try picture.report(place?.wrapped(report.words) ?? report.words)
    }
  }

  private func recipe() throws -> Recipe {
    guard var recipe = try formula.recipe(or: surface) else {
      throw Failure("map what? Name a surface, or give --formula. `descent surface` lists the surfaces.", .usage)
    }
    try axes.apply(to: &recipe)
    try runs.apply(to: &recipe)
    if axes.basins, descent.start != nil {
      throw Failure("--start has no meaning with --basins: all starts are run", .usage)
    }
    try descent.apply(to: &recipe)
    try picture.apply(to: &recipe)
    new.apply(to: &recipe)
    let named = recipe
    try axes.zoom(&recipe) { try formula.surface(of: named) }
    return recipe
  }
}
