import LossSurfaces
import Optimization

/// The set of points that a run visits over and over at its end.
struct BoundedCycle {
  /// The longest period that is looked for: period doublings of an overshoot, 2, 4, 8, and what lies between.
  private static let longestPeriod = 8
  /// How many steps must repeat, and how exactly, in lengths of a step.
  private static let repeats = 20
  private static let exactness = 1e-6
  /// By how much mean loss and mean step may change, from half to half of the last quarter.
  private static let steadiness = 0.01
  /// The share of steps that must turn back.
  private static let turningShare = 0.9
  /// Updates that the quarter must hold: two halves of both sides of the overshoot, twice.
  private static let fewestSteps = 8
  /// Points over which a cycle without a period is averaged; even, so that both sides of the overshoot weigh the same.
  private static let mostPoints = 1000

  /// Nil for chatter that never repeats exactly.
  let period: Int?
  let mean: Point
  /// Half the width: the largest distance from the mean.
  let amplitude: Double
  /// The mean of λmax over the points, and its value at the mean point.
  let meanSharpness: Double
  let sharpnessAtMean: Double

  init?(in run: RunFacts) {
    let turning = Turning(run.trajectory)
    let points: Range<Int>
    if let period = Self.exactPeriod(of: run, turning) {
      self.period = period
      points = run.last + 1 - period..<run.last + 1
    } else if !run.isNoisy, Self.isChatter(run, turning) {
      period = nil
      points = run.last + 1 - min(run.last / 4 / 2 * 2, Self.mostPoints)..<run.last + 1
    } else {
      return nil
    }
    let (x, y) = (run.trajectory.x[points], run.trajectory.y[points])
    let count = Double(points.count)
    let mean = Point(x.reduce(0, +) / count, y.reduce(0, +) / count)
    let evaluator = run.objective.evaluator
    self.mean = mean
    amplitude = points.reduce(0) { max($0, run.trajectory[$1].distance(to: mean)) }
    meanSharpness =
      points.reduce(0) { $0 + evaluator.secondOrder(at: run.trajectory[$1]).hessian.eigenvalues.large } / count
    sharpnessAtMean = evaluator.secondOrder(at: mean).hessian.eigenvalues.large
  }

  /// The smallest period with which the last steps, none of them zero, repeat.
  private static func exactPeriod(of run: RunFacts, _ turning: Turning) -> Int? {
    let last = run.last
    return (2...longestPeriod).first { period in
      guard last - repeats + 1 >= period else { return false }
      return (last - repeats + 1...last).allSatisfy { t in
        let length = turning.length(t - 1)
        let miss = run.trajectory[t].distance(to: run.trajectory[t - period])
        return length > run.tolerance && miss < exactness * length
      }
    }
  }

  /// Whether the last quarter goes to and fro, neither growing nor shrinking.
  private static func isChatter(_ run: RunFacts, _ turning: Turning) -> Bool {
    // A multiple of four, so that both halves hold the two sides of the overshoot equally often.
    let (from, to) = (run.last - run.last / 4 / 4 * 4, run.last)
    guard to - from >= fewestSteps else { return false }
    let lengths = (from..<to).map(turning.length)
    let turns = (from..<to).count { turning.turnsBack($0) }
    guard Double(turns) >= turningShare * Double(lengths.count) else { return false }
    let steps = run.means(of: lengths, in: 0..<lengths.count, parts: 2)
    guard steps[1] > run.tolerance else { return false }
    return isSteady(steps) && isSteady(run.means(of: run.loss, in: from + 1..<to + 1, parts: 2))
  }

  private static func isSteady(_ halves: [Double]) -> Bool {
    abs(halves[1] - halves[0]) <= steadiness * max(abs(halves[0]), abs(halves[1]))
  }
}
