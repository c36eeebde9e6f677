import LossSurfaces
import Optimization

/// A run that goes to and fro on its way to the minimum.
enum Zigzag {
  /// Steps that turn back, of how many.
  private static let turning = 8
  private static let window = 10
  /// The share of its steps in which a run must zigzag to be called by that.
  private static let share = 0.5

  /// The longest stretch in which at least 8 of any 10 steps turned back, until the gradient has vanished.
  ///
  /// Nil with noise, where half the steps turn back by chance, and 8 of 10 now and then.
  static func longest(in run: RunFacts) -> ClosedRange<Int>? {
    let end = min(run.last, run.stationaryFrom)
    guard !run.isNoisy, end > window else { return nil }
    let steps = Turning(run.trajectory)
    var (turns, count) = ([Bool](repeating: false, count: end), 0)
    var longest: ClosedRange<Int>?
    var current: ClosedRange<Int>?
    for t in 1..<end {
      turns[t] = steps.turnsBack(t)
      count += turns[t] ? 1 : 0
      if t > window, turns[t - window] { count -= 1 }
      guard t >= window, count >= turning else { continue }
      let from = t - window + 1
      current = current.map { from <= $0.upperBound + 1 ? $0.lowerBound...t : from...t } ?? from...t
      if current!.count > longest?.count ?? 0 { longest = current }
    }
    guard var stretch = longest else { return nil }
    while !turns[stretch.lowerBound] { stretch = stretch.lowerBound + 1...stretch.upperBound }
    while !turns[stretch.upperBound] { stretch = stretch.lowerBound...stretch.upperBound - 1 }
    return stretch
  }

  /// Whether that stretch is most of the run.
  static func prevails(_ stretch: ClosedRange<Int>, in run: RunFacts) -> Bool {
    Double(stretch.count) >= share * Double(min(run.last, run.stationaryFrom) - 1)
  }

  /// Pairs of updates at which λmax is looked at along a stretch: one for each side of the overshoot.
  private static let pairs = 50

  /// The mean of η·λmax over a stretch of updates: at the end of the run, after a cut, it may be another.
  static func meanEtaSharpness(of run: RunFacts, in stretch: ClosedRange<Int>) -> Double {
    let count = min(pairs, stretch.count / 2)
    let sum = (0..<count).reduce(0.0) { sum, index in
      let t = stretch.lowerBound + (stretch.count - 1) * index / count
      return [t, t + 1].reduce(sum) { sum, t in
        let sharpness = run.objective.evaluator.secondOrder(at: run.trajectory[t]).hessian.eigenvalues.large
        return sum + run.trajectory.learningRate[t] * sharpness
      }
    }
    return sum / Double(2 * count)
  }
}
