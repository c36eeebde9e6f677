import LossSurfaces
import Optimization
import Testing

@Suite struct AdamTests {
  /// The first step is η·sign(g) up to ε/|g|.
  @Test func firstStepIsTheRate() throws {
    let trajectory = try run(
      on: "1000*x - 0.5*y", from: Point(0, 0), Schedule(constant: 0.25), steps: 1, optimizer: "adam"
    ).trajectory()
    #expect(abs(trajectory.x[1] + 0.25) < 1e-8)
    #expect(abs(trajectory.y[1] - 0.25) < 1e-8)
  }

  /// Decoupled weight decay shrinks the weights by η·γ; through the gradient the first step has but the sign of it.
  @Test func weightDecay() throws {
    func first(_ optimizer: String) throws -> Double {
      try run(on: "0*x", from: Point(2, 2), Schedule(constant: 0.5), steps: 1, optimizer: optimizer).trajectory().x[1]
    }
    #expect(try first("adamw:weight-decay=0.5") == 1.5)
    #expect(try abs(first("adam:weight-decay=0.5") - 1.5) < 1e-7)
    #expect(try first("adamw") == 1.99)
    #expect(try first("adam") == 2)
  }

  /// The largest average of squares never falls, so after a steep stretch amsgrad takes shorter steps.
  @Test func amsgradRemembersTheSteepest() throws {
    func length(_ optimizer: String) throws -> Double {
      let trajectory = try run(
        on: "softplus(-20*x) + x/100", from: Point(-1, 0), Schedule(constant: 0.1), steps: 400, optimizer: optimizer
      ).trajectory()
      return abs(trajectory.x[400] - trajectory.x[399])
    }
    #expect(try length("adam:beta2=0.9,amsgrad=true") < length("adam:beta2=0.9") / 2)
  }
}
