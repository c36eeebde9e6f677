public import LossSurfaces

/// A learning-rate schedule with all its keys resolved.
public struct Schedule: Sendable {
  /// What was asked for, with every key that was left out filled in.
  public let specification: Specification
  /// ε₀: the initial rate, or the peak of a cyclical schedule.
  public let learningRate: Double

  /// The names of all schedules, in the order of the documentation.
  public static var names: [String] { fatalError("not built yet") }

  /// Keys that are left out and have no default take values that fit a run of `steps` updates at `learningRate`.
  public init(_ specification: Specification, learningRate: Double, steps: Int) throws(InputError) {
    self.specification = specification
    self.learningRate = learningRate
  }

  /// What the picture's settings line says: `step ×0.5 every 20`.
  public var settings: String { fatalError("not built yet") }

  /// Feedback that a plateau schedule keeps; nothing for the others.
  public struct State: Sendable, Hashable {}
  public func initialState() -> State { State() }

  /// The rate of update `t`, from 0.
  public func rate(at t: Int, _ state: State) -> Double { fatalError("not built yet") }
  /// Tells the schedule the whole loss after update `t`; true when it cuts the rate.
  public func observe(loss: Double, after t: Int, _ state: inout State) -> Bool { fatalError("not built yet") }
  /// Whether the schedule itself cuts the rate at update t (step, multi-step, a staircase).
  public func isCut(at t: Int) -> Bool { fatalError("not built yet") }
  /// Whether a new cycle begins at update t > 0 (warm restarts, cyclical rates).
  public func isRestart(at t: Int) -> Bool { fatalError("not built yet") }

  /// The rates of updates 0 ..< steps; `losses[i]` is the loss after update i, needed by plateau.
  public func rates(steps: Int, losses: [Double] = []) -> [Double] { fatalError("not built yet") }
}
