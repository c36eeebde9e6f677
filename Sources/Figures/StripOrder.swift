import Raster

extension Strip {
  /// The series as they are drawn, the lowest first: the runs of a fan beneath the means, and what goes up and down much
  /// beneath what goes quietly, for it would bury it. Of curves that are alike each lies above those before it, so that
  /// the gaps of its dashes show a line that runs the same way.
  func inOrder(_ y: Scale) -> [Series] {
    let ranked = series.enumerated().map { index, one in
      (index: index, restlessness: restlessness(of: one, y), series: one)
    }
    return ranked.sorted {
      let (a, b) = ($0.series.weight.isFan, $1.series.weight.isFan)
      if a != b { return a }
      return $0.restlessness == $1.restlessness ? $0.index < $1.index : $0.restlessness > $1.restlessness
    }.map { $0.series }
  }

  /// How many times a curve goes up and down the whole height of the plot, as the exponent of a power of two; 0 for at
  /// most four times. What leaves the plot goes no further than its edge.
  private func restlessness(of series: Series, _ y: Scale) -> Int {
    let height = abs(y.start - y.end)
    let values = series.values.lazy.filter { !$0.isNaN }.map { min(max(y.unheld($0), y.end), y.start) }
    let travel = zip(values, values.dropFirst()).reduce(0.0) { $0 + abs($1.1 - $1.0) }
    return height > 0 && travel > 4 * height ? (travel / height).exponent : 0
  }
}
