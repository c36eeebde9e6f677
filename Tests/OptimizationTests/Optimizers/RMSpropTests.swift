import LossSurfaces
import Optimization
import Testing

@Suite struct RMSpropTests {
  /// A constant gradient g gives v = g/√((1 − αᵗ)·g²): with α = ¾ the first step is twice η, later ones fall to η.
  @Test func stepsAreNormalised() throws {
    let trajectory = try run(
      on: "8*x", from: Point(0, 0), Schedule(constant: 0.5), steps: 60, optimizer: "rmsprop:alpha=0.75,eps=1e-30"
    ).trajectory()
    #expect(trajectory.x[1] == -1)
    #expect(abs(trajectory.x[59] - trajectory.x[60] - 0.5) < 1e-6)
  }

  /// Centered: with a constant gradient of 1 and α = ½ the mean square is ½ and the mean ½ after one step, so the
  /// variance is ¼ and the step is twice η.
  @Test func centeredUsesTheVariance() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), Schedule(constant: 0.5), steps: 1,
      optimizer: "rmsprop:alpha=0.5,eps=1e-30,centered=true"
    ).trajectory()
    #expect(trajectory.x[1] == -1)
  }

  /// A constant gradient of y is followed with momentum ½: v = 1, 1.5, 1.75 times the normalised gradient.
  @Test func momentumGathers() throws {
    let trajectory = try run(
      on: "x", from: Point(0, 0), Schedule(constant: 1), steps: 3, optimizer: "rmsprop:alpha=0,eps=1e-30,momentum=0.5"
    ).trajectory()
    #expect(trajectory.x == [0, -1, -2.5, -4.25])
  }
}
