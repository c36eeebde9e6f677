import ArgumentParser
import Documents
import Figures
import LossSurfaces
import Optimization

/// `descent run`: one contour figure with one or more runs.
struct RunVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Descend a surface; draw the contour plot with the paths and say what happened.",
    discussion: """
      EXAMPLES
        descent run rosenbrock --learning-rate 0.0005,0.0015,0.0025 --steps 3000 -o rosenbrock.png
        descent run ravine --learning-rate 0.19 --schedule constant --schedule step:factor=0.5,every=20 -o ravine.png
        descent run --formula "x^2/2 + y^4/4 - y^2/2" --start 1.5,0.001 --steps 120 -o saddle.png
        descent run bowl --learning-rate 0.1,1.6 --noise 0.5 --theme dark -o noise.png
        descent run my-surface.yaml --optimizer sgd:momentum=0.9 --json

      Comma lists of learning rates, steps and seeds, and repeated --schedule, --optimizer and --start, make one run
      for each combination. `descent surface` lists the surfaces; `descent schedule --help` the schedules.
      """)

  @Argument(help: "A surface of the catalog, or a surface file.")
  var surface: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("A formula in x and y instead of SURFACE.", valueName: "text"))
  var formula: String?
  @Option(
    parsing: .unconditionalSingleValue, help: ArgumentHelp("Set a parameter of the formula.", valueName: "name=value"))
  var parameter: [String] = []

  @OptionGroup(title: "The runs") var runs: RunOptions
  @OptionGroup(title: "The map") var map: MapOptions
  @OptionGroup(title: "The picture") var picture: PictureOptions

  @Option(help: ArgumentHelp("Write the histories as CSV; - for stdout.", valueName: "file"))
  var csv: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A claim that must hold, as in '1: converged'; may be repeated.", valueName: "claim"))
  var expect: [String] = []

  func run() throws {
    try picture.check()
    guard [csv == "-", picture.output == "-", picture.json].filter({ $0 }).count <= 1 else {
      throw Failure("only one of -o -, --csv - and --json can have standard output", .usage)
    }
    var recipe = Recipe(source: try source())
    for text in parameter { recipe.parameters.append(try Values.parameter(text, "--parameter")) }
    try runs.apply(to: &recipe)
    try map.apply(to: &recipe)
    try picture.apply(to: &recipe)
    for text in expect {
      recipe.expectations.append(try usage { () throws(InputError) in try Expectation(parsing: text) })
    }
    let surface = try recipe.surface()
    let plan = try usage { () throws(InputError) in try Plan(recipe, surface: surface) }
    let rendering = try usage { () throws(InputError) in try Rendering(plan) }
    guard rendering.brokenPromises.isEmpty else {
      throw Failure(rendering.brokenPromises.joined(separator: "\n"), .no)
    }
    try picture.deliver(recipe) { () throws(InputError) in try rendering.png() }
    try deliverHistories(rendering)
  }

  private func source() throws(Failure) -> Recipe.Source {
    switch (surface, formula) {
    case (let name?, nil): return .named(name)
    case (nil, let formula?): return .formula(formula)
    case (nil, nil):
      throw Failure("run what? Name a surface, or give --formula. `descent surface` lists the surfaces.", .usage)
    case (_?, _?): throw Failure("a surface and --formula exclude each other", .usage)
    }
  }

  private func deliverHistories(_ rendering: Rendering) throws {
    if let csv {
      let bytes = Array(RunReport.csv(rendering).utf8)
      if csv == "-" { try Console.put(bytes) } else { try OutputFile.write(bytes, to: csv) }
    }
    if picture.json {
      try Console.put(try RunReport(rendering).json() + "\n")
    } else if csv != "-" {
      try picture.report(RunReport.words(rendering))
    }
  }
}

