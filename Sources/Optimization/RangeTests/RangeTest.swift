public import LossSurfaces

/// A learning-rate range test: one sweep, in which the rate climbs with every update, and beside it what the sweep is
/// taken to foretell, separate runs of as many steps at one rate each.
///
/// Source: Smith (2017) for the test; fastai for smoothing, stop and most readings, see `Sweep` and `SweepReading`.
public struct RangeTest: Sendable {
  /// The run of the sweep; its schedule is `range-test`.
  public let run: Run
  /// β of the exponential average that smooths the sweep's losses, 0 ≤ β < 1; 0 leaves them as they are.
  public let smoothing: Double
  /// The rates of the separate runs: those of a sweep over the same range in `mostRates` or fewer, `leastRates` or more.
  public let rates: [Double]

  /// fastai's.
  public static let defaultSmoothing = 0.98
  public static let defaultSteps = 100
  /// A shorter sweep has no curve to read; a longer one takes as many separate runs of that length.
  public static let possibleSteps = 10...100_000
  /// With noise or mini-batches a separate run is repeated with so many seeds.
  public static let seedCount = 16

  private static let leastRates = 100
  private static let mostRates = 240

  /// Throws when the sweep is too short or too long, its schedule is no `range-test` of as many steps, or the smoothing
  /// is not from 0 to below 1.
  public init(_ run: Run, smoothing: Double = RangeTest.defaultSmoothing) throws(InputError) {
    let schedule = run.schedule.specification
    guard schedule.name == "range-test", schedule["steps"] == .number(Double(run.steps)) else {
      throw InputError("a range test needs a range-test schedule of as many steps as its run, not \(schedule)")
    }
    guard Self.possibleSteps.contains(run.steps) else {
      throw InputError(
        "a sweep of \(NumberText.string(run.steps)) steps is too \(run.steps < 10 ? "short" : "long")",
        remedy:
          "Give \(Self.possibleSteps.lowerBound) to \(NumberText.string(Self.possibleSteps.upperBound)) steps; \(Self.defaultSteps) is usual."
      )
    }
    guard smoothing >= 0, smoothing < 1 else {
      throw InputError(
        "the smoothing must be 0 or more and below 1, not \(Numeral.exact(smoothing))",
        remedy: "It is the share of the average that is kept: 0.98 is usual, 0 smooths nothing.")
    }
    self.run = run
    self.smoothing = smoothing
    rates = try Self.rates(like: run.schedule)
  }

  private static func rates(like schedule: Schedule) throws(InputError) -> [Double] {
    guard case .number(let steps) = schedule.specification["steps"] else { return [] }
    let count = min(max(Int(steps), leastRates), mostRates)
    var specification = schedule.specification
    specification.arguments.removeAll { $0.key == "steps" }
    specification.arguments.append(.init("steps", .number(Double(count))))
    return try Schedule(specification, learningRate: schedule.learningRate, steps: count).rates(steps: count)
  }

  /// Executes the sweep.
  public func sweep() -> Sweep { Sweep(of: run.trajectory(), smoothing: smoothing) }

  /// The run of as many steps as the sweep has, at one rate from first to last.
  public func separateRun(at rate: Double) throws(InputError) -> Run {
    var separate = run
    separate.schedule = try Schedule(constant: rate)
    return separate
  }

  /// How separate runs at one rate ended.
  public struct Outcome: Sendable, Hashable {
    public let rate: Double
    /// Infinite when a run diverged; the last loss of one that left the view for good while its loss fell.
    public let loss: Double
  }

  /// The loss at the end of the separate run at a rate, or, where chance has a part in it, its mean over `seedCount`
  /// seeds from the sweep's on.
  public func outcome(at rate: Double) throws(InputError) -> Outcome {
    var separate = try separateRun(at: rate)
    let count = run.isStochastic ? Self.seedCount : 1
    var sum = 0.0
    for index in 0..<count {
      separate.seed = run.seed &+ UInt64(index)
      let trajectory = separate.trajectory()
      sum += trajectory.fell || trajectory.divergedAt == nil ? trajectory.loss.last! : .infinity
    }
    return Outcome(rate: rate, loss: sum / Double(count))
  }
}

extension Trajectory {
  /// Whether the loss is finite at the end and below the start's.
  public var fell: Bool { loss.last!.isFinite && loss.last! < loss[0] }
}
