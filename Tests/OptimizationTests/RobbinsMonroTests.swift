import LossSurfaces
import Optimization
import Testing

/// 5.4: with gradient noise of deviation 1 on w²/2, E[w²] follows m ← (1 − η)²·m + η², and tends to 0 just when the
/// rates sum to infinity and their squares do not.
@Suite struct RobbinsMonroTests {
  private static func meanSquares(_ schedule: Schedule, from start: Double, steps: Int) -> [Double] {
    var meanSquares = [start * start]
    for η in schedule.rates(steps: steps) { meanSquares.append((1 - η) * (1 - η) * meanSquares.last! + η * η) }
    return meanSquares
  }

  /// The table's numbers, measured to two digits, after 10⁴ steps: c/(t + 1), a constant rate, and rates with a finite
  /// sum.
  @Test(arguments: [
    ("inverse-time:rate=1", 0.25, 1.0, 0.0084), ("inverse-time:rate=1", 0.5, 1, 0.00029),
    ("inverse-time:rate=1", 1, 1, 0.00010), ("inverse-time:rate=1", 2, 1, 0.00013), ("constant", 0.1, 1, 0.053),
    ("formula:rate=lr/(1 + t)^1.2", 0.1, 5, 9.44),
  ])
  func table(text: String, learningRate: Double, start: Double, meanSquare: Double) throws {
    let schedule = try schedule(text, learningRate: learningRate, steps: 10_000)
    let expected = Self.meanSquares(schedule, from: start, steps: 10_000)
    #expect(abs(expected[10_000] / meanSquare - 1) < 0.03)
  }

  /// c²/((2c·λ − 1)·t) for c > 1/(2λ), to a relative order of 1/t, and of t^(1 − 2c) for what is left of the start.
  @Test(arguments: [1.0, 1.5, 2.0])
  func asymptote(c: Double) throws {
    let schedule = try schedule("inverse-time:rate=1", learningRate: c, steps: 10_000)
    let expected = Self.meanSquares(schedule, from: 1, steps: 10_000)
    #expect(abs(expected[10_000] / (c * c / ((2 * c - 1) * 1e4)) - 1) < 1e-3)
  }

  /// Runs follow the recursion: over 100 seeds and both components, within three standard errors.
  @Test(arguments: [
    ("inverse-time:rate=1", 0.25), ("inverse-time:rate=1", 1), ("inverse-time:rate=1", 2), ("constant", 0.1),
    ("formula:rate=lr/(1 + t)^1.2", 0.1),
  ])
  func runsFollow(text: String, learningRate: Double) throws {
    let steps = 500
    let schedule = try schedule(text, learningRate: learningRate, steps: steps)
    var squares: [Double] = []
    for seed in 1...100 {
      let end = try run(
        on: "(x^2 + y^2)/2", from: Point(1, 1), schedule, steps: steps, noise: Noise(x: 1, y: 1), seed: UInt64(seed)
      ).trajectory()[steps]
      squares += [end.x * end.x, end.y * end.y]
    }
    let count = Double(squares.count)
    let mean = squares.reduce(0, +) / count
    let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let expected = Self.meanSquares(schedule, from: 1, steps: steps)[steps]
    #expect(abs(mean - expected) < 3 * (variance / count).squareRoot(), "\(mean), not \(expected)")
  }
}
