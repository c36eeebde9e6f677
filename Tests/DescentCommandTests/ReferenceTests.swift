import Foundation
import Testing

/// The command's JSON against the values of torch, optax, closed forms and rational arithmetic.
@Suite struct ReferenceTests {
  private let descent: Command

  init() throws { descent = try Command() }

  struct ScheduleCase: Decodable, CustomTestStringConvertible {
    var name: String
    var spec: [String: [String: Fixture.Value]]
    var learningRate: Double
    var steps: Int
    var learningRates: [Double]
    var losses: [Double]?

    var testDescription: String { name }
  }

  struct Schedules: Decodable {
    struct One: Decodable {
      var schedule: String
      var learningRates: [Double]
    }
    var format: Int
    var schedules: [One]
  }

  @Test(arguments: try Fixture.cases("OptimizationTests/Fixtures/schedules.json") as [ScheduleCase])
  func schedules(_ reference: ScheduleCase) throws {
    let (name, keys) = try #require(reference.spec.first)
    // Some lists end before the run does; keys that are left out fit the run.
    var arguments = ["schedule", Fixture.specification(name, keys), "--steps", "\(reference.steps)", "--json"]
    arguments += ["--learning-rate", "\(reference.learningRate)"]
    if let losses = reference.losses {
      try descent.write(losses.map { "\($0)\n" }.joined(), to: "losses.txt")
      arguments += ["--losses", "losses.txt"]
    }
    let result = try descent.run(arguments)
    #expect(result.code == 0, "\(result.errors)")
    let schedules = try JSONDecoder().decode(Schedules.self, from: result.output).schedules
    try #require(schedules.count == 1)
    #expect(schedules[0].learningRates.count == reference.steps)
    #expect(schedules[0].learningRates.count <= reference.learningRates.count)
    for (t, (rate, expected)) in zip(schedules[0].learningRates, reference.learningRates).enumerated() {
      #expect(rate.isNear(expected, relative: 1e-12), "t = \(t): \(rate), not \(expected)")
    }
  }

  struct OptimizerCase: Decodable, CustomTestStringConvertible {
    var formula: String
    var start: [Double]
    var optimizer: String
    var arguments: [String: Fixture.Value]
    var learningRate: Double
    var steps: Int
    var path: [[Double]]

    var testDescription: String { "\(optimizer) \(arguments.keys.sorted()) on \(formula)" }

    /// Torch's arguments by our names.
    var specification: String {
      var keys: [String: Fixture.Value] = [:]
      for (name, value) in arguments {
        if name == "betas", case .numbers(let betas) = value {
          (keys["beta1"], keys["beta2"]) = (.number(betas[0]), .number(betas[1]))
        } else {
          keys[name.replacing("_", with: "-")] = value
        }
      }
      return Fixture.specification(optimizer, keys)
    }
  }

  struct Runs: Decodable {
    struct Entry: Decodable {
      var step: Int
      var x: Double
      var y: Double
      var loss: Double
      var learningRate: Double?
    }
    struct One: Decodable { var history: [Entry] }
    var runs: [One]
  }

  @Test(arguments: try Fixture.cases("OptimizationTests/Fixtures/optimizers.json") as [OptimizerCase])
  func optimizers(_ reference: OptimizerCase) throws {
    let result = try descent(
      "run", "--formula", reference.formula, "--start", "\(reference.start[0]),\(reference.start[1])", "--optimizer",
      reference.specification, "--learning-rate", "\(reference.learningRate)", "--steps", "\(reference.steps)", "--json"
    )
    #expect(result.code == 0, "\(result.errors)")
    let history = try JSONDecoder().decode(Runs.self, from: result.output).runs[0].history
    #expect(history.count == reference.steps + 1)
    for (t, (entry, expected)) in zip(history, reference.path).enumerated() {
      #expect(entry.step == t)
      #expect(entry.learningRate == (t < reference.steps ? reference.learningRate : nil))
      for (ours, theirs) in zip([entry.x, entry.y, entry.loss], expected) {
        #expect(ours.isNear(theirs, relative: 1e-9, absolute: 1e-12), "step \(t): \(ours), not \(theirs)")
      }
    }
  }

  struct DerivativesCase: Decodable, CustomTestStringConvertible {
    struct Place: Decodable {
      var x: Double
      var y: Double
      var values: [Double]
    }
    var surface: String
    var formula: String
    var points: [Place]

    var testDescription: String { surface }
  }

  struct Derivatives: Decodable {
    struct At: Decodable {
      var x: Double
      var y: Double
    }
    var at: At
    var value: Double
    var gradient: [Double]
    var hessian: [[Double]]
    var eigenvalues: [Double]
  }

  @Test(arguments: try Fixture.cases("LossSurfacesTests/Fixtures/derivatives.json") as [DerivativesCase])
  func derivatives(_ reference: DerivativesCase) throws {
    for point in reference.points {
      let result = try descent("surface", "--formula", reference.formula, "--at", "\(point.x),\(point.y)", "--json")
      #expect(result.code == 0, "\(result.errors)")
      let ours = try JSONDecoder().decode(Derivatives.self, from: result.output)
      #expect((ours.at.x, ours.at.y) == (point.x, point.y))
      let (xx, xy, yy) = (ours.hessian[0][0], ours.hessian[0][1], ours.hessian[1][1])
      #expect(ours.hessian[1][0] == xy)
      for (value, expected) in zip([ours.value, ours.gradient[0], ours.gradient[1], xx, xy, yy], point.values) {
        // Absolute for what cancels to zero.
        #expect(value.isNear(expected, relative: 1e-12, absolute: 1e-13), "\(value), not \(expected)")
      }
      // Eigenvalues have the Hessian's trace and determinant.
      let (small, large) = (ours.eigenvalues[0], ours.eigenvalues[1])
      #expect(small <= large)
      let size = max(abs(small), abs(large))
      #expect((small + large).isNear(xx + yy, relative: 0, absolute: 1e-12 * size))
      #expect((small * large).isNear(xx * yy - xy * xy, relative: 0, absolute: 1e-12 * size * size))
    }
  }
}
