import LossSurfaces
import Optimization
import Testing

/// 5.3: with additive gradient noise of deviation s the weights fluctuate with the variance
/// η·s²(1 + β)/(λ(1 − β)(2(1 + β) − η·λ)) about the minimum.
@Suite struct NoiseBallTests {
  @Test(arguments: [(0.1, 0.0, 0.0526), (0.5, 0.0, 0.3333), (1.5, 0.0, 3.0), (0.1, 0.9, 0.5135)])
  func stationaryVariance(η: Double, β: Double, ofUnitNoise: Double) throws {
    let (steps, burnIn) = (40_000, 1000)
    let trajectory = try run(
      on: "(x^2 + y^2)/2", from: Point(0, 0), Schedule(constant: η), steps: steps,
      optimizer: "sgd:momentum=\(β)",
      noise: Noise(x: 1, y: 2), seed: 3
    ).trajectory()
    for (values, s) in [(trajectory.x, 1.0), (trajectory.y, 2.0)] {
      let variance = η * s * s * (1 + β) / ((1 - β) * (2 * (1 + β) - η))
      #expect(abs(variance / (s * s) - ofUnitNoise) < 0.00005)
      let sample = values.dropFirst(burnIn)
      let measured = sample.reduce(0) { $0 + $1 * $1 } / Double(sample.count)
      let error = variance * (2 * Self.correlation(η, β) / Double(sample.count)).squareRoot()
      #expect(abs(measured - variance) < 3 * error, "\(measured), not \(variance) ± \(error)")
    }
  }

  /// 1 + 2·Σρₖ² of the autoregression wₜ₊₁ = (1 + β − η)·wₜ − β·wₜ₋₁ + noise: how many times more samples its mean
  /// square needs than independent numbers would (their squares are correlated by ρₖ²).
  private static func correlation(_ η: Double, _ β: Double) -> Double {
    let φ = 1 + β - η
    var (before, ρ, sum) = (1.0, φ / (1 + β), 1.0)
    for _ in 0..<10_000 {
      sum += 2 * ρ * ρ
      (before, ρ) = (ρ, φ * ρ - β * before)
    }
    return sum
  }
}
