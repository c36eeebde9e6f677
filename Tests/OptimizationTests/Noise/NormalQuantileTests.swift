import Foundation
import Testing

@testable import Optimization

@Suite struct NormalQuantileTests {
  /// Known quantiles, to 16 digits.
  @Test(arguments: [
    (0.25, 0.674_489_750_196_081_7), (0.475, 1.959_963_984_540_054), (0.49, 2.326_347_874_040_841),
    (0.499, 3.090_232_306_167_813_5), (0.0, 0.0),
  ])
  func knownValues(q: Double, z: Double) {
    #expect(abs(NormalQuantile.value(offset: q) - z) <= 4e-16 * max(1, z))
    #expect(NormalQuantile.value(offset: -q) == -NormalQuantile.value(offset: q))
  }

  /// The distribution function undoes it, in all three ranges and out to the last uniform number there is.
  @Test(arguments: offsets)
  func invertsTheDistribution(q: Double) {
    let z = NormalQuantile.value(offset: q)
    let tail = erfc(z / 2.0.squareRoot()) / 2
    // A relative error ε of z moves the tail by about z²·ε; the approximation has 1e-15 and z² ≤ 68.
    #expect(abs(tail / (0.5 - q) - 1) < 1e-15 * (4 + 2 * z * z))
  }

  private static let offsets: [Double] = {
    let body = (0...60).map { i in 0.499 * Double(i) / 60 }
    let tail: [Double] = (2...53).map { i in 0.5 - Double(sign: .plus, exponent: -i, significand: 1)
    }
    return body + tail
  }()

  @Test func risesAcrossTheJoins() {
    for join in [0.425, 0.5 - exp(-25.0)] {
      var before = NormalQuantile.value(offset: join - 1e-9)
      for i in -8...8 {
        let value = NormalQuantile.value(offset: join + Double(i) * 1e-12)
        #expect(value >= before)
        before = value
      }
    }
  }
}
