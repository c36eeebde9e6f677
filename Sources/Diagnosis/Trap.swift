import LossSurfaces

/// The neighbourhood of a minimum from which plain descent cannot leave: a disc on which the loss is convex, as far as it
/// lies lower there than half way up to the disc's rim.
///
/// Plain descent never climbs, so from a point in it it stays, and on a disc where the loss is convex it comes to rest at the
/// minimum alone. Convexity is judged on rings about the minimum, each 1.4 times as wide as the one before, at 16
/// directions of each; half of the way up is for what lies between.
struct Trap {
  private static let directions = 16
  private static let growth = 1.4

  let minimum: CriticalPoint
  private let radius: Double
  /// What lies lower, in the disc, is in the trap.
  private let height: Double

  /// Nil where the least ring, a ten-thousandth of `reach`, is not convex; the widest has `reach` as its radius.
  init?(about minimum: CriticalPoint, on evaluator: Evaluator, reach: Double) {
    guard minimum.kind == .minimum, reach > 0 else { return nil }
    let floor = evaluator.value(at: minimum.point)
    var (radius, rim) = (0.0, floor)
    var next = reach * 1e-4
    while next <= reach, let lowest = Self.lowest(onRing: next, about: minimum.point, evaluator), lowest > rim {
      (radius, rim) = (next, lowest)
      next *= Self.growth
    }
    guard radius > 0 else { return nil }
    (self.minimum, self.radius) = (minimum, radius)
    height = floor + (rim - floor) / 2
  }

  func holds(_ point: Point, loss: Double) -> Bool { loss < height && point.distance(to: minimum.point) < radius }

  /// The lowest loss on a ring, nil where the loss is not convex on it.
  private static func lowest(onRing radius: Double, about center: Point, _ evaluator: Evaluator) -> Double? {
    var lowest = Double.infinity
    for direction in 0..<directions {
      let angle = 2 * Double.pi * Double(direction) / Double(directions)
      let point = Point(
        center.x + radius * Elementary.cos(angle), center.y + radius * Elementary.sin(angle))
      let order = evaluator.secondOrder(at: point)
      guard order.value.isFinite, order.hessian.eigenvalues.small > 0 else { return nil }
      lowest = min(lowest, order.value)
    }
    return lowest
  }
}
