import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// `descent schedule`: learning rate against step.
struct ScheduleVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Print and draw learning rate against step.",
    discussion: """
      EXAMPLES
        descent schedule step:factor=0.5,every=20 --steps 100
        descent schedule cosine linear:until=60,final=0.001 warm-restarts:period=20 -o schedules.png
        descent schedule plateau:patience=3 --losses training.txt -o replay.png
        descent schedule "formula:rate=lr*exp(-t/20)" --learning-rate 0.5 --json

      SCHEDULES
      \(Schedule.help)

      Keys that are left out fit the run. Any schedule takes warmup and warmup-start.
      """)

  @Argument(help: ArgumentHelp("Schedules, as name or name:key=value,…", valueName: "spec"))
  var specs: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("ε₀, or a comma list (default 0.1).", valueName: "n,…"))
  var learningRate: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many updates (default 100, or the number of losses).", valueName: "n"))
  var steps: String?
  @Option(help: ArgumentHelp("A file of losses, one a line: loss i after update i, for plateau.", valueName: "file"))
  var losses: String?
  @OptionGroup(title: "The picture") var picture: PictureOptions

  func run() throws {
    try picture.check()
    guard !specs.isEmpty else {
      throw Failure("which schedule? Name one or more, as in `descent schedule cosine step:every=20`.", .usage)
    }
    var recipe = Recipe(source: .none)
    recipe.kind = .schedule
    try picture.apply(to: &recipe)
    if let steps { recipe.settings.steps = try Values.integers(steps, "--steps", 1...10_000_000)[0] }
    if let losses { recipe.losses = try LossFile.read(losses) }
    let rates = try learningRate.map { text throws(Failure) in try Values.numbers(text, "--learning-rate") } ?? []
    if rates.count == 1 { recipe.settings.learningRate = rates[0] }
    var settings: [RunSettings] = []
    for spec in specs {
      var one = RunSettings()
      one.schedule = try Values.specification(spec)
      settings +=
        rates.count < 2
        ? [one]
        : rates.map { rate in
          var copy = one
          copy.learningRate = rate
          return copy
        }
    }
    recipe.runs = settings
    let rendering = try usage { () throws(InputError) in try ScheduleRendering(recipe) }
    try picture.deliver(recipe) { () throws(InputError) in try rendering.png() }
    if picture.json {
      try Console.put(try JSON.text(ScheduleReport(rendering)) + "\n")
    } else {
      try picture.report(Self.table(rendering))
    }
  }

  /// A column a schedule, a row a step.
  private static func table(_ rendering: ScheduleRendering) -> String {
    let header = "step\t" + rendering.curves.map(\.schedule.specification.description).joined(separator: "\t")
    let rows = (0..<rendering.steps).map { step in
      "\(step)\t" + rendering.curves.map { "\($0.rates[step])" }.joined(separator: "\t")
    }
    return ([header] + rows).joined(separator: "\n")
  }
}

struct ScheduleReport: Encodable {
  struct One: Encodable {
    let schedule: String
    let learningRates: [Double]
  }

  let format = 1
  let schedules: [One]

  init(_ rendering: ScheduleRendering) {
    schedules = rendering.curves.map {
      One(schedule: $0.schedule.specification.description, learningRates: $0.rates)
    }
  }
}

extension Schedule {
  /// One line a schedule: its name and keys.
  fileprivate static var help: String { names.map { "  " + $0 }.joined(separator: "\n") }
}
