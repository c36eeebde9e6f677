import Testing

@testable import Raster

@Suite struct FillEdgesTests {
  @Test func halfCoveredPixel() {
    let coverage = Coverage(.rectangle(Rect(x: 1, y: 1, width: 1.5, height: 1)), columns: 4, rows: 3)
    #expect(coverage.pixels == [0, 0, 0, 0, 0, 1, 0.5, 0, 0, 0, 0, 0])
  }

  @Test func diagonalHalvesItsPixels() {
    let coverage = Coverage(Path([(0, 0), (3, 3), (0, 3)], isClosed: true), columns: 3, rows: 3)
    #expect(coverage.pixels == [0.5, 0, 0, 1, 0.5, 0, 1, 1, 0.5])
  }

  /// The cells are single precision: 24 bits, a few hundred sums.
  @Test(arguments: [
    Path.circle(center: Position(20.3, 19.6), radius: 15.2),
    Path.star(center: Position(20.1, 20.7), radius: 17),
    Path.triangleDown(center: Position(19.9, 20), radius: 9.3),
    Path.rectangle(Rect(x: 3.21, y: 4.56, width: 30.7, height: 22.2), cornerRadius: 5),
    Path.arrowhead(tip: Position(35, 20), direction: 21, length: 20, width: 13),
  ]) func sumOfCoverageIsTheArea(path: Path) {
    let points = path.subpaths[0].points
    let area = points.indices.reduce(0.0) { sum, i in
      let (a, b) = (points[i], points[(i + 1) % points.count])
      return sum + (a.x * b.y - b.x * a.y) / 2
    }
    #expect(abs(Coverage(path, columns: 40, rows: 40).sum - abs(area)) < 1e-4)
  }

  @Test func windingDoesNotMatterAndOverlapIsNotCountedTwice() {
    let ring = Path([
      Path.rectangle(Rect(x: 1, y: 1, width: 6, height: 6)).subpaths[0],
      Path.rectangle(Rect(x: 3, y: 3, width: 6, height: 6)).subpaths[0],
    ])
    #expect(abs(Coverage(ring, columns: 10, rows: 10).sum - 56) < 1e-5)
    let reversed = Path(ring.subpaths[1].points.reversed(), isClosed: true)
    let hole = Path([ring.subpaths[0], reversed.subpaths[0]])
    #expect(abs(Coverage(hole, columns: 10, rows: 10).sum - 40) < 1e-5)
  }

  @Test func partsOutsideChangeNothingInside() {
    // Half of the page, cut by a line through (5, 5) of slope 1, the corners ever farther away.
    for far in [10.0, 1e3, 1e9, 1e14] {
      let path = Path([(-far, -far), (far + 10, far + 10), (-far, far + 10)], isClosed: true)
      let coverage = Coverage(path, columns: 10, rows: 10)
      #expect(abs(coverage.sum - 50) < 1e-3, "\(far)")
      #expect(abs(coverage[4, 4] - 0.5) < 1e-3)
    }
  }

  @Test func clipsOnAllSides() {
    let path = Path.circle(center: Position(5, 5), radius: 40)
    #expect(Coverage(path, columns: 10, rows: 10).pixels.allSatisfy { $0 == 1 })
    let left = Path([(-7, 2), (3, -8), (3, 12)], isClosed: true)
    #expect(abs(Coverage(left, columns: 10, rows: 10).sum - 29.5) < 1e-4)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
  func wildCoordinatesAreHarmless(value: Double) {
    for path in [
      Path([(value, 1), (5, 5), (1, 8)], isClosed: true), Path([(1, value), (5, 5), (1, 8)], isClosed: true),
      Path([(value, value), (value, value), (1, 8), (2, 2)], isClosed: true),
    ] {
      #expect(Coverage(path, columns: 10, rows: 10).pixels.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test func degeneratePathsCoverNothing() {
    for path in [Path([]), Path([(1, 1)]), Path([(1, 1), (5, 5)], isClosed: true), Path([(2, 2), (2, 2), (2, 2)])] {
      #expect(Coverage(path, columns: 10, rows: 10).sum == 0)
    }
  }
}
