import Raster
import Testing

@testable import Figures

@Suite struct GridLayoutTests {
  private static let body = Rect(x: 18, y: 70, width: 900, height: 700)

  @Test(arguments: [[1], [2], [3], [6], [16], [37], [3, 3], [1, 5, 2], [2, 2, 2, 2]], [0.5, 1, 3.0])
  func cellsStandApartWithinTheBody(counts: [Int], aspect: Double) {
    let layout = GridLayout(
      counts.map { .init(count: $0, heading: counts.count > 1 ? 20 : 0) }, in: Self.body, aspect: aspect, overhead: 60)
    #expect(layout.cells.map(\.count) == counts)
    let cells = layout.cells.flatMap { $0 }
    for (index, cell) in cells.enumerated() {
      #expect(cell.width > 0 && cell.height > 0)
      #expect(cell.minX >= Self.body.minX - 1e-9 && cell.maxX <= Self.body.maxX + 1e-9)
      #expect(cell.minY >= Self.body.minY - 1e-9 && cell.maxY <= Self.body.maxY + 1e-9)
      for other in cells[..<index] { #expect(!other.inset(by: 1).intersects(cell)) }
      #expect(cell.width == cells[0].width && cell.height == cells[0].height)
    }
  }

  /// Wide views stand one above another, tall ones side by side; sixteen square ones in four rows of four.
  @Test func followsTheShapeOfTheViews() {
    func columns(_ count: Int, aspect: Double) -> Int {
      let cells = GridLayout([.init(count: count, heading: 0)], in: Self.body, aspect: aspect, overhead: 40).cells[0]
      return cells.count { $0.minY == cells[0].minY }
    }
    #expect(columns(2, aspect: 4) == 1)
    #expect(columns(2, aspect: 0.5) == 2)
    #expect(columns(16, aspect: 1.6) == 4)
    #expect(columns(6, aspect: 1) == 3)
  }
}
