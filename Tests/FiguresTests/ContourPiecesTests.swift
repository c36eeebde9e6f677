import Raster
import Testing

@testable import Figures

@Suite struct ContourPiecesTests {
  private func straight(level: Int, slopes: [Double], length: Double = 300) -> ContourLine {
    let points = slopes.indices.map { Position(Double($0) * length / Double(slopes.count - 1), 0) }
    return ContourLine(level: level, points: points, slopes: slopes, isClosed: false)
  }

  @Test func drawsSpacedLinesWhole() {
    // Ten pixels to the next level.
    let line = straight(level: 0, slopes: [0.1, 0.1, 0.1])
    let pieces = ContourPieces.pieces(of: line, levels: [1, 2, 3])
    #expect(pieces.count == 1 && pieces[0].points == line.points && pieces[0].strength == ContourPieces.strengths)
  }

  @Test func dropsEverySecondOfCrowdedLines() {
    // Two pixels between neighbours, four to the next but one, eight to the fourth.
    let levels = (1...15).map(Double.init)
    let drawn = levels.indices.map { level in
      ContourPieces.pieces(of: straight(level: level, slopes: [0.5, 0.5]), levels: levels).isEmpty ? 0 : 1
    }
    #expect(drawn == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
  }

  @Test func fadesALineThatRunsIntoACrowd() {
    let slopes = (0...30).map { 0.1 + 0.9 * Double($0) / 30 }
    let pieces = ContourPieces.pieces(of: straight(level: 0, slopes: slopes), levels: [1, 2, 3])
    #expect(pieces.map(\.strength) == [3, 2, 1])
    for (a, b) in zip(pieces, pieces.dropFirst()) { #expect(a.points.last == b.points.first) }
    #expect(pieces[0].points.first == Position(0, 0))
    #expect((pieces[2].points.last?.x ?? 300) < 200)
  }

  @Test func leavesOutShreds() {
    // Apart for ten pixels only.
    let slopes = (0...30).map { $0 == 15 ? 0.1 : 1 }
    #expect(ContourPieces.pieces(of: straight(level: 0, slopes: slopes), levels: [1, 2, 3]).isEmpty)
  }

  @Test func drawsASmallRingInOneStrength() {
    let points = [Position(0, 0), Position(30, 0), Position(30, 30), Position(0, 30)]
    let ring = ContourLine(level: 0, points: points, slopes: [0.1, 0.4, 0.1, 0.4], isClosed: true)
    let pieces = ContourPieces.pieces(of: ring, levels: [1, 2])
    #expect(pieces.count == 1 && pieces[0].isClosed)
  }

  @Test func drawsALoneLevelAlways() {
    #expect(ContourPieces.pieces(of: straight(level: 0, slopes: [1e9, 1e9]), levels: [1]).count == 1)
  }
}
