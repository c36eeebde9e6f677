import LossSurfaces
import Optimization

/// The sum of the rates that a schedule would still give.
///
/// It is added up over stretches, each twice as long as the one before, from the end of the run. If the stretches' sums
/// shrink at least as those of t^−1.1 do, what is left after the last is no more than their geometric series; if not,
/// the sum has no bound. A plateau schedule is told a loss that no longer falls.
struct RemainingRates {
  /// Stretches added up after the first, which is as long as the run but at least `shortest`.
  private static let doublings = 3
  private static let shortest = 64
  /// Rates looked at in a stretch. They lie at irregular distances, so that they do not keep step with a cycle.
  private static let samples = 512
  private static let irregularity = 0.618_033_988_749_894_9
  /// 2^−0.1: by how much the sum over 2T ..< 4T of t^−1.1 is below that over T ..< 2T.
  private static let shrinkage = 0.933

  private let schedule: Schedule
  private let from: Int
  private let losses: [Double]

  init(after run: Evidence) {
    schedule = run.trajectory.run.schedule
    from = run.last
    losses = run.trajectory.loss
  }

  /// A bound of the sum, or nil when that is not below `limit`.
  func sum(below limit: Double) -> Double? {
    var state = schedule.initialState()
    if schedule.hasFeedback {
      for t in 0..<from { _ = schedule.observe(loss: losses[t + 1], after: t, &state) }
    }
    var (sum, previous, stretch) = (0.0, 0.0, Double.infinity)
    var (start, length) = (from, max(from, Self.shortest))
    for _ in 0...Self.doublings {
      previous = stretch
      stretch =
        schedule.hasFeedback ? followed(start..<start + length, &state) : sampled(start..<start + length, state)
      sum += stretch
      guard sum < limit else { return nil }
      if stretch == 0 { return sum }
      start += length
      length *= 2
    }
    let ratio = stretch / previous
    guard ratio < Self.shrinkage else { return nil }
    let bound = sum + stretch * ratio / (1 - ratio)
    return bound < limit ? bound : nil
  }

  /// The sum of the rates of a schedule that depends on t alone.
  private func sampled(_ steps: Range<Int>, _ state: Schedule.State) -> Double {
    guard steps.count > Self.samples else { return steps.reduce(0) { $0 + schedule.rate(at: $1, state) } }
    let stride = Double(steps.count) / Double(Self.samples)
    let total = (0..<Self.samples).reduce(0.0) { sum, index in
      let offset = Double(index) * Self.irregularity
      let place = (Double(index) + offset - offset.rounded(.down)) * stride
      return sum + schedule.rate(at: steps.lowerBound + Int(place), state)
    }
    return total * stride
  }

  /// The sum of the rates of a schedule that is told the last loss over and over.
  private func followed(_ steps: Range<Int>, _ state: inout Schedule.State) -> Double {
    steps.reduce(0) { sum, t in
      let rate = schedule.rate(at: t, state)
      _ = schedule.observe(loss: losses[from], after: t, &state)
      return sum + rate
    }
  }
}
