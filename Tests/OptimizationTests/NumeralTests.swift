import Optimization
import Testing

@Suite struct NumeralTests {
  private static let exactCases: [(Double, String)] = [
    (0, "0"), (-0.0, "-0"), (1, "1"), (20, "20"), (-0.5, "-0.5"), (0.001, "0.001"),
    (1e-4, "0.0001"), (1e-5, "1e-5"),
    (2.5e-5, "2.5e-5"), (1e15, "1000000000000000"), (1e16, "1e16"), (-1.5e300, "-1.5e300"),
    (0.1 + 0.2, "0.30000000000000004"),
    (123456.789, "123456.789"), (.leastNonzeroMagnitude, "5e-324"), (.infinity, "inf"),
    (-.infinity, "-inf"),
    (.nan, "nan"),
  ]

  @Test(arguments: exactCases)
  func exact(value: Double, text: String) {
    #expect(Numeral.exact(value) == text)
    if value.isFinite { #expect(Double(text) == value) }
  }
}
