public import LossSurfaces
public import Optimization

/// The verdict on a run and the events on its way.
public struct Assessment: Sendable, Hashable {
  public var verdict: Verdict
  public var events: [Event]

  public init(verdict: Verdict, events: [Event]) {
    self.verdict = verdict
    self.events = events
  }

  /// Judges a run by the rules in their order; `surface` gives the declared critical points and the view.
  public init(of trajectory: Trajectory, on surface: Surface) { fatalError("not built yet") }
}
