import LossSurfaces
import Optimization

/// One trajectory with its history.
enum SingleRun {
  static let benchmark = Benchmark(name: "run") {
    let plain = try run(noise: 0, schedule: "constant")
    let noisy = try run(noise: 0.1, schedule: "cosine")
    return [
      Measurement(
        name: "run of 10,000 steps with history", value: milliseconds(plain), unit: "ms", goal: 0.6, prize: 0.2),
      Measurement(name: "the same with noise and a cosine schedule", value: milliseconds(noisy), unit: "ms"),
    ]
  }

  private static func run(noise: Double, schedule: String) throws -> Run {
    try Run(
      loss: LossFunction(formula: "(1 - x)^2 + 100*(y - x^2)^2"), view: View(x: (-2, 2), y: (-1, 3)),
      start: Point(-1.2, 1), steps: 10_000,
      schedule: Schedule(Specification(parsing: schedule), learningRate: 5e-4, steps: 10_000),
      optimizer: Optimizer(Specification(parsing: "sgd")), noise: Noise(x: noise, y: noise))
  }

  private static func milliseconds(_ run: Run) -> Double {
    Stopwatch.median(of: 21) { precondition(run.trajectory().lastStep == 10_000, "the run must not diverge") } * 1000
  }
}
