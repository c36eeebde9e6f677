/// What a schedule does over a run: its rates, and where it cuts them or begins again.
public struct ScheduleCourse: Sendable {
  /// The rate of each update.
  public internal(set) var rates: [Double] = []
  /// The updates at which the rate is cut: the first that use the lower one.
  public internal(set) var cuts: [Int] = []
  /// The updates at which a new cycle begins.
  public internal(set) var restarts: [Int] = []
  /// Why a plateau schedule cut, cut by cut; empty for the others.
  public internal(set) var reasons: [PlateauCut] = []
  /// What a plateau schedule held for the best loss after each of the losses; empty for the others and with a window.
  public internal(set) var best: [Double] = []
}

extension Schedule {
  /// The course over updates 0 ..< steps; `losses[i]` is the loss after update i, needed by plateau.
  ///
  /// Edge cases: where losses are missing, a plateau schedule keeps its rate; those beyond the last update are not
  /// judged, for no update would use the rate.
  public func course(steps: Int, losses: [Double] = []) -> ScheduleCourse {
    var state = initialState()
    var course = ScheduleCourse()
    course.rates.reserveCapacity(max(0, steps))
    for t in 0..<max(0, steps) {
      if isCut(at: t) { course.cuts.append(t) }
      if isRestart(at: t) { course.restarts.append(t) }
      course.rates.append(rate(at: t, state))
      guard hasFeedback, t < losses.count, t + 1 < steps else { continue }
      let before = state.withoutWindow
      if observe(loss: losses[t], after: t, &state), let cut = plateauCut(at: t + 1, before, state) {
        course.cuts.append(t + 1)
        course.reasons.append(cut)
      }
      if let best = best(state) { course.best.append(best) }
    }
    return course
  }
}
