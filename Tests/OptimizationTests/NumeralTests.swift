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

  private static let shortCases: [(Double, String)] = [
    (0, "0"), (-0.0, "0"), (1, "1"), (0.5, "0.5"), (-0.5, "−0.5"), (0.001, "0.001"),
    (0.0005, "0.0005"),
    (1e-5, "10⁻⁵"), (2.5e-5, "2.5×10⁻⁵"), (1 / 3.0, "0.333"), (2 / 3.0, "0.667"), (0.9999, "1"),
    (99.96, "100"),
    (1234, "1234"), (1234.5, "1235"), (1234.4, "1234"), (999_999.5, "10⁶"), (0.0099951, "0.01"),
    (123_456_789, "1.23×10⁸"), (1e6, "10⁶"),
    (999_999, "999999"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "nan"), (-1e-300, "−10⁻³⁰⁰"),
    (0.954992586021436, "0.955"),
  ]

  @Test(arguments: shortCases)
  func short(value: Double, text: String) {
    #expect(Numeral.short(value) == text)
  }

  @Test func shortWithMoreDigits() {
    #expect(Numeral.short(0.99512, digits: 4) == "0.9951")
    #expect(Numeral.short(0.99512, digits: 1) == "1")
  }
}
