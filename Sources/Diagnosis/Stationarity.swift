import LossSurfaces
import Optimization

/// Runs that have come to rest: the gradient is zero, and the Hessian says at what.
enum Stationarity {
  /// How far, in diagonals of the view, Newton's iteration may move from a point where the gradient is already zero
  /// to the tolerance; on a flat floor such a point can be this far from the minimum.
  private static let refinement = 0.1

  /// The gradient is zero and the surface falls away in some direction.
  static func atSaddle(_ run: Evidence) -> Verdict? {
    let (small, large) = run.eigenvalues
    guard run.isStationary, small < -run.tolerance else { return nil }
    let found = run.landscape.criticalPoint(near: run.end, within: refinement * run.surface.view.diagonal)
    let isPeak = large < -run.tolerance
    let point = found ?? CriticalPoint(at: run.end, kind: isPeak ? .maximum : .saddle)
    let place = run.wording.place(point)
    let forecast = EscapeForecast.soonest(of: run)
    let slope =
      isPeak
      ? """
      although it is a maximum, from which every direction falls away (λmin = \(NumberText.string(small)), \
      λmax = \(NumberText.string(large)))
      """
      : "although the surface falls away in one direction (λmin = \(NumberText.string(small)))"
    let outlook = forecast.outlook(from: isPeak ? .maximum : .saddle)
    return Verdict(
      kind: .atSaddle, step: run.last,
      sentence: """
        Stuck at \(place) after \(Wording.steps(run.last)): the gradient is below \
        \(NumberText.string(run.tolerance)), \(slope); \(outlook.sentence)
        """,
      words: outlook.words,
      figures: (forecast.steps.map { [.init("escapeSteps", $0)] } ?? [])
        + [.init("offset", forecast.offset), .init("curvature", small)], criticalPoint: point)
  }

  /// The gradient is zero at the bottom of a bowl or of a curved valley.
  static func converged(_ run: Evidence) -> Verdict? {
    guard run.isStationary, run.eigenvalues.small >= -run.tolerance, run.eigenvalues.large > run.tolerance else {
      return nil
    }
    let reach = refinement * run.surface.view.diagonal
    let point =
      run.landscape.criticalPoint(near: run.end, within: reach) ?? run.destination
      ?? CriticalPoint(at: run.end, kind: .minimum)
    let arrival = Arrival(of: run, at: point)
    return Verdict(
      kind: .converged, step: arrival.step, sentence: arrival.sentence, words: arrival.words,
      figures: (arrival.lowestLoss.map { [.init("lowestKnownLoss", $0)] } ?? []) + [
        .init("distance", run.end.distance(to: point.point)), .init("sharpness", run.eigenvalues.large),
        .init("etaSharpness", run.rate * run.eigenvalues.large), .init("gradientNorm", run.gradientNorm),
      ], criticalPoint: point)
  }

  /// The gradient is zero and so is the curvature: flat ground.
  static func plateau(_ run: Evidence) -> Verdict? {
    let (small, large) = run.eigenvalues
    guard run.isStationary, abs(small) <= run.tolerance, abs(large) <= run.tolerance else { return nil }
    let moved = run.trajectory[run.lastTenth.lowerBound].distance(to: run.end)
    let slope =
      run.gradientNorm == 0
      ? "the gradient is zero, and so nothing moves"
      : """
      the gradient is only \(NumberText.string(run.gradientNorm, digits: 2)) and the curvature no larger than \
      \(NumberText.string(max(abs(small), abs(large)), digits: 2)), so that \(Wording.steps(run.lastTenth.count - 1)) \
      moved the point by just \(NumberText.string(moved, digits: 2))
      """
    return Verdict(
      kind: .plateau, step: run.last,
      sentence: """
        Stuck on a plateau at \(run.wording.place(run.end)): \(slope). It takes another start\
        \(run.gradientNorm == 0 ? "" : ", or a far larger rate,") to get away.
        """,
      words: "stuck on a plateau, gradient \(NumberText.string(run.gradientNorm, digits: 2))",
      figures: [
        .init("gradientNorm", run.gradientNorm), .init("moved", moved), .init("sharpness", large),
        .init("etaSharpness", run.rate * large),
      ])
  }
}
