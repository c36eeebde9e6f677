/// The rules by which a run is judged at its last step: the first that matches wins.
enum Rules {
  typealias Rule = @Sendable (Evidence) -> Verdict?

  static let inOrder: [Rule] = [
    Divergence.diverged,
    Stationarity.atSaddle,
    Stationarity.converged,
    Stationarity.plateau,
    NoiseFloor.noiseFloor,
    Cycling.edgeOfStability,
    Cycling.oscillates,
    Divergence.diverging,
    Prospect.frozen,
    Prospect.crawling,
    Prospect.converging,
  ]

  static func verdict(on run: Evidence) -> Verdict {
    for rule in inOrder {
      if let verdict = rule(run) { return verdict }
    }
    return Descending.descending(run)
  }

  /// What happened on the way, in the order of the steps.
  static func events(in run: Evidence, verdict: Verdict) -> [Event] {
    let events =
      SaddleEscape.events(in: run) + BasinChange.events(in: run) + Zigzag.event(in: run, verdict: verdict)
      + ViewCrossing.events(in: run) + RateChange.events(in: run)
    let order = events.indices.sorted { (events[$0].step, $0) < (events[$1].step, $1) }
    return order.map { events[$0] }
  }
}
