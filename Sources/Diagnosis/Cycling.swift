import LossSurfaces
import Optimization

/// Runs that go to and fro for ever.
enum Cycling {
  /// How near η·λmax comes to its limit at the edge of stability; measured on Rosenbrock's valley it is within 0.02.
  private static let edgeWidth = 0.05
  /// Further from it than this, it is a guess.
  private static let plainWidth = 0.025
  /// Amplitudes between the cycle and the nearest minimum, from which the cycle is not about that minimum: measured,
  /// cycles about a minimum lie 0.2 from it, those at the edge of stability more than 10.
  private static let separation = 2.0
  /// Below this share of the limit, the curvature does not explain the overshoot.
  private static let unexplained = 0.75
  /// To within this share η·λmax is at its limit exactly.
  private static let rounding = 1e-9

  /// A bounded cycle in which the curvature hovers at its limit, away from any minimum.
  static func edgeOfStability(_ run: Evidence) -> Verdict? {
    guard let cycle = run.cycle, let stability = run.stability else { return nil }
    let etaSharpness = run.rate * cycle.meanSharpness
    guard abs(etaSharpness - stability.limit) < edgeWidth else { return nil }
    let minimum = run.nearestMinimum(to: cycle.mean)
    let distance = minimum?.point.distance(to: cycle.mean) ?? .infinity
    guard distance > separation * cycle.amplitude else { return nil }
    let loss = run.meanLossOfLastQuarter
    let away = minimum.map {
      """
      , while \(run.wording.place($0)) lies \(NumberText.string(distance, digits: 2)) away
      """
    }
    let slope = minimum.map { run.objective.evaluator.value(at: $0.point) < loss } ?? true
    let isGuess = abs(etaSharpness - stability.limit) > plainWidth
    return Verdict(
      kind: .edgeOfStability, step: run.last, isGuess: isGuess,
      sentence: """
        \(isGuess ? "Probably pinned" : "Pinned") at the edge of stability: it bounces from wall to wall with η·λmax = \
        \(NumberText.string(etaSharpness)) on average, where \(stability.limitText()) is the limit, and the loss stays at \
        \(NumberText.string(loss))\(away ?? "").\(slope ? " A smaller rate would let it go on down." : "")
        """,
      words: "edge of stability at loss \(NumberText.string(loss, digits: 2))",
      figures: [
        .init("etaSharpness", etaSharpness), .init("limit", stability.limit), .init("sharpness", cycle.meanSharpness),
        .init("amplitude", cycle.amplitude), .init("meanLoss", loss),
      ] + period(cycle) + [.init("distanceFromMinimum", distance)], criticalPoint: minimum)
  }

  /// Any other bounded cycle.
  static func oscillates(_ run: Evidence) -> Verdict? {
    guard let cycle = run.cycle else { return nil }
    let minimum = run.nearestMinimum(to: cycle.mean).flatMap {
      $0.point.distance(to: cycle.mean) <= separation * cycle.amplitude ? $0 : nil
    }
    let atMinimum = minimum.map { run.objective.evaluator.secondOrder(at: $0.point).hessian.eigenvalues.large }
    let place = minimum.map { run.wording.place($0) } ?? run.wording.place(cycle.mean)
    let pace = cycle.period.map { "with period \($0)" } ?? "without a fixed period"
    let amplitude = NumberText.string(cycle.amplitude, digits: 2)
    let cause = minimum?.kind == .cusp ? kinkReason : reason(run, sharpness: atMinimum ?? cycle.meanSharpness)
    // Without a theory, or where it does not tell, there is a cycle but only a guess at why.
    let isGuess = cause == nil
    let reason = cause ?? unknownReason(run, sharpness: atMinimum ?? cycle.meanSharpness)
    return Verdict(
      kind: .oscillates, step: run.last, isGuess: isGuess,
      sentence: "Oscillates \(pace) about \(place), \(amplitude) to either side, and comes no nearer: \(reason).",
      words: "oscillates, \(cycle.period.map { "period \($0)" } ?? "no fixed period"), ±\(amplitude)",
      figures: period(cycle) + [
        .init("amplitude", cycle.amplitude), .init("etaSharpness", run.rate * cycle.sharpnessAtMean),
        .init("sharpness", cycle.sharpnessAtMean),
      ] + (atMinimum.map { [.init("etaSharpnessAtMinimum", run.rate * $0)] } ?? []), criticalPoint: minimum)
  }

  private static func period(_ cycle: BoundedCycle) -> [Verdict.Figure] {
    cycle.period.map { [.init("period", Double($0))] } ?? []
  }

  /// What stands where theory gives no reason.
  private static func unknownReason(_ run: Evidence, sharpness: Double) -> String {
    guard run.stability != nil else { return "each step overshoots as far as it came" }
    return "probably " + kinkReason + ", for η·λmax = \(NumberText.string(run.rate * sharpness)) does not tell"
  }

  /// Why the run cannot settle where λmax has this value; nil where theory does not tell.
  private static func reason(_ run: Evidence, sharpness: Double) -> String? {
    guard let stability = run.stability else { return nil }
    let (etaSharpness, limit) = (run.rate * sharpness, stability.limit)
    if etaSharpness < unexplained * limit { return nil }
    let stable = stability.stableRateText(lambda: sharpness)
    if abs(etaSharpness - limit) <= rounding * limit {
      return """
        η·λmax = \(NumberText.string(etaSharpness)) is exactly at the limit (\(stable)), so each step overshoots as far \
        as it came
        """
    }
    let (value, limitText) = stability.compared(etaSharpness: etaSharpness)
    if etaSharpness > limit {
      return """
        \(value) there is above \(limitText) (\(stable)), so it is thrown out whenever it comes \
        near, and the surface further out throws it back
        """
    }
    return """
      \(value) there is only just below the limit \(limitText) (\(stable)), and a step of this \
      length overshoots as far as it came
      """
  }

  private static let kinkReason = """
    the gradient jumps as the path crosses a kink, so each step overshoots, however small, and only a falling rate \
    settles
    """
}
