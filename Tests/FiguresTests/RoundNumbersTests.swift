import Testing

@testable import Figures

@Suite struct RoundNumbersTests {
  @Test(arguments: [
    (0.923, 0.1, 1, 1), (0.923, 0.05, 0.9, 1), (0.923, 0.01, 0.92, 2), (3.14159, 0.2, 3, 1), (3.14159, 0.15, 3, 1),
    (3.14159, 0.05, 3.1, 2),
    (1487, 50, 1500, 2), (1487, 5, 1490, 3), (1487, 2.5, 1485, 4), (-0.0237, 0.002, -0.025, 2), (0.01, 0.02, 0, 1),
    (2.46, 0.1, 2.5, 2),
    (9.7, 0.4, 10, 1), (1e-300, 1e-302, 1e-300, 1),
  ])
  func takesTheRoundest(_ target: Double, _ tolerance: Double, _ value: Double, _ digits: Int) {
    let result = RoundNumbers.roundest(near: target, tolerance: tolerance)
    #expect(result.value == value)
    #expect(result.digits == digits)
  }

  @Test func givesUpBelowTheSpacingOfDoubles() {
    #expect(RoundNumbers.roundest(near: 0.1 + 0.2, tolerance: 0).value == 0.1 + 0.2)
  }

  @Test func keepsTheOrder() {
    let targets = (0..<200).map { 1 + Double($0) * 1e-5 }
    let rounded = RoundNumbers.near(targets)
    #expect(zip(rounded, rounded.dropFirst()).allSatisfy(<))
    #expect(RoundNumbers.near([]) == [])
    #expect(RoundNumbers.near([0.4999]) == [0.5])
  }
}
