import Raster
import Testing

@testable import Figures

/// The axis of rates.
@Suite struct RateDomainTests {
  private func series(_ values: [Double], marks: [Int] = []) -> Strip.Series {
    Strip.Series(values: values, style: Theme.light.style(ofRun: 0), marks: marks)
  }

  private func domain(_ series: Strip.Series...) throws -> Strip.Domain { try #require(RateDomain(series)).domain }

  private let level = [Double](repeating: 0.1, count: 100)
  private let decay = (0..<100).map { (t: Int) -> Double in t < 10 ? 0.1 : 0.0001 }
  /// (1 − t/100)⁴, which is 10⁻⁸ at the end.
  private let plunge = (0..<100).map { (t: Int) -> Double in
    let left = 1 - Double(t) / 100
    return left * left * left * left
  }

  @Test func linearFromZero() throws {
    #expect(try !domain(series(level)).isLogarithmic)
    #expect(try domain(series(level)).range == 0...0.1 * 1.07)
    #expect(try !domain(series(plunge)).isLogarithmic)
  }

  @Test func logarithmicWhenAThirdLiesLow() throws {
    #expect(try domain(series(level), series(level), series(decay)).isLogarithmic)
    #expect(try !domain(series(level), series(level), series(level), series(decay)).isLogarithmic)
  }

  /// A plateau that is cut late spends most of its updates high; what counts is where its cuts are.
  @Test func lateCutsAreShown() throws {
    let late = [Double](repeating: 0.1, count: 90) + [0.01] + [0.001] + [Double](repeating: 0.0001, count: 8)
    #expect(try domain(series(late, marks: [90, 91, 92])).isLogarithmic)
    #expect(try domain(series(late, marks: [90, 91, 92])).range.lowerBound < 0.0001)
    #expect(try !domain(series(late)).isLogarithmic)
  }

  /// What plunges at its end leaves the axis, which ends a little below the tenth of its rates that it stays above, here
  /// 0.1⁴.
  @Test func plungesDoNotStretchIt() throws {
    let domain = try domain(series(decay), series(plunge))
    #expect(domain.isLogarithmic)
    #expect(domain.range.lowerBound > 3e-5 && domain.range.lowerBound < 1e-4)
  }

  @Test func nineDecadesAtMost() throws {
    let domain = try domain(series((0..<100).map { Double(sign: .plus, exponent: -$0, significand: 1) }))
    #expect(domain.isLogarithmic && domain.range.lowerBound > 1e-10)
  }

  @Test(arguments: [[], [0.0], [0, 0], [.nan]]) func noRates(_ values: [Double]) {
    #expect(RateDomain([series(values)]) == nil)
  }
}
