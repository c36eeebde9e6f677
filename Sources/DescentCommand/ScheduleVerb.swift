import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// `descent schedule`: learning rate against step.
struct ScheduleVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Print and draw learning rate against step.",
    usage: "descent schedule SPEC… [options]",
    discussion: """
      EXAMPLES
        descent schedule step:factor=0.5,every=20 --steps 100
        descent schedule cosine linear:until=60,final=0.001 -o schedules.png
        descent schedule warm-restarts:period=20 --learning-rate 0.1,0.05
        descent schedule "formula:rate=lr*exp(-t/20)" --learning-rate 0.5 --json
        descent schedule cosine --csv rates.csv -o rates.svg
        # a training log, one loss a line, replayed
        descent schedule plateau:patience=3 --losses training.txt -o replay.png

      \(Reference.section("SCHEDULES, as name or name:key=value,…", Schedule.reference, without: Schedule.commonKeys))

        Every schedule takes warmup, the updates of a straight line to its first
        rate, and warmup-start, where the line begins (0).

      In parentheses stands what a key is when it is left out: T is the number of
      updates, ε₀ the learning rate.
      """)

  @Argument(help: ArgumentHelp("Schedules, as name or name:key=value,…", valueName: "spec"))
  var specs: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate ε₀, or a comma list (0.1).", valueName: "n,…"))
  var learningRate: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many updates (100, or as many as there are losses).", valueName: "n"))
  var steps: String?
  @Option(
    help: ArgumentHelp(
      "A file of losses, one a line: loss i after update i, for plateau; - for stdin.", valueName: "file"))
  var losses: String?
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    try StandardOutput.check([
      ("-o -", picture.output == "-"), ("--csv -", table.isOnStandardOutput),
      ("--save-recipe -", new.saveRecipe == "-"), ("--json", picture.json),
    ])
    guard !specs.isEmpty else {
      throw Failure("which schedule? Name one or more, as in `descent schedule cosine step:every=20`.", .usage)
    }
    let recipe = try recipe()
    let rendering = try usage { () throws(InputError) in try ScheduleRendering(recipe) }
    try new.deliver(recipe)
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    let report = ScheduleReport(rendering: rendering)
    try table.deliver(report.csv)
    if picture.json {
      try JSONWriter.print(report)
    } else if !table.isOnStandardOutput, new.saveRecipe != "-" {
      try picture.report(report.lines)
    }
  }

  private func recipe() throws -> Recipe {
    var combinations = Combinations()
    try combinations.vary(\.schedule, specs) { text throws(Failure) in try Values.schedule(text, "schedule") }
    try combinations.vary(\.learningRate, learningRate) { text throws(Failure) in
      try Values.positive(text, "--learning-rate")
    }
    var recipe = Recipe(source: .none)
    recipe.kind = .schedule
    recipe.settings = combinations.shared
    recipe.runs = combinations.runs
    if let steps { recipe.settings.steps = try Values.integer(steps, "--steps", RunSettings.possibleSteps) }
    if let losses { recipe.losses = try LossFile.read(losses) }
    try picture.apply(to: &recipe)
    new.apply(to: &recipe)
    return recipe
  }
}

extension Schedule {
  /// The keys that every schedule has.
  fileprivate static var commonKeys: [String] {
    let all = reference.map { Set($0.keys.map(\.name)) }
    return all.dropFirst().reduce(all[0]) { $0.intersection($1) }.sorted()
  }
}
