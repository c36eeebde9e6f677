import LossSurfaces
import Optimization

/// A run with what the rules ask about its points and its losses.
class RunFacts {
  let trajectory: Trajectory
  let surface: Surface
  /// Gradients and curvatures below this count as zero.
  let tolerance: Double
  let objective: Objective
  let landscape: Landscape
  /// Nil when the optimizer is not sgd.
  let stability: Stability?
  let wording: Wording

  /// The last step.
  let last: Int
  /// The last point, and the objective there.
  let end: Point
  let atEnd: SecondOrder
  let eigenvalues: (small: Double, large: Double)
  /// The rate of the last update.
  let rate: Double
  /// Whether chance has a part in the updates: noise, or mini-batches.
  let isNoisy: Bool

  init(of trajectory: Trajectory, on surface: Surface, tolerance: Double) {
    precondition(!trajectory.x.isEmpty, "a trajectory has at least its start")
    self.trajectory = trajectory
    self.surface = surface
    self.tolerance = tolerance
    objective = Objective(of: trajectory)
    landscape = Landscape(of: surface, objective: objective)
    stability = Stability(trajectory.run.optimizer)
    wording = Wording(view: surface.view)
    last = trajectory.lastStep
    end = trajectory[last]
    atEnd = objective.evaluator.secondOrder(at: end)
    eigenvalues = atEnd.hessian.eigenvalues
    rate = trajectory.learningRate.last ?? 0
    isNoisy = trajectory.run.isStochastic
  }

  var loss: [Double] { objective.values }
  var gradientNorm: Double { objective.gradientNorms[last] }
  var isStationary: Bool { gradientNorm < tolerance }

  /// The minimum that plain descent reaches from the last point.
  private(set) lazy var destination: CriticalPoint? = landscape.minimum(below: end)
  /// The nearest of the minima known: those declared, and the destination.
  private(set) lazy var nearestMinimum: CriticalPoint? = landscape.nearestMinimum(to: end, or: destination)
  /// By how much the loss lay above the destination's at each end of the run.
  private(set) lazy var excess: (start: Double, end: Double)? = destination.map {
    let floor = objective.evaluator.value(at: $0.point)
    return (loss[0] - floor, loss[last] - floor)
  }

  /// The run cut into tenths of equal length, by points; in a run of fewer than ten points each is a part.
  private(set) lazy var tenths: [Double] = means(of: loss, in: 0..<loss.count, parts: min(10, loss.count))
  /// The first step from which on the gradient stayed below the tolerance; one after the last if it is not there.
  private(set) lazy var stationaryFrom: Int =
    (objective.gradientNorms.lastIndex { [tolerance] in !($0 < tolerance) } ?? -1) + 1

  var meanLossOfLastQuarter: Double {
    means(of: loss, in: loss.count - max(1, loss.count / 4)..<loss.count, parts: 1)[0]
  }

  /// The nearest to a point of the declared minima and the one that plain descent reaches from there.
  func nearestMinimum(to point: Point) -> CriticalPoint? {
    landscape.nearestMinimum(to: point, or: landscape.minimum(below: point))
  }

  /// The last tenth of the run, at least one update.
  var lastTenth: ClosedRange<Int> { max(0, last - max(1, last / 10))...last }

  /// The means of `values` over consecutive parts of a range.
  func means(of values: [Double], in range: Range<Int>, parts: Int) -> [Double] {
    (0..<parts).map { part in
      let from = range.lowerBound + range.count * part / parts
      let to = range.lowerBound + range.count * (part + 1) / parts
      return values[from..<to].reduce(0, +) / Double(to - from)
    }
  }
}
