import Raster
import Testing

@testable import Figures

@Suite struct StripTests {
  private func series(_ values: [Double]) -> Strip.Series {
    Strip.Series(values: values, style: Theme.light.style(ofRun: 0))
  }

  @Test func logarithmicWhenPositiveOverTwoDecades() {
    #expect(Strip.domain(of: [series([10, 1, 0.01])], limit: nil).isLogarithmic)
    #expect(!Strip.domain(of: [series([10, 1, 0.5])], limit: nil).isLogarithmic)
    #expect(!Strip.domain(of: [series([10, 1, -0.25])], limit: nil).isLogarithmic)
  }

  @Test func aDivergingRunDoesNotPressTheOthersFlat() {
    let domain = Strip.domain(of: [series([10, 1e-3]), series([10, 1e200, .infinity])], limit: nil)
    #expect(domain.range.upperBound < 1e6)
    #expect(domain.range.contains(10) && domain.range.contains(1e-3))
  }

  @Test func ratesAreLinearUnlessOneLiesLow() {
    let restarts = (0..<100).map { (step: Int) -> Double in step % 50 == 49 ? 1e-5 : 0.1 - 0.001 * Double(step % 50) }
    #expect(!Strip.domain(of: [series(restarts)], isRate: true, limit: nil).isLogarithmic)
    #expect(Strip.domain(of: [series([2, 2, 2]), series([0.01, 0.01])], isRate: true, limit: nil).isLogarithmic)
    #expect(Strip.domain(of: [series([0.1, 0.1])], isRate: true, limit: nil).range.lowerBound == 0)
  }

  @Test func theLimitIsShownWhenItIsNear() {
    let near = Strip.domain(of: [series([0.1, 0.19])], limit: .init(value: 0.2, label: ""))
    #expect(near.range.contains(0.2))
    let far = Strip.domain(of: [series([0.1, 0.19])], limit: .init(value: 200, label: ""))
    #expect(!far.range.contains(200))
  }

  @Test(arguments: [[0.0], [5, 5, 5], [.nan, .nan], [], [0, 0], [-1e-300]]) func degenerateSeriesHaveARange(
    _ values: [Double]
  ) {
    let domain = Strip.domain(of: [series(values)], limit: nil)
    #expect(domain.range.lowerBound < domain.range.upperBound)
    #expect(domain.range.upperBound.isFinite)
  }

  /// Curves are cut off where the runs have come to; the axes stay.
  @Test func growsUpToAStep() {
    var strip = Strip(
      title: "loss", series: [series([4, 2, 1, 1]), series([4, 3])], steps: 3, isHeld: false, theme: .light,
      sizes: TypeSizes(width: 720, height: 540))
    func strokes() -> [(Path, Stroke)] {
      strip.elements(in: Rect(x: 0, y: 0, width: 300, height: 120), gutter: 30).flatMap { element in
        guard case .clipped(_, let inner) = element else { return [Drawing.Element]() }
        return inner
      }.compactMap { element in
        guard case .stroke(let path, let stroke) = element, stroke.width == 1.5 else { return nil }
        return (path, stroke)
      }
    }
    let whole = strokes().map { $0.0.subpaths[0].points }
    for step in 0...3 {
      strip.shownStep = step
      let shown = strokes().map { $0.0.subpaths[0].points }
      // The later series lies below.
      #expect(shown[1] == Array(whole[1].prefix(step + 1)))
      #expect(shown[0] == Array(whole[0].prefix(step + 1)))
    }
  }

  @Test func theEnvelopeKeepsThePeaks() {
    var values = (0..<100_000).map { Double($0 % 10) }
    values[54_321] = 1000
    values[76_543] = -1000
    let points = Envelope.points(of: values, columns: 300) { Position(Double($0), $1) }
    #expect(points.count <= 1200)
    #expect(points.contains(Position(54_321, 1000)))
    #expect(points.contains(Position(76_543, -1000)))
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x < $1.x })
  }
}
