import Foundation
import Testing

@testable import Optimization

@Suite struct GaussianNoiseTests {
  private static func sample(_ count: Int, seed: UInt64 = 1) -> [SIMD2<Double>] {
    (0..<count).map(GaussianNoise(seed: seed).pair)
  }

  /// Each moment within four standard errors of the normal distribution's; those are √(2r − 1)!! minus squares.
  @Test func moments() {
    let count = 20_000
    let sample = Self.sample(count)
    for values in [sample.map(\.x), sample.map(\.y)] {
      for (power, mean, variance) in [(1, 0.0, 1.0), (2, 1, 2), (3, 0, 15), (4, 3, 96)] {
        let moment = values.reduce(0) { $0 + pow($1, Double(power)) } / Double(count)
        #expect(
          abs(moment - mean) < 4 * (variance / Double(count)).squareRoot(),
          "moment \(power): \(moment)")
      }
    }
  }

  /// Components, neighbouring steps and neighbouring seeds are uncorrelated: |r| below 4/√n.
  @Test func isUncorrelated() {
    let count = 20_000
    let sample = Self.sample(count + 1)
    let other = Self.sample(count + 1, seed: 2)
    func correlation(_ product: (Int) -> Double) -> Double {
      (0..<count).reduce(0) { $0 + product($1) } / Double(count)
    }
    let bound = 4 / Double(count).squareRoot()
    #expect(abs(correlation { sample[$0].x * sample[$0].y }) < bound)
    #expect(abs(correlation { sample[$0].x * sample[$0 + 1].x }) < bound)
    #expect(abs(correlation { sample[$0].y * sample[$0 + 1].x }) < bound)
    #expect(abs(correlation { sample[$0].x * other[$0].x }) < bound)
  }

  /// Kolmogorov's distance from the normal distribution: above 1.95/√n once in a thousand samples.
  @Test func followsTheNormalDistribution() {
    let values = Self.sample(10_000).flatMap { [$0.x, $0.y] }.sorted()
    var distance = 0.0
    for (i, value) in values.enumerated() {
      let p = erfc(-value / 2.0.squareRoot()) / 2
      distance = max(
        distance, abs(p - Double(i) / Double(values.count)),
        abs(p - Double(i + 1) / Double(values.count)))
    }
    #expect(distance < 1.95 / Double(values.count).squareRoot())
  }

  @Test func isAFunctionOfSeedAndStep() {
    let forward = Self.sample(100)
    let backward = (0..<100).reversed().map(GaussianNoise(seed: 1).pair)
    #expect(forward == backward.reversed())
    withUnsafeTemporaryAllocation(of: SIMD2<Double>.self, capacity: 50) { room in
      GaussianNoise(seed: 1).fill(room.baseAddress!, count: 50, from: 50)
      #expect(Array(room) == Array(forward[50...]))
    }
  }

  @Test func extremeSeedsAndStepsAreFinite() {
    for seed in [0, 1, UInt64.max] {
      for step in [0, 1, 10_000_000, Int.max] {
        let pair = GaussianNoise(seed: seed).pair(at: step)
        #expect(abs(pair.x) < 8.22 && abs(pair.y) < 8.22)
      }
    }
  }
}
