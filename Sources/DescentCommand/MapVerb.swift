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
        descent map himmelblau --basins --resolution 8192x8192 \\
            --tile 1/2 -o 1.tile
        descent map himmelblau --basins --resolution 8192x8192 \\
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
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions

  func run() throws {
    try StandardOutput.check([
      ("-o -", picture.output == "-"), ("--save-recipe -", new.saveRecipe == "-"), ("--json", picture.json),
    ])
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
    let outcomes = try usage { () throws(InputError) in try plan.outcomes(of: tile) { bar.show($0) } }
    bar.end()
    try OutputFile.write(MapTileFile(tile: tile, recipe: plan.canonicalText, outcomes: outcomes).bytes, to: output)
    try picture.report("tile \(tile.index)/\(tile.count): \(NumberText.string(outcomes.count)) runs in \(output)")
  }

  /// The picture of all tiles; what the command line says of it goes before what they carry.
  private func mergeTiles() throws {
    guard axes.x == nil, axes.y == nil, !axes.basins, axes.tile == nil, formula.formula == nil else {
      throw Failure("--merge takes its settings from the tiles; leave --x, --y, --basins and --tile out", .usage)
    }
    var tiles: [(name: String, file: MapTileFile)] = []
    for name in [surface].compactMap({ $0 }) + axes.merge {
      let bytes = try InputFile.bytes(of: name, limit: InputFile.largestPicture * 2)
      tiles.append((name, try MapTileFile(bytes, named: name)))
    }
    var merged = try MapMerging.merge(tiles)
    let place = try picture.place()
    if picture.size != nil || picture.scale != nil || picture.theme != nil || picture.width != nil || new.title != nil {
      var recipe = merged.plan.recipe
      try picture.apply(to: &recipe)
      if let title = new.title { recipe.title = title }
      merged.plan = try MapPlan(recipe, surface: merged.plan.surface)
    }
    try deliver(MapRendering(merged.plan, outcomes: merged.outcomes), on: place)
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
    try picture.apply(to: &recipe)
    new.apply(to: &recipe)
    let named = recipe
    try axes.zoom(&recipe) { try formula.surface(of: named) }
    return recipe
  }
}

/// What a map varies and how fine it is.
struct MapAxisOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The setting across: learning-rate, start-x, start-y, noise, or a key of the schedule or the optimizer.",
      valueName: "key=lo..hi[:log]"),
    completion: Candidates.axes)
  var x: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The setting up.", valueName: "key=lo..hi[:log]"),
    completion: Candidates.axes)
  var y: String?
  @Flag(help: "Map the starts in the view.")
  var basins = false
  @Option(help: ArgumentHelp("How many runs across and up (512x512).", valueName: "WxH"))
  var resolution: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What the shades say: steps, final-loss, or 'steps-to LOSS' (steps).", valueName: "name"),
    completion: .list(["steps", "final-loss"]))
  var show: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("What part of the plane to show.", valueName: "x0..x1,y0..y1"))
  var view: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A closer look at the starts about a point, so many times as large.", valueName: "x,y,times"))
  var zoom: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Names on the borders (true).", valueName: "bool"),
    completion: Candidates.flags)
  var labels: String?
  @Option(help: ArgumentHelp("Compute a part of the rows into the file -o, as in 3/16.", valueName: "k/n"))
  var tile: String?
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Draw the map of these tiles.", valueName: "tile"),
    completion: .file())
  var merge: [String] = []

  func apply(to recipe: inout Recipe) throws(Failure) {
    recipe.kind = basins ? .basins : .map
    if basins, x != nil || y != nil { throw Failure("--basins has the starts for axes; leave --x and --y out", .usage) }
    if let x { recipe.map.x = try Values.located("--x", .usage) { try AxisSettings(parsing: x) } }
    if let y { recipe.map.y = try Values.located("--y", .usage) { try AxisSettings(parsing: y) } }
    if !basins, x == nil || y == nil {
      throw Failure(
        "\(x == nil ? "--x" : "--y") is missing\nSay which setting it varies, as in --x learning-rate=0.001..0.03:log, or map the starts with --basins.",
        .usage)
    }
    if let resolution {
      (recipe.map.columns, recipe.map.rows) = try Values.located("--resolution", .usage) {
        try MapSettings.resolution(parsing: resolution)
      }
    }
    if let show {
      recipe.map.show = show
      _ = try Values.located("--show", .usage) { try OutcomeShow(parsing: show) }
    }
    if let view { recipe.view = try Values.view(view, "--view") }
    if let labels { recipe.hasLabels = try Values.flag(labels, "--labels") }
  }

  /// Narrows the view about a point.
  func zoom(_ recipe: inout Recipe, _ surface: () throws -> Surface) throws {
    guard let zoom else { return }
    guard basins else { throw Failure("--zoom looks closer at starts: add --basins, or narrow --x and --y", .usage) }
    let numbers = try Values.numbers(zoom, "--zoom")
    guard numbers.count == 3, numbers[2] >= 1 else {
      throw Failure("--zoom: '\(zoom)' is no place\nWrite a point and how many times as large, as in -1,0,4.", .usage)
    }
    let view = try recipe.view ?? surface().view
    let (width, height) = (view.width / numbers[2] / 2, view.height / numbers[2] / 2)
    recipe.view = try Values.located("--zoom", .usage) {
      try View(
        x: (numbers[0] - width, numbers[0] + width), y: (numbers[1] - height, numbers[1] + height))
    }
  }
}

/// What the runs of a map have in common.
struct SweptRunOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate.", valueName: "n"))
  var learningRate: String?
  @Option(
    help: ArgumentHelp("A schedule, as in step:factor=0.5,every=20.", valueName: "spec"),
    completion: Candidates.plainSchedules)
  var schedule: String?
  @Option(
    help: ArgumentHelp("An optimizer, as in sgd:momentum=0.9.", valueName: "spec"),
    completion: Candidates.plainOptimizers)
  var optimizer: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Where to start.", valueName: "x,y"))
  var start: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many updates at most, or epochs.", valueName: "n"))
  var steps: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Standard deviation of gradient noise, or one for each component.", valueName: "s[,s]"))
  var noise: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many rows of the samples an update sees.", valueName: "n"))
  var batchSize: String?
  @Option(
    help: ArgumentHelp("How rows are drawn: reshuffle (default) or replacement.", valueName: "word"),
    completion: Candidates.words(Sampling.self))
  var sampling: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Seed of noise and of batches (1).", valueName: "n"))
  var seed: String?

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let learningRate { recipe.settings.learningRate = try Values.positive(learningRate, "--learning-rate") }
    if let schedule { recipe.settings.schedule = try Values.schedule(schedule, "--schedule") }
    if let optimizer { recipe.settings.optimizer = try Values.optimizer(optimizer, "--optimizer") }
    if let start {
      guard recipe.kind != .basins else {
        throw Failure("--start has no meaning with --basins: all starts are run", .usage)
      }
      recipe.settings.start = try Values.point(start, "--start")
    }
    if let steps { recipe.settings.steps = try Values.span(steps, "--steps", RunSettings.possibleSteps) }
    if let noise { recipe.settings.noise = try Values.noise(noise, "--noise") }
    if let batchSize {
      recipe.settings.batchSize = try Values.integer(batchSize, "--batch-size", RunSettings.possibleBatchSizes)
    }
    if let sampling {
      recipe.settings.sampling = try Values.word(
        sampling, "--sampling", among: Sampling.self, called: "ways of sampling")
    }
    if let seed { recipe.settings.seed = UInt64(try Values.integer(seed, "--seed", RunSettings.possibleSeeds)) }
  }
}
