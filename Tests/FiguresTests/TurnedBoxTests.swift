import Raster
import Testing

@testable import Figures

@Suite struct TurnedBoxTests {
  private let level = TurnedBox(Rect(x: 10, y: 10, width: 20, height: 10))
  /// A square of side 2√2 on its corner: |x| + |y| ≤ 2.
  private let diamond = TurnedBox(
    center: Position(0, 0), halfWidth: 2.0.squareRoot(), halfHeight: 2.0.squareRoot(),
    direction: Position(0.5.squareRoot(), 0.5.squareRoot()))

  @Test func contains() {
    #expect(level.contains(Position(10, 20)) && !level.contains(Position(9.9, 15)))
    #expect(diamond.contains(Position(1.9, 0)) && !diamond.contains(Position(1.2, 1.2)))
    #expect(abs(diamond.reach.x - 2) < 1e-12 && abs(diamond.degrees - 45) < 1e-12)
  }

  @Test func intersects() {
    #expect(level.intersects(TurnedBox(Rect(x: 29, y: 19, width: 5, height: 5))))
    #expect(!level.intersects(TurnedBox(Rect(x: 31, y: 10, width: 5, height: 5))))
    // The bounding boxes meet, the boxes do not.
    #expect(!diamond.intersects(TurnedBox(Rect(x: 1.2, y: 1.2, width: 5, height: 5))))
    #expect(diamond.intersects(TurnedBox(Rect(x: 0.9, y: 0.9, width: 5, height: 5))))
    #expect(diamond.grown(by: 0.5).intersects(TurnedBox(Rect(x: 1.2, y: 1.2, width: 5, height: 5))))
  }

  @Test func isInside() {
    #expect(diamond.isInside(Rect(x: -2.001, y: -2.001, width: 4.002, height: 4.002)))
    #expect(!diamond.isInside(Rect(x: -1.9, y: -2, width: 4, height: 4)))
  }

  @Test func cutsAGapIntoALine() {
    let parts = level.cut([Position(0, 15), Position(40, 15), Position(50, 15)], isClosed: false)
    #expect(
      parts.map(\.points) == [
        [Position(0, 15), Position(10, 15)], [Position(30, 15), Position(40, 15), Position(50, 15)],
      ])
  }

  @Test func leavesWhatLiesOutside() {
    let ring = [Position(0, 0), Position(5, 0), Position(5, 5)]
    let parts = level.cut(ring, isClosed: true)
    #expect(parts.count == 1 && parts[0].isClosed && parts[0].points == ring)
    #expect(level.cut([], isClosed: false).map(\.points) == [[]])
  }

  @Test func opensARing() {
    // A square about the origin; the box takes the middle of its right side.
    let ring = [Position(-15, -15), Position(20, -15), Position(20, 35), Position(-15, 35)]
    let parts = level.cut(ring, isClosed: true)
    #expect(parts.count == 1)
    #expect(!parts[0].isClosed)
    #expect(parts[0].points.first == Position(20, 20) && parts[0].points.last == Position(20, 10))
  }

  @Test func swallowsALine() {
    #expect(level.cut([Position(12, 12), Position(25, 18)], isClosed: false).isEmpty)
    #expect(level.cut([Position(12, 12), Position(25, 18), Position(25, 12)], isClosed: true).isEmpty)
  }
}
