import Testing

@testable import Raster

@Suite struct DashPatternTests {
  /// Which of the pixels of a level line one pixel wide have ink.
  private func pattern(_ points: [(Double, Double)], _ dash: [Double], columns: Int, isClosed: Bool = false) -> String {
    let stroke = Stroke(black, width: 1, dash: dash, cap: .butt)
    let coverage = Coverage(Path(points, isClosed: isClosed), stroke, columns: columns, rows: 3)
    return String((0..<columns).map { coverage[$0, 1] > 0.5 ? "#" : "." })
  }

  @Test func dashesAndGapsAlternate() {
    #expect(pattern([(0, 1.5), (20, 1.5)], [4, 2], columns: 20) == "####..####..####..##")
    #expect(pattern([(0, 1.5), (20, 1.5)], [4, 2, 1, 1], columns: 20) == "####..#.####..#.####")
  }

  @Test func anOddNumberIsGoneThroughTwice() {
    #expect(pattern([(0, 1.5), (20, 1.5)], [3], columns: 20) == "###...###...###...##")
    #expect(pattern([(0, 1.5), (20, 1.5)], [3, 1, 2], columns: 20) == "###.##...#..###.##..")
  }

  @Test func theyGoOnOverVertices() {
    let pieces = (0...40).map { (Double($0) / 2, 1.5) }
    #expect(pattern(pieces, [4, 2], columns: 20) == pattern([(0, 1.5), (20, 1.5)], [4, 2], columns: 20))
  }

  @Test func whatIsOutsideCounts() {
    let inside = pattern([(0, 1.5), (20, 1.5)], [4, 2], columns: 20)
    #expect(pattern([(-600, 1.5), (20, 1.5)], [4, 2], columns: 20) == inside)
    #expect(pattern([(-6e8, 1.5), (2e9, 1.5)], [4, 2], columns: 20) == inside)
    // 305 units before the first column are 50 patterns of 6 and 5: one of the gap is left.
    let bent = pattern([(-3, -300.5), (-3, 0), (-3, 1.5), (0, 1.5), (20, 1.5)], [4, 2], columns: 20)
    #expect(bent == ".####..####..####..#")
  }

  @Test func roundDotsAreDots() {
    let stroke = Stroke(black, width: 2, dash: [0, 5], cap: .round)
    let coverage = Coverage(Path([(2, 5), (22, 5)]), stroke, columns: 25, rows: 10)
    #expect(abs(coverage.sum - 5 * .pi) < 0.8)
  }

  @Test(arguments: [[0.0, 0], [0.1, 0.1], [-1, 2], [.nan, 1], [.infinity, 1], []])
  func whatIsNoPatternIsASolidLine(dash: [Double]) {
    #expect(DashPattern(dash, scale: 1) == nil)
    #expect(pattern([(0, 1.5), (20, 1.5)], dash, columns: 20) == String(repeating: "#", count: 20))
  }

  @Test func skipsInfiniteAndHugeDistances() throws {
    var pattern = try #require(DashPattern([4, 2], scale: 1))
    pattern.skip(.infinity)
    pattern.skip(.nan)
    #expect(pattern.remaining == 4 && pattern.isInk)
    pattern.skip(6e17)
    #expect(pattern.remaining <= 4)
  }
}
