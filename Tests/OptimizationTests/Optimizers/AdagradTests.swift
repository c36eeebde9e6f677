import LossSurfaces
import Optimization
import Testing

@Suite struct AdagradTests {
  /// A constant gradient of 1 gives steps η/√t: the sum of squares is t.
  @Test func stepsFallWithTheRootOfTime() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), Schedule(constant: 1), steps: 16, optimizer: "adagrad:eps=1e-30"
    ).trajectory()
    for t in [1, 4, 9, 16] {
      #expect(abs(trajectory.x[t - 1] - trajectory.x[t] - 1 / Double(t).squareRoot()) < 1e-15)
    }
    #expect(trajectory.y == [Double](repeating: 0, count: 17))
  }

  @Test func initialAccumulatorAndRateDecay() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), Schedule(constant: 1), steps: 2,
      optimizer: "adagrad:eps=1e-30,initial-accumulator=3,lr-decay=1"
    ).trajectory()
    #expect(trajectory.x[1] == -0.5)
    #expect(abs(trajectory.x[2] + 0.5 + 0.5 / 5.0.squareRoot()) < 1e-15)
  }
}
