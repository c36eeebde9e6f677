import LossSurfaces
import Optimization

/// The lengths of a run's updates, and where one turns back on the one before.
struct Turning {
  private let x: [Double]
  private let y: [Double]

  init(_ trajectory: Trajectory) {
    x = trajectory.x
    y = trajectory.y
  }

  /// The length of update t.
  @inline(__always)
  func length(_ t: Int) -> Double {
    let (dx, dy) = (x[t + 1] - x[t], y[t + 1] - y[t])
    return (dx * dx + dy * dy).squareRoot()
  }

  /// Whether the inner product of updates t − 1 and t is negative.
  @inline(__always)
  func turnsBack(_ t: Int) -> Bool {
    (x[t + 1] - x[t]) * (x[t] - x[t - 1]) + (y[t + 1] - y[t]) * (y[t] - y[t - 1]) < 0
  }
}
