import LossSurfaces
import Optimization

/// Runs that leave for good, and runs on their way out.
enum Divergence {
  /// Measured and predicted growth are called the same when they differ by less than this factor; further apart, the
  /// curvature changed so much on the way that no single factor describes the run.
  private static let agreement = 1.2
  /// A mean over fewer rising parts says nothing.
  private static let fewestRises = 2
  /// How many of the run's tenths must lie above one another.
  private static let risingTenths = 5
  /// Where λmax changed by more than this share on the way, a run may yet come to where its rate is stable.
  private static let steadyCurvature = 0.01

  /// The point or the loss is not finite, or the point is beyond 1000 diagonals of the view, or the loss is above a
  /// million times its start and rising: the run has ended there.
  static func diverged(_ run: Evidence) -> Verdict? {
    let isFinite = run.end.isFinite && run.loss[run.last].isFinite
    guard let step = run.trajectory.divergedAt ?? (isFinite ? nil : run.last) else { return nil }
    let start = run.objective.evaluator.secondOrder(at: run.trajectory[0])
    let sharpness = start.hessian.eigenvalues.large
    let etaSharpness = (run.trajectory.learningRate.first ?? 0) * sharpness
    let growth = growthPerStep(run)
    var figures = growth.map { [Verdict.Figure("growthPerStep", $0)] } ?? []
    if let stability = run.stability {
      figures.append(.init("predictedGrowth", stability.factor(etaLambda: etaSharpness)))
      if etaSharpness > stability.limit { figures.append(.init("stableRate", stability.limit / sharpness)) }
    }
    figures += [.init("sharpness", sharpness), .init("etaSharpness", etaSharpness)]
    let cause = Cause(of: run, at: step, growth: growth, sharpness: sharpness, etaSharpness: etaSharpness)
    return Verdict(
      kind: .diverged, step: step, sentence: "Diverged at step \(NumberText.string(step)): \(cause.sentence)",
      words: cause.words, figures: figures)
  }

