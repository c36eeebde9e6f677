import LossSurfaces
import Optimization
import Testing

@Suite struct LionTests {
  /// Each weight moves by η, whatever the size of its gradient, and not at all where the gradient is 0.
  @Test func movesBySign() throws {
    let trajectory = try run(
      on: "1000*x - 0.001*y", from: Point(0, 0), Schedule(constant: 0.25), steps: 3, optimizer: "lion"
    ).trajectory()
    #expect(trajectory.x == [0, -0.25, -0.5, -0.75])
    #expect(trajectory.y == [0, 0.25, 0.5, 0.75])
    let flat = try run(on: "0*x", from: Point(1, 1), Schedule(constant: 0.25), steps: 1, optimizer: "lion").trajectory()
    #expect(flat.x == [1, 1])
  }

  /// The sign is of β₁·m + (1 − β₁)·g, and m remembers with β₂: on |x| from ½ with η = 1, by hand,
  /// g = 1, −1, 1 …; m = 0, 0.5, −0.25; the mixtures 0.5, −0.25, 0.375 give steps −1, +1, −1.
  @Test func mixesBeforeItRemembers() throws {
    let trajectory = try run(
      on: "abs(x)", from: Point(0.5, 0), Schedule(constant: 1), steps: 3, optimizer: "lion:beta1=0.5,beta2=0.5"
    ).trajectory()
    #expect(trajectory.x == [0.5, -0.5, 0.5, -0.5])
  }

  @Test func weightDecayIsDecoupled() throws {
    let trajectory = try run(
      on: "x", from: Point(8, 4), Schedule(constant: 0.5), steps: 1, optimizer: "lion:weight-decay=0.25"
    ).trajectory()
    // 8 − ½·(1 + ¼·8) and 4 − ½·(0 + ¼·4).
    #expect(trajectory.x[1] == 6.5)
    #expect(trajectory.y[1] == 3.5)
  }
}
