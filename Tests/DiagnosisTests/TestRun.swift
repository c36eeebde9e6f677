import Diagnosis
import LossSurfaces
import Optimization
import Testing

/// A run on one of the test surfaces, in one line of a table.
struct TestRun: CustomTestStringConvertible, Sendable {
  var surface: TestSurface
  var start: Point
  var rate: Double
  var steps: Int
  var schedule: String
  var optimizer: String
  var noise: Noise
  var seed: UInt64

  init(
    _ surface: TestSurface, _ x: Double, _ y: Double, rate: Double, steps: Int, schedule: String = "constant",
    optimizer: String = "sgd", noise: Double = 0, seed: UInt64 = 1
  ) {
    self.surface = surface
    start = Point(x, y)
    self.rate = rate
    self.steps = steps
    self.schedule = schedule
    self.optimizer = optimizer
    self.noise = Noise(x: noise, y: noise)
    self.seed = seed
  }

  var testDescription: String {
    "\(surface) from (\(start.x), \(start.y)) at \(rate), \(steps) steps, \(schedule), \(optimizer), noise \(noise.x)"
  }

  var trajectory: Trajectory {
    get throws {
      let surface = try surface.surface
      let run = try Run(
        loss: surface.loss, view: surface.view, start: start, steps: steps,
        schedule: Schedule(Specification(parsing: schedule), learningRate: rate, steps: steps),
        optimizer: Optimizer(Specification(parsing: optimizer)), noise: noise, seed: seed)
      return run.trajectory()
    }
  }

  func assessed(tolerance: Double = 1e-6) throws -> Assessment {
    Assessment(of: try trajectory, on: try surface.surface, tolerance: tolerance)
  }

  func verdict() throws -> Verdict { try assessed().verdict }

  /// The events of one kind.
  func events(_ kind: Event.Kind) throws -> [Event] { try assessed().events.filter { $0.kind == kind } }
}

/// Plain descent on a surface of its own.
func trajectory(on surface: Surface, from start: Point, rate: Double = 0.1, steps: Int = 100) throws -> Trajectory {
  let run = try Run(
    loss: surface.loss, view: surface.view, start: start, steps: steps,
    schedule: Schedule(Specification("constant"), learningRate: rate, steps: steps),
    optimizer: Optimizer(Specification("sgd")))
  return run.trajectory()
}
