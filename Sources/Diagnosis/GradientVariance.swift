import LossSurfaces
import Optimization

/// The covariance of the gradients that updates use at one point: of what noise adds, and of what mini-batches leave out.
///
/// For batches of B of N rows it is C/B when they are drawn with replacement, and C/B·(N − B)/(N − 1) for one batch of
/// a reshuffled epoch, C being the covariance of the gradients of single rows.
struct GradientVariance {
  private(set) var xx: Double
  private(set) var xy = 0.0
  private(set) var yy: Double

  init(of run: Run, at point: Point) {
    (xx, yy) = (run.noise.x * run.noise.x, run.noise.y * run.noise.y)
    guard let batches = run.batches, batches.isStochastic else { return }
    let evaluator = Evaluator(run.loss)
    let mean = evaluator.firstOrder(at: point)
    let count = Double(batches.rowCount)
    let size = Double(batches.size)
    let share = batches.sampling == .replacement ? 1 : (count - size) / (count - 1)
    let weight = share / (size * count)
    for row in 0..<batches.rowCount {
      let gradient = evaluator.firstOrder(at: point, rows: CollectionOfOne(row))
      let (x, y) = (gradient.x - mean.x, gradient.y - mean.y)
      xx += weight * x * x
      xy += weight * x * y
      yy += weight * y * y
    }
  }

  /// The variance along a direction of length 1.
  func along(_ axis: Point) -> Double { axis.x * axis.x * xx + 2 * axis.x * axis.y * xy + axis.y * axis.y * yy }
}
