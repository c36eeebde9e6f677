import Optimization

/// The schema of what a recipe says of its runs.
enum RunSchema {
  /// An entry of `runs`.
  static let run = Schema.mapping(RecipeKeys.run.map { ($0, values[$0] ?? .anything) })

  static let optimizer = Schema.reference("optimizer")
  static let schedule = Schema.reference("schedule")
  static let learningRate = Schema.positive
  static let batchSize = Schema.integer(in: RunSettings.possibleBatchSizes)
  static let seeds = Schema.text(matching: "^ *[0-9]+ *\\.\\. *[0-9]+ *$")
    .described("Once for each of these, the first and the last: 1..20. Excludes 'seed'.")

  /// What each key takes.
  static let values: [String: Schema] = [
    "start": Schema.pair.described("Where descent begins: [x, y]. Left out: the surface's own start."),
    "steps": Schema.any(of: [.integer(in: RunSettings.possibleSteps), .reference("epochs")])
      .described("The number of updates, or of epochs: 20 epochs. Left out: the surface's own."),
    "seed": Schema.integer(in: RunSettings.possibleSeeds)
      .described("What noise and mini-batches are drawn from.").standing(.number(1)),
    "seeds": seeds,
    "learning-rate":
      learningRate
      .described("ε₀, the initial rate; of a cyclical schedule the peak. Left out: the surface's own."),
    "schedule": schedule,
    "optimizer": optimizer,
    "noise": Schema.any(of: [.nonnegative, .list(of: .nonnegative, least: 2, most: 2)])
      .described("The standard deviation of Gaussian noise in each component of the gradient, or [x, y].")
      .standing(.number(0)),
    "batch-size": batchSize.described("How many rows a mini-batch has; for surfaces with samples only."),
    "sampling": Schema.word(Sampling.allCases.map(\.rawValue))
      .described("How the rows of a mini-batch are drawn.").standing(.string(Sampling.reshuffle.rawValue)),
    "label": Schema.text.described("What the legend calls the run, and what 'expect' may call it."),
  ]
}
