import LossSurfaces
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.205, "0.205"), (2.05, "2.05"), (-3, "−3"), (0, "0"), (-0.0, "0"), (1200, "1200"), (0.1 + 0.2, "0.3"),
    (1.0 / 3, "0.333"), (9.995, "10"), (99_949, "99900"), (99_950, "10⁵"), (123_456, "1.23×10⁵"), (0.0001, "0.0001"),
    (1e-5, "10⁻⁵"), (1.5e-5, "1.5×10⁻⁵"), (-1e-6, "−10⁻⁶"), (0.000099996, "0.0001"), (1e300, "10³⁰⁰"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "nan"), (.leastNonzeroMagnitude, "5×10⁻³²⁴"),
    (.greatestFiniteMagnitude, "1.8×10³⁰⁸"),
  ])
  func threeDigits(value: Double, text: String) {
    #expect(NumberText.string(value) == text)
  }

  @Test(arguments: [
    (0.15, 1, "0.2"), (0.25, 1, "0.3"), (0.2499, 1, "0.2"), (-0.15, 1, "−0.2"), (99.5, 2, "100"), (99.5, 1, "100"),
    (3.14159, 1, "3"), (3.14159, 5, "3.1416"), (3.14159, 20, "3.14159"), (12345.678, 7, "12345.68"),
  ])
  func givenDigits(value: Double, digits: Int, text: String) {
    #expect(NumberText.string(value, digits: digits) == text)
  }

  @Test(arguments: [
    (2.0000001, 3, "2"), (1e-17, 3, "0"), (-1e-17, 3, "0"), (-0.0005, 3, "−0.001"), (0.00049, 3, "0"), (0.7, 0, "1"),
    (0.4, 0, "0"), (149, -2, "100"), (150, -2, "200"), (1234.5678, 2, "1234.57"), (1e9, 3, "10⁹"), (.nan, 3, "nan"),
    (-2.5, 400, "−2.5"), (2.5, -400, "0"),
  ])
  func givenDecimals(value: Double, decimals: Int, text: String) {
    #expect(NumberText.string(value, decimals: decimals) == text)
  }

  @Test(arguments: [(0, "0"), (9999, "9999"), (10_000, "10,000"), (22_669, "22,669"), (-1_234_567, "−1,234,567")])
  func wholeNumbers(value: Int, text: String) {
    #expect(NumberText.string(value) == text)
  }

  @Test func theMostNegativeWholeNumber() {
    #expect(NumberText.string(Int.min) == "−9,223,372,036,854,775,808")
  }

  @Test(arguments: [(1.0, 0), (0.999, -1), (1000, 3), (999.999, 2), (1e-300, -300), (-0.05, -2)])
  func exponents(value: Double, exponent: Int) {
    #expect(NumberText.exponent(of: value) == exponent)
  }

  @Test func whatHasNoExponent() {
    for value in [0, -0.0, .nan, .infinity] { #expect(NumberText.exponent(of: value) == nil) }
  }

  /// The text reads back as the value to within half a unit of its last digit, for powers of every size.
  @Test func roundsToTheNearest() throws {
    var (value, unit) = (1.0, 0.001)
    while value < 90_000 {
      value *= 1.0371
      if value >= unit * 10_000 { unit *= 10 }
      let read = try #require(Double(NumberText.string(value, digits: 4)))
      #expect(abs(read - value) <= unit / 2 * (1 + 1e-9))
    }
  }
}
