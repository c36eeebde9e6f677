import LossSurfaces
import Optimization
import Testing

@Suite struct AdadeltaTests {
  /// The first step is η·√ε·g/√((1 − ρ)·g² + ε), whatever the size of the gradient.
  @Test func firstStepForgetsTheGradient() throws {
    let trajectory = try run(
      on: "1000*x - 10*y", from: Point(0, 0), Schedule(constant: 1), steps: 1, optimizer: "adadelta:rho=0.75"
    ).trajectory()
    #expect(abs(trajectory.x[1] + 2e-3) < 1e-10)
    #expect(abs(trajectory.y[1] - 2e-3) < 1e-10)
  }
}
