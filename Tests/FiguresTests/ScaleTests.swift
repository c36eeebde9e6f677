import Testing

@testable import Figures

@Suite struct ScaleTests {
  @Test func linearAndHeldAtItsEnds() {
    let scale = Scale(-1...3, from: 100, to: 200)
    #expect(scale(-1) == 100)
    #expect(scale(3) == 200)
    #expect(scale(0) == 125)
    #expect(scale(1e300) == 200)
    #expect(scale(-.infinity) == 100)
  }

  /// A margin ends where numbers do.
  @Test(arguments: [
    (Double.leastNonzeroMagnitude, 1e-300), (1e303, 1.7e308), (Double.leastNonzeroMagnitude, 1.7e308), (1e-3, 1),
  ])
  func logarithmicDomains(low: Double, high: Double) {
    let domain = Scale.logarithmicDomain(from: low, to: high)
    #expect(domain.contains(low) && domain.contains(high) && domain.lowerBound > 0 && domain.upperBound.isFinite)
    #expect(Scale(domain, from: 0, to: 100, isLogarithmic: true)(high) > 50)
    #expect(!Ticks.logarithmic(1e-3...1, count: 3).ticks.isEmpty)
  }

  @Test func logarithmicPutsDecadesEvenlyApart() {
    let scale = Scale(1e-2...1e2, from: 0, to: 4, isLogarithmic: true)
    for (value, place) in [(0.01, 0.0), (0.1, 1), (1, 2), (10, 3), (100, 4)] {
      #expect(abs(scale(value) - place) < 1e-12)
    }
    #expect(scale(0) == 0)
    #expect(scale(-5) == 0)
  }

  @Test func aDomainOfOneValueDoesNotDivideByZero() {
    let scale = Scale(2...2, from: 0, to: 10)
    #expect(scale(2) == 0)
  }
}
