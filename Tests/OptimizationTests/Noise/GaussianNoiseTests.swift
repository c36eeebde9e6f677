import Foundation
import Testing

@testable import Optimization

@Suite struct GaussianNoiseTests {
  private static func sample(_ count: Int, seed: UInt64 = 1, from first: Int = 0) -> [SIMD2<Double>] {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * count) { room in
      let (x, y) = (room.baseAddress!, room.baseAddress! + count)
      GaussianNoise(seed: seed).fill(x: x, y: y, count: count, from: first)
      return (0..<count).map { SIMD2(x[$0], y[$0]) }
    }
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

  /// The two components of the first block, computed by hand from Philox's known answer for counter and key 0.
  @Test func knownAnswer() {
    let u = (Double(0xca00_a045_9843_d731 as UInt64 >> 12) + 0.5) * 0x1p-52
    let v = (Double(0x66c2_4222_c9a8_45b5 as UInt64 >> 12) + 0.5) * 0x1p-52
    let radius = (-2 * log(u)).squareRoot()
    let pair = GaussianNoise(seed: 0).pair(at: 0)
    // A few roundings, none of them magnified.
    #expect(abs(pair.x - radius * cos(2 * .pi * v)) < 1e-15)
    #expect(abs(pair.y - radius * sin(2 * .pi * v)) < 1e-15)
  }

  /// Wherever a block begins and in whatever order they come.
  @Test func isAFunctionOfSeedAndStep() {
    let noise = GaussianNoise(seed: 1)
    let forward = Self.sample(100)
    let backward = (0..<100).reversed().map { SIMD2(noise.pair(at: $0).x, noise.pair(at: $0).y) }
    #expect(forward == backward.reversed())
    #expect(Self.sample(45, from: 50) == Array(forward[50..<95]))
    #expect(Self.sample(1, from: 99) == [forward[99]])
  }

  @Test func extremeSeedsAndStepsAreFinite() {
    for seed in [0, 1, UInt64.max] {
      for step in [0, 1, 10_000_000, Int.max] {
        let pair = GaussianNoise(seed: seed).pair(at: step)
        #expect(abs(pair.x) < 8.58 && abs(pair.y) < 8.58)
      }
    }
  }
}
