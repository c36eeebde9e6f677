import Testing

@testable import Raster

@Suite struct MarkersTests {
  private let center = Position(10, 10)

  @Test func filledMarkersWeighAboutAsMuchAsTheDisc() {
    let disc = Coverage(.circle(center: center, radius: 5), columns: 20, rows: 20).sum
    for path in [
      Path.square(center: center, radius: 5), .diamond(center: center, radius: 5),
      .triangleUp(center: center, radius: 5),
      .triangleDown(center: center, radius: 5),
    ] {
      #expect((0.88...1.02).contains(Coverage(path, columns: 20, rows: 20).sum / disc))
    }
  }

  @Test func aStarStandsOnTwoPoints() {
    let points = Path.star(center: center, radius: 6).subpaths[0].points
    #expect(points.count == 10 && points[0].distance(to: Position(10, 4)) < 1e-9)
    #expect(abs(points[4].y - points[6].y) < 1e-9 && points[4].y > 14)
  }

  @Test func barsEndOnTheCircle() {
    for path in [Path.cross(center: center, radius: 5), .plus(center: center, radius: 5)] {
      #expect(path.subpaths.count == 2)
      for point in path.subpaths.flatMap(\.points) { #expect(abs(point.distance(to: center) - 5) < 1e-9) }
    }
  }

  @Test func anArrowheadPointsAlong() {
    let points = Path.arrowhead(tip: center, direction: 90, length: 8, width: 6).subpaths[0].points
    #expect(points[0] == center && points.dropFirst().allSatisfy { $0.y < 10 })
    #expect(abs(points[1].distance(to: points[3]) - 6) < 1e-9)
  }
}
