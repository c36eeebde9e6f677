import LossSurfaces
import Optimization

/// A minimum on a run's way where its last rate is too large for it ever to settle.
struct UnstableMinimum {
  /// λmax there.
  let sharpness: Double
  private let run: Evidence
  private let stability: Stability

  /// Nil where the rate is small enough, at a kink, and without a limit from theory.
  init?(_ minimum: CriticalPoint, for run: Evidence) {
    guard let stability = run.stability, minimum.kind != .cusp else { return nil }
    let sharpness = run.objective.evaluator.secondOrder(at: minimum.point).hessian.eigenvalues.large
    guard sharpness.isFinite, run.rate * sharpness > stability.limit else { return nil }
    self.sharpness = sharpness
    self.run = run
    self.stability = stability
  }

  var figures: [Verdict.Figure] {
    [
      .init("sharpnessAtMinimum", sharpness), .init("etaSharpnessAtMinimum", run.rate * sharpness),
      .init("stableRate", stability.limit / sharpness),
    ]
  }

  /// `cannot settle there as long as η = 0.0025 is above 2/λmax = 0.001997`
  var sentence: String {
    let stable = stability.limit / sharpness
    let digits = Wording.digits(toTell: run.rate, from: stable)
    return """
      cannot settle there as long as η = \(NumberText.string(run.rate, digits: digits)) is above \
      \(stability.isPlain ? "2/λmax" : "the largest stable rate")\(stability.isPlain ? " = " : ", ")\
      \(NumberText.string(stable, digits: digits))
      """
  }

  /// `cannot settle: η > 2/λ`
  var words: String { "cannot settle: \(rule)" }
  /// `cannot settle at (1, 1): η > 2/λ`
  func words(at place: String) -> String { "cannot settle at \(place): \(rule)" }

  private var rule: String { stability.isPlain ? "η > 2/λ" : "η > limit" }
}
