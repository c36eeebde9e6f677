public import LossSurfaces

/// What a run did: entry t is the point before update t. There are steps + 1 entries, or fewer when it diverged.
public struct Trajectory: Sendable {
  public var run: Run
  public var x: [Double]
  public var y: [Double]
  /// The whole loss, without noise.
  public var loss: [Double]
  /// The norm of the exact gradient of the whole loss.
  public var gradientNorm: [Double]
  /// The rate that update t used: one entry fewer than the points.
  public var learningRate: [Double]
  /// The step at which the run left for good, if it did.
  public var divergedAt: Int?
  /// Updates at which the schedule cut the rate: the first that use the lower one.
  public var cuts: [Int]
  /// Updates at which a new cycle began.
  public var restarts: [Int]

  public init(
    run: Run, x: [Double], y: [Double], loss: [Double], gradientNorm: [Double], learningRate: [Double],
    divergedAt: Int?, cuts: [Int], restarts: [Int]
  ) {
    self.run = run
    self.x = x
    self.y = y
    self.loss = loss
    self.gradientNorm = gradientNorm
    self.learningRate = learningRate
    self.divergedAt = divergedAt
    self.cuts = cuts
    self.restarts = restarts
  }

  /// The index of the last entry.
  public var lastStep: Int { x.count - 1 }
  public subscript(step: Int) -> Point { Point(x[step], y[step]) }
}
