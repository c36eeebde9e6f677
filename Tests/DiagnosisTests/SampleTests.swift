import Testing

@testable import Diagnosis

@Suite struct SampleTests {
  @Test func meanAndStandardError() {
    let sample = Sample([1, 2, 3, 6])
    #expect(sample.mean == 3)
    // σ² = (4 + 1 + 0 + 9)/3, over 4 numbers.
    #expect(abs(sample.squaredError - 14.0 / 12) < 1e-15)
    #expect(Sample([5]).squaredError == 0)
  }

  /// One digit of the error, two when it begins with 1; the mean ends where the error does.
  @Test(arguments: [
    ([0.0114, 0.0156], "0.014 ± 0.002"), ([0.0129, 0.0131], "0.013 ± 0.0001"), ([1, 4], "2.5 ± 1.5"), ([3], "3"),
    ([2, 2, 2], "2"), ([0.07514, 0.07518], "0.07516 ± 0.00002"), ([0.0751403, 0.0751373], "0.0751388 ± 0.0000015"),
    ([1000, 9000], "5000 ± 4000"), ([1.5e-6, 1.9e-6], "1.7×10⁻⁶ ± 2×10⁻⁷"), ([-1, 1], "0 ± 1"),
    ([.infinity, 1], "∞"),
  ])
  func text(_ values: [Double], _ text: String) { #expect(Sample(values).text == text) }
}
