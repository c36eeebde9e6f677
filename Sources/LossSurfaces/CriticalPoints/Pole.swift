extension Evaluator {
  /// Distances from the point, each a thousandth of the one before.
  private static let distances = [1e-3, 1e-6, 1e-9]
  /// Towards a logarithmic pole the loss falls equally far over each of these distances; towards a cusp like r^p,
  /// p > 0.1, it falls less than half as far over the second.
  private static let fading = 0.5

  /// Whether the loss falls without end towards a point where it has no gradient, as log(x² + y²) does towards (0, 0).
  ///
  /// A search stops a little way off, where the loss is still finite.
  public func isPole(at bottom: CriticalPoint) -> Bool {
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
}
