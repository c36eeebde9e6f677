import ArgumentParser
import Documents
import Figures
import LossSurfaces

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
    parsing: .unconditional,
    help: ArgumentHelp("Names of the fates, formulas of the borders (true).", valueName: "bool"),
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

/// How long the runs of a map last, and at which rate.
struct SweptRunOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate.", valueName: "n"))
  var learningRate: String?
  @Option(
    help: ArgumentHelp("A schedule, as in step:factor=0.5,every=20.", valueName: "spec"),
    completion: Candidates.plainSchedules)
  var schedule: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many updates at most, or epochs.", valueName: "n"))
  var steps: String?

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let learningRate { recipe.settings.learningRate = try Values.positive(learningRate, "--learning-rate") }
    if let schedule { recipe.settings.schedule = try Values.schedule(schedule, "--schedule") }
    if let steps { recipe.settings.steps = try Values.span(steps, "--steps", RunSettings.possibleSteps) }
  }
}
