import Raster
import Testing

@testable import Figures

/// What tells runs apart without colour: markers on the curves of strips, and in the discs where paths end.
@Suite struct RunMarksTests {
  private let outer = Rect(x: 0, y: 0, width: 640, height: 120)

  private func strip(_ curves: [[Double]]) -> Strip {
    Strip(
      title: "loss",
      series: curves.enumerated().map { .init(values: $1, style: Theme.light.style(ofRun: $0)) },
      extent: Double((curves.map(\.count).max() ?? 1) - 1), isHeld: false, theme: .light,
      sizes: TypeSizes(width: 720, height: 540))
  }

  /// Of each mark on the curves its colour and its middle.
  private func marks(on strip: Strip) -> [(color: Color, at: Position)] {
    strip.runMarks(in: strip.panel(in: outer, gutter: 40)).compactMap { element in
      guard case .fill(let path, let color) = element else { return nil }
      let points = path.subpaths[0].points
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      return (color, Position((xs.min()! + xs.max()!) / 2, (ys.min()! + ys.max()!) / 2))
    }
  }

  /// Three runs that lose the same at each step are seen to be three.
  @Test func curvesThatCoincideAreToldApart() {
    let marks = marks(on: strip(Array(repeating: (0...100).map { 100 - Double($0) }, count: 3)))
    #expect(Set(marks.map(\.color)).count == 3)
    for (a, b) in zip(marks.sorted { $0.at.x < $1.at.x }, marks.sorted { $0.at.x < $1.at.x }.dropFirst()) {
      #expect(a.color != b.color && b.at.x - a.at.x > 12)
    }
  }

  /// What goes up and down between two pixels has its marks in the middle of the band that it fills.
  @Test func aBandIsMarkedInItsMiddle() {
    let band = (0...60_000).map { $0 % 2 == 0 ? 1.0 : 3 }
    let strip = strip([band, Array(repeating: 2, count: band.count)])
    let middle = strip.panel(in: outer, gutter: 40).y(2)
    let marks = marks(on: strip)
    #expect(marks.count > 8)
    for mark in marks { #expect(abs(mark.at.y - middle) < 0.5) }
  }

  @Test func aCurveAloneAndManyHaveNone() {
    #expect(marks(on: strip([[3, 2, 1]])).isEmpty)
    #expect(marks(on: strip(Array(repeating: [3, 2, 1], count: 9))).isEmpty)
  }

  @Test(arguments: 1...24) func stepsAreDistinctAndInside(count: Int) {
    let panel = strip([[3, 2, 1, 0]]).panel(in: outer, gutter: 40)
    for index in 0..<count {
      let steps = StaggeredMarks(panel: panel, count: count).steps(ofCurve: index, length: 1, before: 3)
      #expect(steps == Set(steps).sorted() && steps.allSatisfy { 1..<3 ~= $0 })
    }
  }

  private struct Run: DrawnRun {
    var style: RunStyle
    var leavesForGood: Bool { false }
    var exit: (position: Position, direction: Position, step: Int)? { nil }
    var end: Position? { Position(50, 50) }
    var shownStep: Int { 1 }
  }

  /// Only where there are others, and never a disc in the disc.
  @Test func anEndBearsTheMarkerOfItsRun() {
    func isMarked(_ run: Int, of count: Int) -> Bool {
      Run(style: Theme.light.style(ofRun: run, of: count)).head(theme: .light).count > 2
    }
    #expect(!isMarked(0, of: 1))
    for run in 0..<7 { #expect(isMarked(run, of: 7) == (Marker.allCases[run] != .disc)) }
  }
}
