import Foundation
import LossSurfaces
import Optimization
import Testing

/// 5.5: from the ridge of the bounded saddle no schedule leads away, but noise does.
@Suite struct NoisySaddleEscapeTests {
  private static let saddle = "x^2/2 + y^4/4 - y^2/2"
  private static let growth = log(1.1)

  /// The steps until |y| = ½ with η = 0.1.
  private static func escape(y: Double, noise: Double = 0, seed: UInt64 = 1) throws -> Int? {
    try run(
      on: saddle, from: Point(0, y), Schedule(constant: 0.1), steps: 400, noise: Noise(x: 0, y: noise), seed: seed
    ).trajectory().y.firstIndex { abs($0) >= 0.5 }
  }

  /// How many steps more than ln(½/y)/ln 1.1 a run without noise takes: for whole steps, and for the quartic term, which
  /// slows the last of them. The mean over starts y within one factor of 1.1.
  private static func delay() throws -> Double {
    let starts = (0..<50).map { 1e-5 * exp(growth * Double($0) / 50) }
    let delays = try starts.map { y in Double(try #require(try escape(y: y))) - log(0.5 / y) / growth }
    return delays.reduce(0, +) / Double(delays.count)
  }

  /// The noise of the first steps, grown with the rest, is as a start y₀ = σ·Z with Z normal and
  /// σ = η·s/√((1 + η)² − 1). With E ln|Z| = −(γ + ln 2)/2 and the deviation π/√8 of ln|Z| the mean of 200 runs lies
  /// within three standard errors of what follows: about 42, 90 and 163.
  @Test(arguments: [(0.1, 42.0), (1e-3, 90), (1e-6, 163)])
  func meanSteps(noise: Double, expected: Double) throws {
    let σ = 0.1 * noise / (1.1 * 1.1 - 1).squareRoot()
    let γ = 0.5772156649015329
    let theory = (log(0.5 / σ) + (γ + log(2)) / 2) / Self.growth + (try Self.delay())
    // Those are means of a measurement, rounded; its own error is about half a step.
    #expect(abs(theory - expected) < 1)
    let steps = try (1...200).map { seed in
      Double(try #require(try Self.escape(y: 0, noise: noise, seed: UInt64(seed))))
    }
    let mean = steps.reduce(0, +) / 200
    let error = Double.pi / 8.0.squareRoot() / Self.growth / 200.0.squareRoot()
    #expect(abs(mean - theory) < 3 * error, "\(mean), not \(theory) ± \(error)")
  }

  @Test func neverWithoutNoise() throws { #expect(try Self.escape(y: 0) == nil) }
}
