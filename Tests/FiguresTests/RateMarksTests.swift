import Raster
import Testing

@testable import Figures

/// Cuts and restarts on the curve.
@Suite struct RateMarksTests {
  private let x = Scale(0...100, from: 0, to: 1000)
  private let y = Scale(0...1, from: 100, to: 0)
  private let plot = Rect(x: 0, y: 0, width: 1000, height: 100)

  /// The places of the marks, each where its first outline has its middle, and whether it is hollow.
  private func marks(_ rates: [Double], cuts: [Int] = [], restarts: [Int] = []) -> [(Position, isHollow: Bool)] {
    let marks = RateMarks(
      rates: rates, cuts: cuts, restarts: restarts, style: Theme.light.style(ofRun: 0), theme: .light,
      sizes: TypeSizes(width: 720, height: 540))
    var result: [(Position, isHollow: Bool)] = []
    for case .fill(let path, let color) in marks.elements(x, y, in: plot) {
      let points = path.subpaths.flatMap(\.points)
      let count = Double(points.count)
      let middle = Position(points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
      if color == Theme.light.background {
        result[result.count - 1].isHollow = true
      } else {
        result.append((middle, false))
      }
    }
    return result
  }

  /// At the first update with the new rate, at that rate: a cut full, a restart hollow.
  @Test func standAtTheNewRate() throws {
    let marks = marks([1, 1, 0.5, 0.5, 1], cuts: [2], restarts: [4])
    try #require(marks.count == 2)
    #expect(marks[0].0.distance(to: Position(20, 50)) < 1e-9 && !marks[0].isHollow)
    #expect(marks[1].0.distance(to: Position(40, 0)) < 1e-9 && marks[1].isHollow)
  }

  /// Marks that would touch are left out, and so is what lies off the axis.
  @Test func areThinned() {
    let all = marks([Double](repeating: 0.5, count: 101), cuts: Array(1...100))
    #expect(all.count == 50)
    #expect(zip(all, all.dropFirst()).allSatisfy { $1.0.x - $0.0.x >= 12 })
    #expect(marks([1, 2, 0.5], cuts: [1, 2, 3]).count == 1)
    #expect(marks([]).isEmpty)
  }
}
