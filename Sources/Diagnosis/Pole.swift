import LossSurfaces

extension Evaluator {
  /// Distances from the point, each a thousandth of the one before.
  private static let distances = [1e-3, 1e-6, 1e-9]
  /// Towards a logarithmic pole the loss falls equally far over each of these distances; towards a cusp like r^p,
  /// p > 0.1, it falls less than half as far over the second.
  private static let fading = 0.5

  /// Whether the loss falls without end towards a point where it has no gradient, as log(x² + y²) does towards (0, 0).
  ///
  /// A search stops a little way off, where the loss is still finite.
  func isPole(at bottom: CriticalPoint) -> Bool {
    guard value(at: bottom.point).isFinite else { return true }
    guard bottom.kind == .cusp else { return false }
    let scale = max(1, bottom.point.distance(to: Point(0, 0)))
    let levels = Self.distances.map { distance in
      [(1.0, 0.0), (0, 1), (-1, 0), (0, -1)].reduce(0) { sum, axis in
        sum + value(at: Point(bottom.point.x + distance * scale * axis.0, bottom.point.y + distance * scale * axis.1))
      }
    }
    return levels[1] - levels[2] > Self.fading * (levels[0] - levels[1])
  }

  /// What a step from one point to another leads over: `a pole`, `ground where the loss is not defined`, or nil.
  func obstacle(between first: Point, _ second: Point) -> String? {
    let levels = [extremes(between: first, second, { $0 < $1 }), extremes(between: first, second, { $0 > $1 })]
    guard let low = levels[0], let high = levels[1] else { return "ground where the loss is not defined" }
    return isEndless(low) || isEndless(high) ? "a pole" : nil
  }

  /// Whether values at distances that shrink by the same factor go on changing as before.
  private func isEndless(_ levels: [Double]) -> Bool {
    guard levels.allSatisfy(\.isFinite) else { return true }
    return abs(levels[2] - levels[1]) > Self.fading * abs(levels[1] - levels[0])
  }

  /// The most extreme value between two points, looked for three times, each time 32 times nearer to the one before;
  /// nil where a value is not a number.
  private func extremes(between first: Point, _ second: Point, _ isFurther: (Double, Double) -> Bool) -> [Double]? {
    var levels: [Double] = []
    var (from, length) = (0.0, 1.0)
    for _ in 0..<3 {
      let shares = (1..<64).map { from + length * Double($0) / 64 }
      let values = shares.map { share in
        value(at: Point(first.x + share * (second.x - first.x), first.y + share * (second.y - first.y)))
      }
      if values.contains(where: \.isNaN) { return nil }
      let best = values.indices.dropFirst().reduce(0) { isFurther(values[$1], values[$0]) ? $1 : $0 }
      levels.append(values[best])
      (from, length) = (shares[best] - length / 64, length / 32)
    }
    return levels
  }
}
