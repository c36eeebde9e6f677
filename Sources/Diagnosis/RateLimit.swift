public import LossSurfaces
public import Optimization

/// The largest stable rate at a minimum: 2/λmax there, or 2(1 + β)/λmax with momentum β (Nesterov's:
/// 2(1 + β)/((1 + 2β)·λmax)). At a larger one no run of the whole loss comes to rest.
///
/// Weight decay is not counted, nor is the noise of mini-batches, which lowers the limit.
public struct RateLimit: Sendable, Hashable {
  /// What η·λ must stay below: 2 without momentum.
  public let limit: Double
  /// λmax at the minimum.
  public let sharpness: Double

  public var rate: Double { limit / sharpness }

  /// `2/λ = 0.2`
  public var words: String { "\(NumberText.string(limit))/λ = \(NumberText.string(rate))" }

  /// Nil when the optimizer is not sgd, which has no single limit, or the curvature at the point is not positive or
  /// jumps there.
  public init?(of optimizer: Optimizer, at point: Point, on surface: Surface) {
    guard let limit = optimizer.stabilityLimit, let sharpness = surface.steadySharpness(at: point) else { return nil }
    self.limit = limit
    self.sharpness = sharpness
  }
}

extension Surface {
  /// λmax at a point; nil where it is not positive, or where the curvature jumps (at a kink or a cusp), for there it
  /// says nothing of the steps around.
  func steadySharpness(at point: Point) -> Double? {
    let evaluator = Evaluator(loss)
    let here = evaluator.secondOrder(at: point).hessian.eigenvalues.large
    let reach = 1e-6 * view.diagonal
    let around = [(reach, 0), (-reach, 0), (0, reach), (0, -reach)].map { dx, dy in
      evaluator.secondOrder(at: Point(point.x + dx, point.y + dy)).hessian.eigenvalues.large
    }
    guard here > 0, here.isFinite, around.allSatisfy({ abs($0 - here) < 0.1 * here }) else { return nil }
    return here
  }
}
