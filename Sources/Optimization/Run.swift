public import LossSurfaces

/// Standard deviations of Gaussian gradient noise.
public struct Noise: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
  public var isZero: Bool { x == 0 && y == 0 }
}

/// One descent, fully specified; executing it twice gives the same bits.
public struct Run: Sendable {
  public var loss: LossFunction
  /// Outside 1000 diagonals of the view the run has diverged and ends.
  public var view: View
  public var start: Point
  public var steps: Int
  public var schedule: Schedule
  public var optimizer: Optimizer
  public var noise: Noise
  public var seed: UInt64

  /// Throws when the start is outside the domain of the loss, steps is below 1 or above 10⁷, or noise is negative or
  /// not finite.
  public init(
    loss: LossFunction, view: View, start: Point, steps: Int, schedule: Schedule, optimizer: Optimizer,
    noise: Noise = Noise(x: 0, y: 0), seed: UInt64 = 1
  ) throws(InputError) {
    self.loss = loss
    self.view = view
    self.start = start
    self.steps = steps
    self.schedule = schedule
    self.optimizer = optimizer
    self.noise = noise
    self.seed = seed
  }

  public func trajectory() -> Trajectory { fatalError("not built yet") }
}
