import Testing

@testable import Raster

@Suite struct ShapesTests {
  private func area(_ path: Path) -> Double {
    let points = path.subpaths[0].points
    return points.indices.reduce(0.0) { sum, i in
      let (a, b) = (points[i], points[(i + 1) % points.count])
      return sum + (a.x * b.y - b.x * a.y) / 2
    }
  }

  @Test(arguments: [0.5, 3, 40, 700]) func aCircleIsRound(radius: Double) {
    let path = Path.circle(center: Position(7, 8), radius: radius)
    let points = path.subpaths[0].points
    #expect(path.subpaths[0].isClosed)
    for (a, b) in zip(points, points.dropFirst()) {
      #expect(abs(a.distance(to: Position(7, 8)) - radius) < 1e-9 * radius)
      let middle = Position((a.x + b.x) / 2, (a.y + b.y) / 2)
      #expect(radius - middle.distance(to: Position(7, 8)) < 0.0051)
    }
  }

  @Test func aRoundedRectangleLacksItsCorners() {
    let rect = Rect(x: 2, y: 3, width: 20, height: 10)
    #expect(area(.rectangle(rect)) == 200)
    #expect(abs(area(.rectangle(rect, cornerRadius: 4)) - (200 - (4 - .pi) * 16)) < 0.1)
    #expect(abs(area(.rectangle(rect, cornerRadius: 99)) - (200 - (4 - .pi) * 25)) < 0.1)
    #expect(area(.rectangle(rect, cornerRadius: -1)) == 200)
  }

  @Test func theFirstCornerPointsUp() {
    let triangle = Path.regular(corners: 3, center: Position(5, 5), radius: 2).subpaths[0].points
    #expect(triangle.count == 3 && triangle[0].distance(to: Position(5, 3)) < 1e-12)
    let square = Path.regular(corners: 4, center: Position(0, 0), radius: 1, turn: 0.25).subpaths[0].points
    #expect(square[0].distance(to: Position(1, 0)) < 1e-12)
  }
}
