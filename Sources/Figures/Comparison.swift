import Optimization

/// What tells several runs apart, in a few words.
enum Comparison {
  /// `3 learning rates`, `5 optimizers`, or `6 runs` where more than one thing differs; nil for one run.
  static func words(of runs: [Run]) -> String? {
    guard runs.count > 1 else { return nil }
    let kinds = [
      (Set(runs.map { $0.schedule.settings }).count, "schedules"),
      (Set(runs.map { $0.schedule.learningRate }).count, "learning rates"),
      (Set(runs.map { $0.optimizer.settings }).count, "optimizers"),
      (Set(runs.map { $0.batchSize }).count, "batch sizes"),
    ].filter { $0.0 > 1 }
    return kinds.count == 1 && kinds[0].0 == runs.count ? "\(runs.count) \(kinds[0].1)" : "\(runs.count) runs"
  }
}
