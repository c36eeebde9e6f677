public import LossSurfaces
public import Optimization

/// What the readings of a range test are worth: each with the separate run at its rate, judged, and sentences that say
/// when readings disagree or lie where no run can settle.
public struct RangeTestAssessment: Sendable {
  public struct Reading: Sendable {
    public let kind: SweepReading
    public let rate: Double
    /// The separate run at that rate, as long as the sweep.
    public let trajectory: Trajectory
    public let assessment: Assessment
  }

  public let test: RangeTest
  public let sweep: Sweep
  /// How the separate runs ended, lowest rate first.
  public let outcomes: [RangeTest.Outcome]
  /// At the minimum that plain descent from the start leads to; nil when there is none, when it is a cusp, or when it
  /// says nothing of the optimizer.
  public let limit: RateLimit?
  /// Those that the sweep gives, in the order of `SweepReading`.
  public let readings: [Reading]
  /// Whole sentences: what lies above the limit, how far the readings are apart, where the curve turns, and which rate
  /// is really best.
  public let sentences: [String]

  /// Executes and judges a run at each reading. `outcomes` are the separate runs over the whole range, lowest rate
  /// first.
  public init(of test: RangeTest, _ sweep: Sweep, _ outcomes: [RangeTest.Outcome], on surface: Surface)
    throws(InputError)
  {
    let evaluator = Evaluator(surface.loss)
    let minimum = evaluator.minimum(downhillFrom: test.run.start).flatMap { evaluator.isPole(at: $0) ? nil : $0 }
    let smooth = minimum.flatMap { $0.kind == .cusp ? nil : $0.point }
    let limit = smooth.flatMap { RateLimit(of: test.run.optimizer, at: $0, on: surface) }
    var readings: [Reading] = []
    for kind in SweepReading.allCases {
      guard let rate = kind.rate(in: sweep) else { continue }
      let trajectory = try test.separateRun(at: rate).trajectory()
      readings.append(
        Reading(
          kind: kind, rate: rate, trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface)))
    }
    (self.test, self.sweep, self.outcomes) = (test, sweep, outcomes)
    self.limit = limit
    self.readings = readings
    sentences =
      RangeTestWording(
        test: test, sweep: sweep, outcomes: outcomes, limit: limit, hasMinimum: minimum != nil, readings: readings
      ).sentences
  }

  /// The readings at which people train.
  public var recommended: [Reading] { readings.filter { $0.kind != .minimum } }

  public subscript(kind: SweepReading) -> Reading? { readings.first { $0.kind == kind } }
}

/// The sentences of a range test.
private struct RangeTestWording {
  /// Readings within this factor of one another agree: the best rate is seldom known more closely.
  private static let agreement = 3.0
  /// A turn further above the limit than this share is worth a word.
  private static let lag = 1.2

  let test: RangeTest
  let sweep: Sweep
  let outcomes: [RangeTest.Outcome]
  let limit: RateLimit?
  let hasMinimum: Bool
  let readings: [RangeTestAssessment.Reading]

  private var recommended: [RangeTestAssessment.Reading] { readings.filter { $0.kind != .minimum } }

  var sentences: [String] {
    guard !recommended.isEmpty else {
      return ["There is nothing to read: too little of the sweep is left before it stops."] + [best].compactMap(\.self)
    }
    return [misleading, disagreement, best, turn].compactMap(\.self)
  }

  /// Which readings lie above the limit; without one, at which the separate runs fail.
  private var misleading: String? {
    let failed = recommended.filter { !$0.trajectory.fell }
    guard let limit else {
      let reason = hasMinimum ? "There is no one limit to compare with" : "No minimum is in sight to take a limit from"
      return failed.isEmpty
        ? "\(reason); the separate runs at all readings end below their start."
        : "\(reason); at \(list(failed)) the separate \(failed.count == 1 ? "run ends" : "runs end") no lower than at the start."
    }
    let above = recommended.filter { $0.rate > limit.rate }
    let others = failed.filter { $0.rate <= limit.rate }
    let first =
      above.isEmpty
      ? "All readings lie below \(limit.words)"
      : "\(capitalized(list(above))) \(above.count == 1 ? "lies" : "lie") above \(limit.words), where no run settles"
    guard !others.isEmpty else { return first + "." }
    let cause =
      test.run.batches?.isStochastic == true
      ? ": the noise of mini-batches lowers the limit"
      : test.run.isStochastic ? "" : ": on the way the curvature is larger than at the minimum"
    return
      "\(first); at \(list(others)) the separate \(others.count == 1 ? "run ends" : "runs end") no lower than at the start\(cause)."
  }

  private var disagreement: String? {
    guard let low = recommended.min(by: { $0.rate < $1.rate }), let high = recommended.max(by: { $0.rate < $1.rate }),
      recommended.count > 1
    else { return nil }
    let factor = high.rate / low.rate
    return factor < Self.agreement
      ? "The readings agree to within a factor of \(rounded(factor))."
      : "The readings are a factor of \(rounded(factor)) apart, from \(named(low)) to \(named(high))."
  }

  /// Where the curve turns, beside the limit, and why the two differ.
  private var turn: String? {
    guard sweep.turns else {
      return sweep.losses.count < test.run.steps
        ? "The loss never turned up before the sweep left the view for good."
        : "The loss never turned up: the range ends too low."
    }
    guard let limit, let turn = readings.first(where: { $0.kind == .minimum }), turn.rate > Self.lag * limit.rate else {
      return nil
    }
    return """
      The curve turns late, at \(number(turn.rate)), \(rounded(turn.rate / limit.rate)) times the limit: what the low \
      rates gained must be lost again before the loss rises.
      """
  }

  private var best: String? {
    let finite = outcomes.filter { $0.loss.isFinite }
    guard let best = finite.min(by: { $0.loss < $1.loss }),
      best.rate < finite.last?.rate ?? 0 || finite.count < outcomes.count
    else { return nil }
    return "Of separate runs of \(Wording.steps(test.run.steps)) the one at \(number(best.rate)) ends lowest."
  }

  private func named(_ reading: RangeTestAssessment.Reading) -> String {
    "\(number(reading.rate)) (\(reading.kind.rawValue))"
  }

  /// `valley (0.015) and slide (0.75)`
  private func list(_ readings: [RangeTestAssessment.Reading]) -> String {
    let names = readings.map { "\($0.kind.rawValue) (\(number($0.rate)))" }
    return names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names.last!
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private func number(_ value: Double) -> String { NumberText.string(value, digits: 3) }

  private func rounded(_ factor: Double) -> String { NumberText.string(factor, digits: 2) }
}
