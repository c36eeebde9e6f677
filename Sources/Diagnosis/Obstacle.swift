import LossSurfaces

extension Evaluator {
  /// Towards a pole the loss goes on changing as fast each time the place is looked at 32 times as closely; towards a
  /// kink it changes less than half as fast.
  private static let fading = 0.5

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
