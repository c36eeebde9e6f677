import Raster
import Testing

@testable import Figures

@Suite struct RimTests {
  private static let rim = Rim(rect: Rect(x: 10, y: 20, width: 30, height: 40))

  private static let places: [(Double, Position)] = [
    (0, Position(10, 20)), (15, Position(25, 20)), (30, Position(40, 20)), (50, Position(40, 40)),
    (70, Position(40, 60)), (85, Position(25, 60)), (100, Position(10, 60)), (139, Position(10, 21)),
  ]

  @Test(arguments: places)
  func placesAndPositions(_ place: Double, _ position: Position) {
    #expect(Self.rim.position(place) == position)
    #expect(Self.rim.position(place + 140) == position)
    #expect(Self.rim.place(of: position) == place)
    #expect(Self.rim.has(position))
  }

  @Test func cornersOnTheWay() {
    let corners = Self.rim.corners
    #expect(Self.rim.corners(from: 5, to: 20) == [])
    #expect(Self.rim.corners(from: 20, to: 80) == [corners[1], corners[2]])
    #expect(Self.rim.corners(from: 120, to: 35) == [corners[0], corners[1]])
    #expect(Self.rim.corners(from: 20, to: 10) == [corners[1], corners[2], corners[3], corners[0]])
    #expect(Self.rim.corners(from: 30, to: 30) == [])
  }

  @Test func insideIsNotOnIt() {
    #expect(!Self.rim.has(Position(25, 40)))
    #expect(!Self.rim.has(Position(10.5, 30)))
  }
}
