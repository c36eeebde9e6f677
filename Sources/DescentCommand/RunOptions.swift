import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// What runs are told.
struct RunOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: ArgumentHelp("The learning rate, or a comma list.", valueName: "n,…"))
  var learningRate: String?
  @Option(
    help: ArgumentHelp("A schedule, as in step:factor=0.5,every=20, or all; may be repeated.", valueName: "spec"),
    completion: Candidates.schedules)
  var schedule: [String] = []
  @Option(
    help: ArgumentHelp("An optimizer, as in sgd:momentum=0.9, or all; may be repeated.", valueName: "spec"),
    completion: Candidates.optimizers)
  var optimizer: [String] = []
  @Option(parsing: .unconditionalSingleValue, help: ArgumentHelp("Where to start; may be repeated.", valueName: "x,y"))
  var start: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many updates, or epochs as in '20 epochs'; or a comma list.", valueName: "n,…"))
  var steps: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Standard deviation of gradient noise, or one for each component.", valueName: "s[,s]"))
  var noise: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many rows of the samples an update sees, or a comma list.", valueName: "n,…"))
  var batchSize: String?
  @Option(
    help: ArgumentHelp("How rows are drawn: reshuffle (default), replacement, or both.", valueName: "word,…"),
    completion: Candidates.samplings)
  var sampling: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Seed of noise and of batches, or a comma list.", valueName: "n,…"))
  var seed: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Seeds, as in 1..20: each run once for each, drawn as a fan.", valueName: "n..m"))
  var seeds: String?
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A name for each run, in order; may be repeated.", valueName: "text"))
  var label: [String] = []

  /// One run for each combination; what has one value is shared.
  func apply(to recipe: inout Recipe) throws(Failure) {
    try recipe.vary(\.start, start) { text throws(Failure) in try Values.point(text, "--start") }
    try recipe.vary(\.optimizer, Self.expanded(optimizer, Optimizer.names)) { text throws(Failure) in
      try Values.optimizer(text, "--optimizer")
    }
    try recipe.vary(\.schedule, Self.expanded(schedule, Schedule.namesOfAll)) { text throws(Failure) in
      try Values.schedule(text, "--schedule")
    }
    try recipe.vary(\.learningRate, learningRate) { text throws(Failure) in
      try Values.positive(text, "--learning-rate")
    }
    try recipe.vary(\.steps, steps) { text throws(Failure) in
      try Values.span(text, "--steps", RunSettings.possibleSteps)
    }
    try recipe.vary(\.batchSize, batchSize) { text throws(Failure) in
      try Values.integer(text, "--batch-size", RunSettings.possibleBatchSizes)
    }
    try recipe.vary(\.sampling, sampling) { text throws(Failure) in
      try Values.word(text, "--sampling", among: Sampling.self, called: "ways of sampling")
    }
    try recipe.vary(\.seed, seed) { text throws(Failure) in
      UInt64(try Values.integer(text, "--seed", RunSettings.possibleSeeds))
    }
    if let seeds {
      guard seed == nil else { throw Failure("--seed and --seeds exclude each other", .usage) }
      recipe.settings.seeds = try Values.located("--seeds", .usage) { try RunSettings.seeds(parsing: seeds) }
    }
    if let noise { recipe.settings.noise = try Values.noise(noise, "--noise") }
    try recipe.name(label)
  }
}

extension RunOptions {
  /// `all` stands for every name.
  private static func expanded(_ texts: [String], _ all: [String]) -> [String] {
    texts.flatMap { $0 == "all" ? all : [$0] }
  }
}

extension Recipe {
  /// Reads the values of a comma list.
  mutating func vary<Value>(
    _ key: WritableKeyPath<RunSettings, Value?>, _ list: String?, _ read: (String) throws(Failure) -> Value
  ) throws(Failure) {
    guard let list else { return }
    try vary(key, Values.split(list, at: ","), read)
  }

  /// Reads values; one is shared, several make as many of each run.
  mutating func vary<Value>(
    _ key: WritableKeyPath<RunSettings, Value?>, _ texts: [String], _ read: (String) throws(Failure) -> Value
  ) throws(Failure) {
    var values: [Value] = []
    for text in texts { values.append(try read(text)) }
    do { try vary(key, among: values) } catch { throw .usage(error) }
  }

  /// Names the runs in their order.
  mutating func name(_ labels: [String]) throws(Failure) {
    guard !labels.isEmpty else { return }
    if runs.isEmpty { runs = [RunSettings()] }
    guard labels.count <= runs.count else {
      throw Failure("--label: \(labels.count) labels for \(runs.count) \(runs.count == 1 ? "run" : "runs")", .usage)
    }
    for (index, label) in labels.enumerated() { runs[index].label = label }
  }
}
