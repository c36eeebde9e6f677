public import LossSurfaces
public import Optimization

/// η·λmax along a run, beside the limit that it is held against: above it, each step along the steepest direction
/// overshoots by more than it corrects.
///
/// λmax is that of the loss that the run descends: with weight decay w in sgd, f + w·(x² + y²)/2.
public struct StabilityTrace: Sendable {
  /// 2, or 2(1 + β) with momentum β (Nesterov's: 2(1 + β)/(1 + 2β)); nil when the optimizer is not sgd, which has no
  /// single limit.
  public let limit: Double?
  /// The limit as a sentence has it: `2`, `2(1 + β) = 3.8`.
  public let limitText: String?
  /// The rate, when every update used the same.
  public let constantRate: Double?
  /// The loss that the run descends.
  public let loss: LossFunction
  private let trajectory: Trajectory

  public init(of trajectory: Trajectory) {
    let stability = Stability(trajectory.run.optimizer)
    limit = stability?.limit
    limitText = stability?.limitText()
    let rates = trajectory.learningRate
    constantRate = rates.allSatisfy { $0 == rates[0] } ? rates.first : nil
    loss = Objective(of: trajectory).evaluator.loss
    self.trajectory = trajectory
  }

  /// The curvature above which the run is unstable at its constant rate; nil without one, or without a limit.
  public var unstableSharpness: Double? {
    guard let limit, let constantRate, constantRate > 0 else { return nil }
    return limit / constantRate
  }

  /// η·λmax at each update: entry t is its rate times λmax at the point before it. Takes as long as the run did.
  ///
  /// Edge cases: 0 or negative where no direction curves upwards; not finite where the curvature is not.
  public func values() -> [Double] {
    let evaluator = Evaluator(loss)
    return trajectory.learningRate.enumerated().map { step, rate in
      rate * evaluator.secondOrder(at: trajectory[step]).hessian.eigenvalues.large
    }
  }
}
