import LossSurfaces
import Optimization

/// A run on a formula, with a wide view unless said otherwise.
func run(
  on formula: String, from start: Point, _ schedule: Schedule, steps: Int,
  optimizer: String = "sgd",
  noise: Noise = Noise(x: 0, y: 0), seed: UInt64 = 1, view: Double = 10
) throws -> Run {
  try Run(
    loss: LossFunction(formula: formula), view: View(x: (-view, view), y: (-view, view)),
    start: start, steps: steps,
    schedule: schedule, optimizer: Optimizer(Specification(parsing: optimizer)), noise: noise,
    seed: seed)
}
