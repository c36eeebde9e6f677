import LossSurfaces

extension Trajectory {
  /// The mean of runs that differ in their seeds alone: at each step the mean point, the mean of the losses (not the
  /// loss at the mean point) and of the norms of the gradients, and the mean rate.
  ///
  /// Runs that diverged are left out altogether: one of them would carry the mean to infinity, and dropping it where
  /// it ends would make the mean jump. So the mean is that of the runs that did not diverge, and whoever shows it says
  /// how many did.
  ///
  /// Edge cases: when all diverged the mean is over all, and ends with the first of them; the mean of one run is that
  /// run. Cuts and restarts are those that all runs have.
  public init(meanOf runs: [Trajectory]) {
    precondition(!runs.isEmpty, "a mean needs at least one run")
    let lasting = runs.filter { $0.divergedAt == nil }
    let kept = lasting.isEmpty ? runs : lasting
    self = kept[0]
    guard kept.count > 1 else { return }
    divergedAt = kept.compactMap(\.divergedAt).min()
    x = Self.mean(of: kept.map(\.x))
    y = Self.mean(of: kept.map(\.y))
    loss = Self.mean(of: kept.map(\.loss))
    gradientNorm = Self.mean(of: kept.map(\.gradientNorm))
    learningRate = Self.mean(of: kept.map(\.learningRate))
    cuts = Self.common(kept.map(\.cuts))
    restarts = Self.common(kept.map(\.restarts))
  }

  /// What all series have, in the order of the first.
  private static func common(_ series: [[Int]]) -> [Int] {
    let shared = series.dropFirst().reduce(into: Set(series[0])) { $0.formIntersection($1) }
    return series[0].filter(shared.contains)
  }

  /// Step by step, as far as all go; exact where all are equal.
  private static func mean(of series: [[Double]]) -> [Double] {
    (0..<(series.map(\.count).min() ?? 0)).map { step in
      let first = series[0][step]
      return first + series.reduce(0) { $0 + ($1[step] - first) } / Double(series.count)
    }
  }
}