/// What runs are told.
struct RunOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("η, or a comma list.", valueName: "n,…"))
  var learningRate: String?
  @Option(help: ArgumentHelp("A schedule, as in step:factor=0.5,every=20; may be repeated.", valueName: "spec"))
  var schedule: [String] = []
  @Option(help: ArgumentHelp("sgd:momentum=0.9 for instance; may be repeated.", valueName: "spec"))
  var optimizer: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("Where to start; may be repeated.", valueName: "x,y"))
  var start: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("How many updates, or a comma list.", valueName: "n,…"))
  var steps: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Standard deviation of gradient noise, or one for each component.", valueName: "s[,s]"))
  var noise: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Seed of the noise, or a comma list.", valueName: "n,…"))
  var seed: String?
  @Option(help: ArgumentHelp("A name for each run, in order; may be repeated.", valueName: "text"))
  var label: [String] = []

  /// One run for each combination; what has one value is shared.
  func apply(to recipe: inout Recipe) throws(Failure) {
    var runs = [RunSettings()]
    func each<Value>(_ values: [Value], _ key: WritableKeyPath<RunSettings, Value?>) {
      if values.count == 1 { recipe.settings[keyPath: key] = values[0] }
      guard values.count > 1 else { return }
      runs = runs.flatMap { run in
        values.map { value in
          var run = run
          run[keyPath: key] = value
          return run
        }
      }
    }
    each(try starts(), \.start)
    each(try specifications(optimizer), \.optimizer)
    each(try specifications(schedule), \.schedule)
    if let learningRate { each(try Values.numbers(learningRate, "--learning-rate"), \.learningRate) }
    if let steps { each(try Values.integers(steps, "--steps", 1...10_000_000), \.steps) }
    if let seed { each(try Values.integers(seed, "--seed", 0...Int.max).map { UInt64($0) }, \.seed) }
    if let noise { recipe.settings.noise = try Self.noise(noise) }
    guard label.count <= runs.count else {
      throw Failure("--label: \(label.count) labels for \(runs.count) \(runs.count == 1 ? "run" : "runs")", .usage)
    }
    for (index, text) in label.enumerated() { runs[index].label = text }
    if runs.count > 1 || !label.isEmpty { recipe.runs = runs }
  }

  private func starts() throws(Failure) -> [Point] {
    var points: [Point] = []
    for text in start { points.append(try Values.point(text, "--start")) }
    return points
  }

  private func specifications(_ texts: [String]) throws(Failure) -> [Specification] {
    var specifications: [Specification] = []
    for text in texts { specifications.append(try Values.specification(text)) }
    return specifications
  }

  private static func noise(_ text: String) throws(Failure) -> Noise {
    let values = try Values.numbers(text, "--noise")
    guard values.count <= 2 else {
      throw Failure("--noise: '\(text)' has too many values; one for both components, or two", .usage)
    }
    return Noise(x: values[0], y: values[values.count - 1])
  }
}

/// How the map is drawn.
struct MapOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("What part of the plane to show.", valueName: "x0..x1,y0..y1"))
  var view: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("How many contour levels (default 20).", valueName: "n"))
  var levels: String?
  @Option(help: ArgumentHelp("A colour map.", valueName: "name"))
  var palette: String?
  @Option(help: ArgumentHelp("Strips: loss, learning-rate, or none (default both).", valueName: "name,…"))
  var panels: String?
  @Option(help: ArgumentHelp("Numbers on contour lines, names of critical points (default true).", valueName: "bool"))
  var labels: Bool = true
  @Option(help: ArgumentHelp("Arrowheads on the paths (default true).", valueName: "bool"))
  var arrows: Bool = true

  func apply(to recipe: inout Recipe) throws(Failure) {
    if let view { recipe.view = try Values.view(view, "--view") }
    if let levels {
      let range = Levels.allowedCounts
      guard let count = try Values.integers(levels, "--levels", range).first else { return }
      recipe.levels = count
    }
    recipe.palette = palette
    recipe.hasLabels = labels
    recipe.hasArrows = arrows
    guard let panels else { return }
    recipe.panels = []
    for name in panels == "none" ? [] : panels.split(separator: ",").map(String.init) {
      guard let panel = PathFigure.Panel(rawValue: name) else {
        let names = PathFigure.Panel.allCases.map(\.rawValue)
        throw Failure(
          "--panels: there is no panel '\(name)'. \(Spelling.remedy(for: name, among: names, called: "panels"))", .usage
        )
      }
      recipe.panels.append(panel)
    }
  }
}
