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

  /// The forecast along the direction in which the run leaves first: at a maximum both lead away.
  static func soonest(of run: Evidence) -> EscapeForecast {
    let (small, large) = run.eigenvalues
    let axis = run.atEnd.hessian.eigenvector(for: small)
    let steepest = EscapeForecast(of: run, curvature: small, axis: axis)
    guard large < -run.tolerance else { return steepest }
    let other = EscapeForecast(of: run, curvature: large, axis: Point(-axis.y, axis.x))
    // An unknown time is still sooner than never.
    let times = [other.steps, steepest.steps].map { $0 ?? .greatestFiniteMagnitude }
    return times[0] < times[1] ? other : steepest
  }

  private init(of run: Evidence, curvature: Double, axis: Point) {
    let gradient = run.atEnd.gradient
    let component = abs((gradient.x * axis.x + gradient.y * axis.y) / curvature)
    let deviation = GradientVariance(of: run.trajectory.run, at: run.end).along(axis).squareRoot()
    growth = run.stability?.factor(etaLambda: run.rate * curvature)
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
  func outlook(from kind: CriticalPoint.Kind) -> (sentence: String, words: String) {
    let isPeak = kind == .maximum
    let noun = isPeak ? "maximum" : "saddle"
    let along = isPeak ? "from the top" : "along it"
    let offset = NumberText.string(offset, digits: 2)
    guard let steps else { return ("the offset \(along) is \(offset) and will grow.", "stuck at the \(noun)") }
    guard steps.isFinite, let growth else {
      let reason =
        self.offset == 0
        ? """
        the point lies exactly \(isPeak ? "on the top" : "on the line that leads in"), so no schedule will ever leave \
        it; noise would.
        """
        : "the learning rate is zero, so nothing moves."
      return (reason, "stuck at the \(noun) for ever")
    }
    let time = Wording.aboutSteps(steps)
    return (
      """
      the offset of \(offset) \(along) grows by \(Wording.factor(growth)) a step, so leaving will take about \
      \(time) more.
      """,
      "stuck at the \(noun), \(time) to go"
    )
  }
}
