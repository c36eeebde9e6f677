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
        # a training log, one loss a line or CSV, replayed
        descent schedule plateau:patience=3 --losses training.txt -o replay.png
        descent schedule plateau:patience=3 plateau:patience=3,like=keras \\
            --losses metrics.csv --column val_loss

      \(Reference.section("SCHEDULES, as name or name:key=value,…", Schedule.reference, without: Schedule.commonKeys))

        Every schedule takes warmup, the updates of a straight line to its first
        rate, and warmup-start, where the line begins (0).

      What counts updates may count epochs where a run has them, as in
      `descent run linear-regression --batch-size 4 --schedule "step:every=3 epochs"`.

      In parentheses stands what a key is when it is left out: T is the number of
      updates, ε₀ the learning rate. like counts as torch, keras or optax do: see
      "Who counts how", Sources/Optimization/Optimization.docc/WhoCountsHow.md.
      Rate t is that of update t, from 0; a cut at update t is the first lower rate.
      """)

  @Argument(
    help: ArgumentHelp("Schedules, as name or name:key=value,…", valueName: "spec"),
    completion: Candidates.plainSchedules)
  var specs: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate ε₀, or a comma list (0.1).", valueName: "n,…"))
  var learningRate: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many updates (100, or as many as there are losses).", valueName: "n"))
  var steps: String?
  @Option(
    help: ArgumentHelp(
      "A training log, one loss a line or CSV: loss i after update i, for plateau; - for stdin.", valueName: "file"),
    completion: .file())
  var losses: String?
  @Option(
    help: ArgumentHelp(
      "The log's column of losses, by name or by number from 1 (the only one called loss).", valueName: "column"))
  var column: String?
  @OptionGroup(title: "The picture") var picture: PictureOptions
  @OptionGroup(title: "The picture") var new: NewPictureOptions
  @OptionGroup var table: TableOptions

  func run() throws {
    try Outputs.check(
      [("-o", picture.output), ("--csv", table.csv), ("--save-recipe", new.saveRecipe)], json: picture.json,
      inputs: [losses])
    guard !specs.isEmpty else {
      throw Failure("which schedule? Name one or more, as in `descent schedule cosine step:every=20`.", .usage)
    }
    let log = try log()
    let recipe = try recipe(log?.values ?? [])
    let place = try picture.place(isTaken: table.isOnStandardOutput || new.saveRecipe == "-")
    let drawn = picture.drawn(recipe, on: place)
    let rendering = try usage { () throws(InputError) in try ScheduleRendering(drawn) }
    try new.deliver(recipe)
    try picture.deliver { format in try usage { () throws(InputError) in try rendering.bytes(as: format) } }
    if picture.output != nil, !rendering.fitsRecipe {
      Console.say("descent: the picture carries no recipe: with so many losses it would be larger than 1 MB\n")
    }
    if let place { try Console.put(place.bytes(rendering)) }
    let report = ScheduleReport(rendering: rendering, log: log)
    try table.deliver(report.csv)
    if picture.json {
      try JSONWriter.print(report)
    } else if !table.isOnStandardOutput, new.saveRecipe != "-" {
      try picture.report(report.lines)
    }
  }

  private func log() throws -> LossFile.Losses? {
    guard let losses else {
      guard column == nil else { throw Failure("--column is given without --losses; name the log", .usage) }
      return nil
    }
    let file = try LossFile.read(losses)
    let index =
      if let column {
        try Values.located("--column", .usage) { try file.column(column) }
      } else {
        try file.column()
      }
    return try file.losses(inColumn: index)
  }

  private func recipe(_ losses: [Double]) throws -> Recipe {
    var recipe = Recipe(source: .none)
    recipe.kind = .schedule
    try recipe.vary(\.schedule, specs) { text throws(Failure) in try Values.schedule(text, "schedule") }
    try recipe.vary(\.learningRate, learningRate) { text throws(Failure) in
      try Values.positive(text, "--learning-rate")
    }
    if let steps { recipe.settings.steps = try Values.span(steps, "--steps", RunSettings.possibleSteps) }
    recipe.losses = losses
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
