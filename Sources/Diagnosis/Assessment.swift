public import LossSurfaces
public import Optimization

/// The verdict on a run and the events on its way.
public struct Assessment: Sendable, Hashable {
  public var verdict: Verdict
  /// In the order of their steps.
  public var events: [Event]

  public init(verdict: Verdict, events: [Event]) {
    self.verdict = verdict
    self.events = events
  }

  /// Judges a run by the rules in their order; `surface` gives the declared critical points and the view.
  ///
  /// Gradients, and eigenvalues of the Hessian, below `tolerance` count as zero. With weight decay in sgd the loss that
  /// is judged is f + w·(x² + y²)/2, which is what the run descends. Every verdict carries, beside its own figures, the
  /// loss, the distance to the nearest minimum known, λmax and η·λmax at the end; where it is about a cycle or about
  /// divergence it has λmax there instead. The time is linear in the number of steps.
  ///
  /// Edge cases:
  /// - a run of fewer than ten steps is judged by its single steps instead of tenths;
  /// - noise needs 40 steps for a noise floor to show, a cycle 22 to repeat, chatter 32.
  public init(of trajectory: Trajectory, on surface: Surface, tolerance: Double = 1e-6) {
    let run = Evidence(of: trajectory, on: surface, tolerance: tolerance)
    var verdict = Rules.verdict(on: run)
    verdict.figures += run.commonFigures.filter { verdict.figures[$0.name] == nil }
    self.init(verdict: verdict, events: Rules.events(in: run, verdict: verdict))
  }
}

extension Evidence {
  /// What every verdict tells.
  fileprivate var commonFigures: [Verdict.Figure] {
    var figures = [Verdict.Figure("loss", trajectory.loss[last])]
    guard trajectory.divergedAt == nil, end.isFinite else { return figures }
    if let nearestMinimum { figures.append(.init("distance", end.distance(to: nearestMinimum.point))) }
    figures += [.init("sharpness", eigenvalues.large), .init("etaSharpness", rate * eigenvalues.large)]
    return figures
  }
}
