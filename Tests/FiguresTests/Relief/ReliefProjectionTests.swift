import LossSurfaces
import Raster
import Testing

@testable import Figures

@Suite struct ReliefProjectionTests {
  private let view = try! View(x: (-2, 2), y: (-1, 3))

  private func projection(azimuth: Double, elevation: Double = 30) -> ReliefProjection {
    ReliefProjection(view: view, azimuth: azimuth, elevation: elevation, relief: 1)
  }

  /// Seen from the side of low y, x runs to the right and y away.
  @Test func seenFromTheFront() {
    let front = projection(azimuth: 270)
    #expect(front.position(Point(2, 1), height: 0) == Position(1, 0))
    #expect(front.position(Point(0, 3), height: 0) == Position(0, -0.5))
    // The cosine of 30°; the machine's own square root is off by less than its last place.
    let top = front.position(Point(0, 1), height: 1)
    #expect(top.x == 0 && abs(top.y + 0.75.squareRoot()) < 1e-12)
  }

  @Test(arguments: [0.0, 37, 90, 135, 222, 300])
  func placesComeBack(_ azimuth: Double) {
    let projection = projection(azimuth: azimuth)
    for point in [Point(0, 0), Point(-2, 3), Point(1.5, -0.25)] {
      // The direction of the azimuth is good to 10⁻¹².
      #expect(projection.point(projection.place(point)).distance(to: point) < 1e-11)
    }
  }

  /// What the floor has at a distance across ends on its sides.
  @Test(arguments: [0.0, 20, 90, 135, 300])
  func reachEndsOnTheSides(_ azimuth: Double) throws {
    let projection = projection(azimuth: azimuth)
    for across in [-0.9, 0, 0.5] {
      let reach = try #require(projection.reach(across: across))
      for near in [reach.lowerBound, reach.upperBound] {
        let point = projection.point(.init(across: across, near: near))
        let toSide = min(
          abs(point.x + 2), abs(point.x - 2), abs(point.y + 1), abs(point.y - 3))
        #expect(toSide < 1e-11)
      }
    }
    #expect(projection.reach(across: 1.5) == nil)
  }

  /// Sides keep the proportions of the view up to two to one.
  @Test(arguments: [(1.0, 1.0), (1.5, 1.5), (10, 2), (0.1, 0.5)])
  func sides(_ ratio: Double, _ expected: Double) throws {
    let view = try View(x: (0, ratio), y: (0, 1))
    let half = ReliefProjection(view: view, azimuth: 300, elevation: 35, relief: 1).half
    // Two square roots, each rounded once.
    #expect(abs(half.x / half.y - expected) < 1e-15 * 4)
    #expect(abs(half.x * half.y - 1) < 1e-15 * 4)
  }

  @Test func fitsWhatItIsTold() {
    let rect = Rect(x: 10, y: 20, width: 300, height: 200)
    let spots = [Point(-2, -1), Point(2, 3), Point(-2, 3), Point(2, -1)].flatMap { point in
      [0.0, 1].map { (projection(azimuth: 300).place(point), height: $0) }
    }
    let fitted = projection(azimuth: 300).fitted(to: rect, spots)
    let positions = spots.map { fitted.position($0.0, height: $0.height) }
    #expect(positions.allSatisfy { rect.inset(by: -1e-9).contains($0) })
    let (x, y) = (positions.map(\.x), positions.map(\.y))
    let (width, height) = (x.max()! - x.min()!, y.max()! - y.min()!)
    #expect(abs(width - 300) < 1e-9 || abs(height - 200) < 1e-9)
  }
}
