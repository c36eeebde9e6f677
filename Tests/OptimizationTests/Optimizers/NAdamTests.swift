import LossSurfaces
import Optimization
import Testing

@Suite struct NAdamTests {
  /// Without momentum (β₁ = 0) it is Adam without momentum.
  @Test func withoutMomentumItIsAdam() throws {
    func path(_ optimizer: String) throws -> [Double] {
      try run(
        on: "x^2/2 + y^4/4 - y^2/2", from: Point(1.5, 0.1), Schedule(constant: 0.05), steps: 50, optimizer: optimizer
      ).trajectory().x
    }
    for (a, b) in try zip(path("nadam:beta1=0"), path("adam:beta1=0")) { #expect(abs(a - b) < 1e-12) }
  }
}
