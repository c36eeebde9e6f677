import Foundation
import LossSurfaces
import Optimization
import Testing

/// 5.1 and 5.2: the factors per step on the quadratic with curvatures μ = 1 and L = κ, and the best settings.
@Suite struct ConvergenceRateTests {
  /// The largest component of the distance from the minimum along the run from (1, 1).
  private static func distances(_ κ: Double, rate: Double, momentum: Double = 0, steps: Int) throws -> [Double] {
    let trajectory = try run(
      on: "(x^2 + \(κ)*y^2)/2", from: Point(1, 1), Schedule(constant: rate), steps: steps,
      optimizer: "sgd:momentum=\(momentum)"
    ).trajectory()
    return (0...trajectory.lastStep).map { max(abs(trajectory.x[$0]), abs(trajectory.y[$0])) }
  }

  /// The best fixed rate is 2/(μ + L): both directions then shrink by (κ − 1)/(κ + 1) a step, and the steps for a
  /// factor of ten are −1/lg of it.
  @Test(arguments: [(10.0, 11.5), (100, 115), (1000, 1151)])
  func bestFixedRate(κ: Double, stepsPerDecade: Double) throws {
    let factor = (κ - 1) / (κ + 1)
    let steps = Int(5 * κ)
    let best = 2 / (1 + κ)
    let distances = try Self.distances(κ, rate: best, steps: steps)
    // A rounding of half an ulp in 1 − η·λ, and as much in each product, grow linearly with the steps.
    let expected = pow(factor, Double(steps))
    #expect(abs(distances[steps] / expected - 1) < Double(4 * steps) * 0x1p-52 * κ)
    #expect(abs(-1 / log10(factor) - stepsPerDecade) < 0.0025 * stepsPerDecade)
    for rate in [best * 0.99, best * 1.001] {
      #expect(try Self.distances(κ, rate: rate, steps: steps)[steps] > distances[steps])
    }
  }

  /// The heavy ball does best with η = (2/(√μ + √L))² and β = ((√κ − 1)/(√κ + 1))²: its factor is √β.
  ///
  /// There both directions have a double root r, −r for the steep one, so the errors are (a + b·t)·rᵗ: the measured
  /// factor over the second half of T steps lies above r by the share ln 2/(T/2) at most.
  @Test(arguments: [(10.0, 3.5), (100, 11.5), (1000, 36.4)])
  func bestHeavyBall(κ: Double, stepsPerDecade: Double) throws {
    let root = κ.squareRoot()
    let rate = pow(2 / (1 + root), 2)
    let factor = (root - 1) / (root + 1)
    let steps = 2 * Int(10 * stepsPerDecade / 2)
    let distances = try Self.distances(κ, rate: rate, momentum: factor * factor, steps: steps)
    let half = Double(steps / 2)
    let measured = pow(distances[steps] / distances[steps / 2], 1 / half)
    #expect(measured > factor * (1 - 0.1 / half))
    #expect(measured < factor * pow(2, 1 / half) * (1 + 0.1 / half))
    #expect(abs(-1 / log10(factor) - stepsPerDecade) < 0.05)
    // Twice as fast as plain descent's best already at κ = 10.
    #expect(distances[steps] < (try Self.distances(κ, rate: 2 / (1 + κ), steps: steps))[steps] / 1000)
  }

  /// Critical damping is β = (1 − √(η·λ))²: with less momentum a direction never changes sign, with more it swings.
  @Test(arguments: [0.04, 0.25])
  func criticalDamping(etaLambda: Double) throws {
    let critical = pow(1 - etaLambda.squareRoot(), 2)
    for (momentum, swings) in [(critical * 0.98, false), (critical * 1.05, true)] {
      let trajectory = try run(
        on: "x^2/2", from: Point(1, 0), Schedule(constant: etaLambda), steps: 400,
        optimizer: "sgd:momentum=\(momentum)"
      ).trajectory()
      #expect(trajectory.x.contains { $0 < 0 } == swings)
    }
  }

  /// 1/λ is there in one step, and the loss after 2/λ is what it was.
  @Test func oneStepAndTheBorder() throws {
    #expect(try Self.distances(1, rate: 1, steps: 1)[1] == 0)
    #expect(Set(try Self.distances(1, rate: 2, steps: 100)) == [1])
  }

  /// 5.10: what a saddle's plateau takes is a sum: of ln(1 + η·|λ|) over the steps, the same however the rates are
  /// spread, to within the last step's share.
  @Test(arguments: [
    ("constant", 0.01), ("triangular:low=0.01,up=50", 0.2), ("constant", 0.105), ("exponential:factor=0.99", 0.2),
  ])
  func crossingASaddleTakesASum(text: String, learningRate: Double) throws {
    let trajectory = try run(
      on: "(x^2 - y^2)/2", from: Point(0, 1e-6), schedule(text, learningRate: learningRate), steps: 1500
    ).trajectory()
    let crossing = try #require(trajectory.y.firstIndex { $0 >= 0.5 })
    let sum = trajectory.learningRate[..<crossing].reduce(0) { $0 + log(1 + $1) }
    let excess = sum - log(0.5 / 1e-6)
    #expect(excess > -1e-12 && excess < log(1 + learningRate))
  }
}
