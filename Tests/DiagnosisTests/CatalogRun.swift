import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

/// A run on a surface of the catalog, in one line of a table.
struct CatalogRun: CustomTestStringConvertible, Sendable {
  var name: String
  var start: Point
  var rate: Double
  var steps: Int
  var schedule = "constant"
  var optimizer = "sgd"
  var noise = 0.0
  /// Drawn with replacement.
  var batchSize: Int?

  init(
    _ name: String, _ x: Double, _ y: Double, _ rate: Double, _ steps: Int, schedule: String = "constant",
    optimizer: String = "sgd", noise: Double = 0, batchSize: Int? = nil
  ) {
    self.name = name
    start = Point(x, y)
    self.rate = rate
    self.steps = steps
    self.schedule = schedule
    self.optimizer = optimizer
    self.noise = noise
    self.batchSize = batchSize
  }

  var testDescription: String {
    let extras =
      [schedule, optimizer].filter { $0 != "constant" && $0 != "sgd" } + (noise > 0 ? ["noise \(noise)"] : [])
    return (["\(name) from (\(start.x), \(start.y)) at \(rate), \(steps) steps"] + extras).joined(separator: ", ")
  }

  var surface: Surface { get throws { try Catalog.surface(named: name) } }

  func trajectory() throws -> Trajectory {
    let surface = try surface
    return try Run(
      loss: surface.loss, view: surface.view, start: start, steps: steps,
      schedule: Schedule(Specification(parsing: schedule), learningRate: rate, steps: steps),
      optimizer: Optimizer(Specification(parsing: optimizer)), noise: Noise(x: noise, y: noise), batchSize: batchSize,
      sampling: batchSize == nil ? nil : .replacement
    ).trajectory()
  }
}