  /// No noise, the loss is above its start and has risen from each of the last five tenths to the next, and η·λmax is
  /// above the limit: not out yet, but on its way.
  static func diverging(_ run: Evidence) -> Verdict? {
    let sharpness = run.eigenvalues.large
    guard !run.isNoisy, let stability = run.stability, run.loss[run.last] > run.loss[0],
      run.rate * sharpness > stability.limit
    else { return nil }
    let tail = run.tenths.suffix(risingTenths)
    guard tail.count > fewestRises, zip(tail, tail.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    let above = (run.loss.lastIndex { !($0 > run.loss[0]) } ?? 0) + 1
    let predicted = stability.factor(etaLambda: run.rate * sharpness)
    let growth = growthPerStep(run) ?? predicted
    let stable = stability.stableRateText(lambda: sharpness)
    let (value, limit) = stability.compared(etaSharpness: run.rate * sharpness)
    let atStart = run.objective.evaluator.secondOrder(at: run.trajectory[0]).hessian.eigenvalues.large
    let isGuess = !(abs(sharpness - atStart) <= steadyCurvature * abs(atStart))
    return Verdict(
      kind: .diverging, step: run.last, isGuess: isGuess,
      sentence: """
        \(isGuess ? "Probably on" : "On") its way out after \(Wording.steps(run.last)): each step multiplies the distance by \
        \(NumberText.string(growth)), because \(value) is above \(limit) (\(stable)); the loss has been above its start since step \(NumberText.string(above)).
        """,
      words: words(growth, at: run.last, StableRate(for: sharpness, at: run.last, of: run, stability)),
      figures: [
        .init("growthPerStep", growth), .init("predictedGrowth", predicted), .init("aboveStartFrom", Double(above)),
        .init("stableRate", stability.limit / sharpness), .init("sharpness", sharpness),
        .init("etaSharpness", run.rate * sharpness),
      ])
  }

  /// `diverges: ×1.05 a step, 2/λ = 0.2`; where there is no room for the growth, the step instead.
  private static func words(_ growth: Double, at step: Int, _ rate: StableRate) -> String {
    Wording.legend("diverges: \(Wording.factor(growth)) a step, \(rate.words)", words(at: step, rate))
  }

  private static func words(at step: Int, _ rate: StableRate) -> String {
    "diverges at step \(NumberText.string(step)), \(rate.words)"
  }

  /// The factor by which the length of a step grew per step over the last quarter of the run, where the fastest
  /// direction rules; nil when fewer than two steps have a finite length above zero.
  static func growthPerStep(_ run: Evidence) -> Double? {
    let steps = Turning(run.trajectory)
    var to = run.last - 1
    while to > 0, !steps.length(to).isFinite { to -= 1 }
    let from = to - max(1, to / 4)
    guard from >= 0 else { return nil }
    let ratio = steps.length(to) / steps.length(from)
    guard ratio.isFinite, ratio > 0 else { return nil }
    return Elementary.exp(Elementary.log(ratio) / Double(to - from))
  }

  /// Why a run left for good.
  private struct Cause {
    var sentence: String
    var words: String

    init(of run: Evidence, at step: Int, growth: Double?, sharpness: Double, etaSharpness: Double) {
      let before = max(0, run.last - 1)
      let reached = run.trajectory[before]
      if run.end.isFinite, run.loss[run.last].isNaN, run.trajectory.run.isInReach(run.end) {
        sentence = "the step led to \(run.wording.place(run.end)), where the loss is not defined."
        words = "leaves the domain at step \(NumberText.string(step))"
      } else if run.loss[before] < run.loss[0], run.loss[run.last] < run.loss[0] {
        sentence = """
          the surface falls without end, and after \(Wording.steps(before)) the loss was \
          \(NumberText.string(run.loss[before])) at \(run.wording.place(reached)). There is no minimum this way.
          """
        words = "falls without end, gone at step \(NumberText.string(step))"
      } else if let stability = run.stability, etaSharpness > stability.limit {
        let (value, limit) = stability.compared(etaSharpness: etaSharpness)
        let reason = "\(value) is above \(limit) (\(stability.stableRateText(lambda: sharpness)))"
        let rate = StableRate(for: sharpness, at: 0, of: run, stability)
        let predicted = stability.factor(etaLambda: etaSharpness)
        if let growth, growth < predicted * agreement, predicted < growth * agreement {
          let place = rate.isElsewhere ? "at the start " : ""
          sentence = "each step multiplied the distance by \(NumberText.string(growth)), because \(place)\(reason)."
          words = Divergence.words(growth, at: step, rate)
        } else {
          sentence = "at the start \(reason), so that the first steps already overshoot by more than they correct."
          words = Divergence.words(at: step, rate)
        }
      } else if let stability = run.stability, let crossing = Self.firstUnstableStep(of: run, limit: stability.limit) {
        sentence = """
          η·λmax rose above \(stability.limitText()) at step \(NumberText.string(crossing.step)), where the curvature \
          λmax is \(NumberText.string(crossing.sharpness)), and from there each step overshot further.
          """
        words = Divergence.words(
          at: step, StableRate(for: crossing.sharpness, at: crossing.step, of: run, stability))
      } else {
        let loss = NumberText.string(run.loss[run.last])
        let pace = growth.map { "its steps grew by \(Wording.factor($0)) a step, and the last" } ?? "a single step"
        sentence = pace + " led to \(run.wording.place(run.end)), where the loss is \(loss)."
        words = growth.map { "diverges: \(Wording.factor($0)) a step" } ?? "diverges at step \(NumberText.string(step))"
      }
    }

    /// The first step at which the rate was too large for the curvature.
    private static func firstUnstableStep(of run: Evidence, limit: Double) -> (step: Int, sharpness: Double)? {
      for (step, rate) in run.trajectory.learningRate.enumerated() {
        let sharpness = run.objective.evaluator.secondOrder(at: run.trajectory[step]).hessian.eigenvalues.large
        if rate * sharpness > limit { return (step, sharpness) }
      }
      return nil
    }
  }
}
