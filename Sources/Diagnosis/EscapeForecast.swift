import LossSurfaces
import Optimization

/// How long a point near a saddle takes to leave: ln(R/|c|) / ln r.
///
/// R is half the view's width, c the component of the offset from the saddle along the unstable direction, which is
/// −g·v/λmin of the gradient's component there, and r the growth per step, 1 + η·abs(λmin) without momentum. Gradient
/// noise of deviation s, that of mini-batches included, acts like an offset of η·s/√(r² − 1).
struct EscapeForecast {
  let offset: Double
  /// The factor per step, where theory knows it.
  let growth: Double?
  /// Infinite when nothing leads away; nil when there is no theory for the optimizer.
  let steps: Double?

  init(of run: Evidence) {
    let small = run.eigenvalues.small
    let axis = run.atEnd.hessian.eigenvector(for: small)
    let gradient = run.atEnd.gradient
    let component = abs((gradient.x * axis.x + gradient.y * axis.y) / small)
    let deviation = GradientVariance(of: run.trajectory.run, at: run.end).along(axis).squareRoot()
    growth = run.stability?.factor(etaLambda: run.rate * small)
    guard let growth, growth > 1 else {
      offset = component
      steps = (component == 0 && deviation == 0) || growth != nil ? .infinity : nil
      return
    }
    offset = max(component, run.rate * deviation / (growth * growth - 1).squareRoot())
    let radius = run.surface.view.width / 2
    steps = offset > 0 ? max(0, Elementary.log(radius / offset) / Elementary.log(growth)) : .infinity
  }

  /// The end of the sentence on a run that is stuck, and the words for its legend.
  func outlook(from noun: String) -> (sentence: String, words: String) {
    let offset = NumberText.string(offset, digits: 2)
    guard let steps else { return ("the offset along it is \(offset) and will grow.", "stuck at the \(noun)") }
    guard steps.isFinite, let growth else {
      let reason =
        self.offset == 0
        ? "the point lies exactly on the line that leads in, so no schedule will ever leave it; noise would."
        : "the learning rate is zero, so nothing moves."
      return (reason, "stuck at the \(noun) for ever")
    }
    let time = Wording.aboutSteps(steps)
    return (
      "the offset of \(offset) along it grows by \(Wording.factor(growth)) a step, so leaving will take about \(time) more.",
      "stuck at the \(noun), \(time) to go"
    )
  }
}
