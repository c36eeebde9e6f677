import LossSurfaces
import Optimization
import Testing

/// What a run over a surface takes from the surface, and what is said.
@Suite struct RunOnSurfaceTests {
  private let surface: Surface

  init() throws {
    surface = try Surface(formula: "(x^2 + 10*y^2)/2")
  }

  /// Gradient descent on a quadratic multiplies x by 1 − η and y by 1 − 10·η in each step.
  @Test func takesTheRestFromTheSurface() throws {
    let run = try Run(on: surface)
    #expect(run.steps == surface.steps)
    #expect(run.start == surface.start)
    #expect(run.schedule.learningRate == surface.learningRate)
    let trajectory = try Run(on: surface, steps: 20, learningRate: 0.15).trajectory()
    #expect(trajectory.lastStep == 20)
    for t in 0...20 {
      let (shrunkX, shrunkY) = ((0..<t).reduce(-2) { x, _ in x * 0.85 }, (0..<t).reduce(1.5) { y, _ in y * -0.5 })
      #expect(abs(trajectory.x[t] - shrunkX) < 1e-14)
      #expect(abs(trajectory.y[t] - shrunkY) < 1e-14)
    }
  }

  @Test func readsScheduleAndOptimizer() throws {
    let run = try Run(
      on: surface, start: Point(1, 1), steps: 4, learningRate: 0.1, schedule: "step:factor=0.5,every=2",
      optimizer: "sgd:momentum=0.5")
    let trajectory = run.trajectory()
    #expect(trajectory.learningRate == [0.1, 0.1, 0.05, 0.05])
    // v₁ = 1, x₁ = 0.9; v₂ = 0.5 + 0.9, x₂ = 0.9 − 0.14.
    #expect(abs(trajectory.x[1] - 0.9) < 1e-15)
    #expect(abs(trajectory.x[2] - 0.76) < 1e-15)
  }

  @Test func epochsNeedBatches() throws {
    #expect(throws: InputError.self) { try Run(on: surface, schedule: "step:every=2 epochs") }
    let samples = try Samples(columns: ["u"], rows: [[1], [2], [3], [4]])
    var finite = surface
    finite.loss = try LossFunction(formula: "(x - u)^2 + y^2", samples: samples)
    let run = try Run(on: finite, steps: 8, learningRate: 0.1, schedule: "step:factor=0.5,every=2 epochs", batchSize: 2)
    #expect(run.trajectory().learningRate == [0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05])
  }

  @Test(arguments: [("stp", "sgd", "unknown schedule"), ("constant", "adamm", "unknown optimizer")])
  func saysWhatCannotBeRead(_ schedule: String, _ optimizer: String, _ problem: String) {
    let error = #expect(throws: InputError.self) { try Run(on: surface, schedule: schedule, optimizer: optimizer) }
    #expect(error?.problem.contains(problem) == true)
  }
}
