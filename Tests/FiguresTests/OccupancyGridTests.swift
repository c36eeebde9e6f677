import Raster
import Testing

@testable import Figures

@Suite struct OccupancyGridTests {
  private let rect = Rect(x: 10, y: 20, width: 100, height: 80)

  @Test func aLineIsCountedWhereItRunsAndNowhereElse() {
    var grid = OccupancyGrid(rect)
    grid.add(line: [Position(10, 40), Position(110, 40)])
    #expect(grid.pathCells == 25)
    #expect(grid.cost(of: Rect(x: 20, y: 60, width: 30, height: 20)) == 0)
    #expect(grid.cost(of: Rect(x: 20, y: 30, width: 30, height: 20)) ?? 0 >= 7)
  }

  @Test func outsideAndOnBoxesThereIsNoPlace() {
    var grid = OccupancyGrid(rect)
    grid.add(Rect(x: 50, y: 50, width: 10, height: 10))
    #expect(grid.cost(of: Rect(x: 55, y: 55, width: 20, height: 5)) == nil)
    #expect(grid.cost(of: Rect(x: 100, y: 30, width: 20, height: 5)) == nil)
    #expect(grid.cost(of: Rect(x: 61, y: 61, width: 20, height: 5)) == 0)
  }

  @Test(arguments: [Double.nan, .infinity, 1e300]) func wildCoordinatesDoNoHarm(_ far: Double) {
    var grid = OccupancyGrid(rect)
    grid.add(line: [Position(30, 30), Position(far, -far), Position(40, 30)])
    #expect(grid.pathCells < 200)
  }

  @Test func clippingKeepsTheDirection() throws {
    let (a, b) = try #require(Clipping.segment(Position(-90, 60), Position(210, 60), to: rect))
    #expect((a, b) == (Position(10, 60), Position(110, 60)))
    #expect(Clipping.segment(Position(0, 0), Position(120, 10), to: rect) == nil)
  }
}
