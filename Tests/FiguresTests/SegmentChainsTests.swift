import Raster
import Testing

@testable import Figures

@Suite struct SegmentChainsTests {
  private func side(_ column: Int) -> SegmentChains.Side { .init(column: column, row: 0, isUpright: true) }

  private func chains(_ joins: [(Int, Int)]) -> SegmentChains {
    var chains = SegmentChains()
    for (a, b) in joins {
      for column in [a, b] { chains.place(side(column)) { Position(Double(column), 0) } }
      chains.join(side(a), side(b))
    }
    return chains
  }

  @Test func linksAnOpenLineFromEndToEnd() {
    let lines = chains([(2, 1), (3, 2), (0, 1)]).lines
    #expect(lines.map { $0.points.map(\.x) } == [[3, 2, 1, 0]])
    #expect(lines.map(\.isClosed) == [false])
  }

  @Test func linksRings() {
    let lines = chains([(0, 1), (1, 2), (2, 0), (5, 6)]).lines
    #expect(lines.map { $0.points.map(\.x) } == [[5, 6], [0, 1, 2]])
    #expect(lines.map(\.isClosed) == [false, true])
  }

  @Test func keepsTheFirstPlace() {
    var chains = chains([(0, 1)])
    chains.place(side(0)) { Position(9, 9) }
    #expect(chains.lines.first?.points == [Position(0, 0), Position(1, 0)])
  }

  @Test func bearsNothing() { #expect(SegmentChains().lines.isEmpty) }
}
