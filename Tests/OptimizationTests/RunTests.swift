import LossSurfaces
import Optimization
import Testing

/// What a run refuses.
@Suite struct RunTests {
  private static let mistakes: [(String, Point, Int, Noise, String)] = [
    (
      "x^2", Point(1, 1), 0, Noise(x: 0, y: 0),
      "the number of steps must be from 1 to 10⁷, not 0\nGive a number of updates, such as 100."
    ),
    (
      "x^2", Point(1, 1), 1_000_000_000_000, Noise(x: 0, y: 0),
      "the number of steps must be from 1 to 10⁷, not 1000000000000\nGive a number of updates, such as 100."
    ),
    (
      "x^2", Point(1, 1), 10, Noise(x: -1, y: 0),
      "the noise in x must be 0 or more and finite, not -1\nIt is the standard deviation of what is added to the gradient."
    ),
    (
      "x^2", Point(1, 1), 10, Noise(x: 0, y: .nan),
      "the noise in y must be 0 or more and finite, not nan\n"
        + "It is the standard deviation of what is added to the gradient."
    ),
    (
      "x^2", Point(1, .infinity), 10, Noise(x: 0, y: 0),
      "the start (1, inf) is not finite\nGive two finite numbers, such as -1.2,1."
    ),
    (
      "log(x)", Point(-1.5, 0), 10, Noise(x: 0, y: 0),
      "the loss at the start (-1.5, 0) is nan\nChoose a start where the formula has a finite value."
    ),
    (
      "sqrt(x)", Point(0, 0), 10, Noise(x: 0, y: 0),
      "the gradient at the start (0, 0) is (inf, 0)\nChoose a start where the formula has finite derivatives."
    ),
    (
      "x", Point(1e6, 0), 10, Noise(x: 0, y: 0),
      "the start (1000000, 0) is further than 1000 view diagonals from the view's centre\n"
        + "Choose a start nearer to the view, or a wider view: a run so far out counts as diverged."
    ),
  ]

  @Test(arguments: mistakes)
  func badInput(formula: String, start: Point, steps: Int, noise: Noise, message: String) {
    let error = #expect(throws: InputError.self) {
      try run(on: formula, from: start, Schedule(constant: 0.1), steps: steps, noise: noise)
    }
    #expect(error?.description == message)
  }

  /// At a kink the derivative is what the engine gives, and a constant rate ends in a 2-cycle as wide as the rate.
  @Test func runsOverAKink() throws {
    let trajectory = try run(on: "abs(x)", from: Point(0.25, 0), Schedule(constant: 0.5), steps: 4)
      .trajectory()
    #expect(trajectory.x == [0.25, -0.25, 0.25, -0.25, 0.25])
  }
}
