import LossSurfaces
import Optimization

/// Runs that gradient noise, be it of mini-batches, keeps from settling.
enum NoiseFloor {
  /// Blocks of each of the two quarters compared: twenty in all give the standard error to about a sixth.
  private static let blocks = 10
  /// How many standard errors the two quarters may differ by.
  private static let significance = 2.0
  /// The rate counts as constant, so that the prediction holds, when it varied by less than this over the quarter.
  private static let steadyRate = 0.01
  /// Theory and measurement agree to within this factor; otherwise the floor is a guess.
  private static let agreement = 2.0

  /// There is noise, or there are mini-batches, and the mean loss of the last quarter differs from that of the quarter
  /// before by less than two standard errors.
  static func noiseFloor(_ run: Evidence) -> Verdict? {
    let count = run.loss.count
    guard run.isNoisy, count / 4 >= blocks else { return nil }
    let (middle, end) = (count / 2..<count * 3 / 4, count * 3 / 4..<count)
    let before = Sample(run.means(of: run.loss, in: middle, parts: blocks))
    let after = Sample(run.means(of: run.loss, in: end, parts: blocks))
    let error = (before.squaredError + after.squaredError).squareRoot()
    guard abs(after.mean - before.mean) < significance * error else { return nil }
    let floor = run.destination.map { run.objective.evaluator.value(at: $0.point) }
    let excess = floor.map { after.mean - $0 }
    let predicted = run.destination.flatMap { predictedExcess(run, around: $0.point, over: end) }
    var figures = [Verdict.Figure("meanLoss", after.mean), .init("standardError", after.squaredError.squareRoot())]
    if let excess { figures.append(.init("excessLoss", excess)) }
    if let predicted { figures.append(.init("predictedExcessLoss", predicted)) }
    let isConfirmed = excess.flatMap { excess in predicted.map { excess < agreement * $0 && $0 < agreement * excess } }
    let isGuess = !(isConfirmed ?? false)
    let sentence = sentence(run, after.mean, excess: excess, predicted: predicted, isGuess: isGuess)
    return Verdict(
      kind: .noiseFloor, step: run.last, isGuess: isGuess, sentence: sentence,
      words: excess.map { "noise floor, \(NumberText.string($0, digits: 2)) above the minimum" }
        ?? "noise floor at loss \(NumberText.string(after.mean, digits: 2))",
      figures: figures, criticalPoint: run.destination)
  }

  private static func sentence(
    _ run: Evidence, _ mean: Double, excess: Double?, predicted: Double?, isGuess: Bool
  ) -> String {
    let verdict = isGuess ? "Probably at the noise floor" : "Reached the noise floor"
    guard let excess else {
      return "\(verdict): the loss no longer falls but stays around \(NumberText.string(mean))."
    }
    let theory = predicted.map { ", where theory for a quadratic bowl has \(NumberText.string($0, digits: 2))" }
    let relief = run.trajectory.run.noise.isZero ? "larger batches" : "less noise"
    return """
      \(verdict): over the last quarter the loss stays \(NumberText.string(excess, digits: 2)) above the \
      minimum on average\(theory ?? ""). Only a smaller rate, or \(relief), gets further down.
      """
  }

  /// What the noise keeps up in both directions of the Hessian at the minimum; nil where theory has no answer.
  private static func predictedExcess(_ run: Evidence, around point: Point, over range: Range<Int>) -> Double? {
    let rates = run.trajectory.learningRate[range.clamped(to: 0..<run.last)]
    let descent = run.trajectory.run
    // In a reshuffled epoch the errors of its batches cancel: what remains is far below what independent noise leaves.
    let cancels = descent.batches?.isStochastic == true && descent.batches?.sampling == .reshuffle
    guard !cancels, let stability = run.stability, let low = rates.min(), let high = rates.max(),
      high - low <= steadyRate * high
    else { return nil }
    let variance = GradientVariance(of: descent, at: point)
    let hessian = run.objective.evaluator.secondOrder(at: point).hessian
    let (small, large) = hessian.eigenvalues
    let stiffAxis = hessian.eigenvector(for: large)
    let softAxis = Point(-stiffAxis.y, stiffAxis.x)
    guard
      let stiff = stability.excessLoss(rate: high, lambda: large, variance: variance.along(stiffAxis)),
      let soft = stability.excessLoss(rate: high, lambda: small, variance: variance.along(softAxis))
    else { return nil }
    return stiff + soft
  }
}
