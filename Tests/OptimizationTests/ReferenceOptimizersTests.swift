import LossSurfaces
import Optimization
import Testing

/// Every optimizer against the paths of torch.optim.
@Suite struct ReferenceOptimizersTests {
  struct Case: Decodable, CustomTestStringConvertible {
    var formula: String
    var start: [Double]
    var optimizer: String
    var arguments: [String: JSONValue]
    var learningRate: Double
    var steps: Int
    var path: [[Double]]

    var testDescription: String { "\(optimizer) \(arguments.keys.sorted()) on \(formula)" }

    /// Torch's arguments by our names.
    var specification: Specification {
      var keys: [Specification.Argument] = []
      for (name, value) in arguments.sorted(by: { $0.key < $1.key }) {
        if name == "betas", case .numbers(let betas) = value {
          keys += [.init("beta1", .number(betas[0])), .init("beta2", .number(betas[1]))]
        } else {
          keys.append(.init(name.replacing("_", with: "-"), value.value))
        }
      }
      return Specification(optimizer, keys)
    }
  }

  @Test(
    arguments: (try fixture("optimizers") as [Case]).filter {
      Optimizer.names.contains($0.optimizer)
    })
  func followsReference(_ reference: Case) throws {
    let trajectory = try Run(
      loss: LossFunction(formula: reference.formula), view: View(x: (-3, 3), y: (-3, 3)),
      start: Point(reference.start[0], reference.start[1]), steps: reference.steps,
      schedule: Schedule(constant: reference.learningRate),
      optimizer: Optimizer(reference.specification)
    ).trajectory()
    #expect(trajectory.lastStep == reference.steps)
    for (t, entry) in reference.path.enumerated() {
      for (ours, theirs) in zip([trajectory.x[t], trajectory.y[t], trajectory.loss[t]], entry) {
        #expect(
          abs(ours - theirs) <= 1e-9 * abs(theirs) + 1e-12, "step \(t): \(ours), not \(theirs)")
      }
    }
  }
}
