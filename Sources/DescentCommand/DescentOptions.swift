import ArgumentParser
import Documents
import LossSurfaces
import Optimization

/// What all runs of a range test or of a map have in common.
struct DescentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("An optimizer, as in sgd:momentum=0.9.", valueName: "spec"),
    completion: Candidates.plainOptimizers)
  var optimizer: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Where to start.", valueName: "x,y"))
  var start: String?
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
    if let optimizer { recipe.settings.optimizer = try Values.optimizer(optimizer, "--optimizer") }
    if let start { recipe.settings.start = try Values.point(start, "--start") }
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
