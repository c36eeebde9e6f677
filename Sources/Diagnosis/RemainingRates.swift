import LossSurfaces
import Optimization

/// The sum of the rates that a schedule would still give.
///
/// It is added up over stretches, each twice as long as the one before, from the end of the run. If the stretches' sums
/// shrink at least as those of t^−1.1 do, what is left after the last is no more than their geometric series; if not,
/// the sum has no bound. A plateau schedule is told a loss that no longer falls.
struct RemainingRates {
  /// Stretches added up after the first, which is as long as the run but at least `shortest`.
  private static let doublings = 4
  private static let shortest = 64
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
    var (t, length) = (from, max(from, Self.shortest))
    for _ in 0...Self.doublings {
      (previous, stretch) = (stretch, 0)
      for _ in 0..<length {
        stretch += schedule.rate(at: t, state)
        if schedule.hasFeedback { _ = schedule.observe(loss: losses[from], after: t, &state) }
        guard sum + stretch < limit else { return nil }
        t += 1
      }
      sum += stretch
      length *= 2
    }
    if stretch == 0 { return sum }
    let ratio = stretch / previous
    guard ratio < Self.shrinkage else { return nil }
    let bound = sum + stretch * ratio / (1 - ratio)
    return bound < limit ? bound : nil
  }
}
