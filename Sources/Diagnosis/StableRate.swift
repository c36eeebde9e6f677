import LossSurfaces
import Optimization

/// The largest stable rate for the curvature at one step of a run, with where that is.
struct StableRate {
  /// The rates here and at the minimum are called the same when they differ by less than this share.
  private static let agreement = 0.01

  /// Whether another rate is stable at the minimum, so that it needs saying where this one is.
  let isElsewhere: Bool
  /// `2/λ = 0.2`, `2/λ = 0.0071 at the start`
  let words: String

  init(for sharpness: Double, at step: Int, of run: Evidence, _ stability: Stability) {
    let start = run.trajectory[0]
    let minimum = run.landscape.nearestMinimum(to: start, or: run.landscape.minimum(below: start))
    let atMinimum = minimum.map { run.objective.evaluator.secondOrder(at: $0.point).hessian.eigenvalues.large }
    isElsewhere = atMinimum.map { !(abs($0 - sharpness) <= Self.agreement * abs($0)) } ?? true
    let place = step == 0 ? " at the start" : " at step \(NumberText.string(step))"
    words = stability.stableRateWords(lambda: sharpness) + (isElsewhere ? place : "")
  }
}
