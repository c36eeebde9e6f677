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
      title: "loss", series: [series([4, 2, 1, 1]), series([4, 3])], extent: 3, isHeld: false, theme: .light,
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
      #expect(shown[1] == Array(whole[1].prefix(step + 1)))
      #expect(shown[0] == Array(whole[0].prefix(step + 1)))
    }
  }

  /// The numbers along the foot, in a strip 300 wide.
  private func feet(extent: Double, _ axis: StepAxis) -> [String] {
    let strip = Strip(
      title: "", series: [series([1, 2])], extent: extent, axis: axis, isHeld: false, theme: .light,
      sizes: TypeSizes(width: 720, height: 540))
    let texts = strip.elements(in: Rect(x: 0, y: 0, width: 330, height: 120), gutter: 24).flatMap(\.texts)
    let foot = texts.map(\.position.y).max()
    return texts.filter { $0.position.y == foot }.map(\.string)
  }

  /// There is no update between two steps, nor a number where no epoch begins.
  @Test(
    arguments: [
      (3.0, ["epoch", "0", "1", "2"]), (2.5, ["epoch", "0", "1", "2"]), (20, ["epoch", "0", "5", "10", "15"]),
    ] as [(Double, [String])])
  func epochsAreMarkedWhole(_ extent: Double, _ expected: [String]) throws {
    #expect(feet(extent: extent, try StepAxisTests.halves) == expected)
    #expect(feet(extent: 3, .steps) == ["step", "0", "1", "2"])
  }

  /// Four updates, two an epoch, with a cut at each end of an epoch: the line is upright there.
  @Test func cutsAreUprightWhereTheyAre() throws {
    var rates = series([0.4, 0.4, 0.2, 0.2])
    (rates.step, rates.marks) = (0.5, [2])
    let strip = Strip(
      title: "", series: [rates], extent: 2, axis: try StepAxisTests.halves, isHeld: true, theme: .light,
      sizes: TypeSizes(width: 720, height: 540))
    let elements = strip.elements(in: Rect(x: 0, y: 0, width: 230, height: 120), gutter: 24)
    let paths = elements.flatMap(\.strokes).filter { $0.stroke.color == rates.style.color }.map(\.path)
    // The plot goes from 24 to 224: the first epoch ends in its middle.
    #expect(paths[0].subpaths[0].points.map(\.x) == [24, 74, 74, 124, 124, 174, 174, 224])
    #expect(paths[1].subpaths[0].points.map(\.x) == [124, 124])
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
