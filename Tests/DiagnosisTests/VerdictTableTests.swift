import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct VerdictTableTests {
  @Test func everyVerdictHasItsRuns() {
    #expect(VerdictTable.all.map(\.kind) == Verdict.Kind.allCases)
    for entry in VerdictTable.all {
      #expect(entry.must.count >= 4 && entry.misses.count >= 4, "\(entry.kind)")
      #expect(entry.misses.allSatisfy { $0.gets != entry.kind })
    }
  }

  @Test(arguments: VerdictTable.all.flatMap { entry in entry.must.map { (entry.kind, $0) } })
  func mustGetIt(kind: Verdict.Kind, run: CatalogRun) throws { try expect(kind, of: run) }

  @Test(arguments: VerdictTable.all.flatMap { entry in entry.misses.map { (entry.kind, $0.run, $0.gets) } })
  func mustNotGetIt(kind: Verdict.Kind, run: CatalogRun, instead: Verdict.Kind) throws {
    try expect(instead, of: run)
  }

  private func expect(_ kind: Verdict.Kind, of run: CatalogRun) throws {
    let trajectory = try run.trajectory()
    let verdict = Assessment(of: trajectory, on: try run.surface).verdict
    #expect(verdict.kind == kind, "\(verdict.sentence)")
    #expect(verdict.isGuess || !verdict.sentence.lowercased().contains("probably"))
    let (last, evaluator) = (trajectory.lastStep, Evaluator(trajectory.run.loss))
    let order = evaluator.secondOrder(at: trajectory[last])
    let (small, large) = order.hessian.eigenvalues
    let (rate, limit) = (trajectory.learningRate.last ?? 0, trajectory.run.optimizer.stabilityLimit ?? 0)
    let theory: Bool
    switch kind {
    case .diverged: theory = trajectory.divergedAt == verdict.step
    case .atSaddle: theory = order.gradientNorm < 1e-6 && small < -1e-6
    // A fixed point that attracts: η·λmax is not above the limit.
    case .converged: theory = order.gradientNorm < 1e-6 && small >= -1e-6 && large > 1e-6 && rate * large <= limit
    case .plateau: theory = order.gradientNorm < 1e-6 && abs(small) <= 1e-6 && abs(large) <= 1e-6
    case .noiseFloor: theory = trajectory.run.isStochastic && isSteady(trajectory.loss)
    case .edgeOfStability: theory = abs(meanEtaSharpness(trajectory, evaluator) - limit) < 0.05
    case .oscillates: theory = returns(trajectory) || turnsBack(trajectory)
    case .diverging: theory = rate * large > limit && trajectory.loss[last] > trajectory.loss[0]
    case .frozen: theory = try hardlyMoves(run, from: last)
    case .crawling: theory = try isFar(run, after: 5 * last)
    case .converging: theory = evaluator.minimum(downhillFrom: trajectory[last]) != nil
    case .descending: theory = evaluator.minimum(downhillFrom: trajectory[last]) == nil
    }
    #expect(theory, "\(kind) is not what theory says: \(verdict.sentence)")
  }

  // MARK: What theory says, each without the rules

  /// The mean of the last quarter differs from the mean of the one before by less than half of itself.
  private func isSteady(_ loss: [Double]) -> Bool {
    let (count, floor) = (loss.count / 4, loss.min() ?? 0)
    let (before, after) = (loss.dropLast(count).suffix(count), loss.suffix(count))
    let means = [before, after].map { $0.reduce(0, +) / Double(count) - floor }
    return abs(means[0] - means[1]) < 0.5 * means[0]
  }

  /// Over an even number of points, both sides of the overshoot.
  private func meanEtaSharpness(_ trajectory: Trajectory, _ evaluator: Evaluator) -> Double {
    StabilityTrace(of: trajectory).values().suffix(200).reduce(0, +) / 200
  }

  /// Whether it comes back to where it was in a few steps.
  private func returns(_ trajectory: Trajectory) -> Bool {
    let last = trajectory.lastStep
    let step = trajectory[last].distance(to: trajectory[last - 1])
    return step > 1e-6 && (2...8).contains { trajectory[last].distance(to: trajectory[last - $0]) < 1e-6 * step }
  }

  private func turnsBack(_ trajectory: Trajectory) -> Bool {
    let steps = (trajectory.lastStep - 20..<trajectory.lastStep).map { t in
      Point(trajectory.x[t + 1] - trajectory.x[t], trajectory.y[t + 1] - trajectory.y[t])
    }
    return zip(steps, steps.dropFirst()).count { $0.x * $1.x + $0.y * $1.y < 0 } >= 17
  }

  /// Ten times as many steps of the same schedule move it by less than a hundredth of the way to the minimum.
  private func hardlyMoves(_ run: CatalogRun, from last: Int) throws -> Bool {
    var longer = run
    longer.steps = 10 * last
    let trajectory = try longer.trajectory()
    guard let minimum = Evaluator(trajectory.run.loss).minimum(downhillFrom: trajectory[last]) else { return false }
    let left = trajectory[last].distance(to: minimum.point)
    return trajectory[trajectory.lastStep].distance(to: trajectory[last]) < 0.01 * left
  }

  /// Five times the steps do not bring the excess loss to a thousandth of what it was, or only because the slope
  /// steepened on the way, which the sentence says cannot be told.
  private func isFar(_ run: CatalogRun, after steps: Int) throws -> Bool {
    var longer = run
    longer.steps = steps
    let (short, long) = (try run.trajectory(), try longer.trajectory())
    guard let minimum = Evaluator(long.run.loss).minimum(downhillFrom: short[short.lastStep]) else { return false }
    let floor = long.run.loss.value(at: minimum.point)
    let isThere = long.loss[long.lastStep] - floor < 1e-3 * (long.loss[0] - floor)
    let isSteeper = (long.gradientNorm[short.lastStep...].max() ?? 0) > 1.5 * short.gradientNorm[short.lastStep]
    return !isThere || isSteeper
  }
}
