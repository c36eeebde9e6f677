import Raster
import Testing

@testable import Figures

@Suite struct DrawnLinesTests {
  private let box = TurnedBox(Rect(x: 10, y: 10, width: 20, height: 10))

  private func crossings(_ points: [Position], isClosed: Bool = false) -> Int {
    DrawnLines([ContourPiece(points: points, isClosed: isClosed, strength: 3)]).crossings(of: box)
  }

  @Test func countsALineOnce() {
    // Forty chords, of which twenty lie in the box.
    #expect(crossings((0...40).map { Position(Double($0), 15) }) == 1)
    #expect(crossings((0...40).map { Position(Double($0), 25) }) == 0)
  }

  @Test func countsTheWayBack() {
    #expect(crossings([Position(0, 12), Position(50, 12), Position(50, 18), Position(0, 18)]) == 2)
  }

  @Test func countsARingThatBeginsInside() {
    let ring = [
      Position(20, 15), Position(40, 15), Position(40, 40), Position(5, 40), Position(5, 15), Position(15, 15),
    ]
    #expect(crossings(ring, isClosed: true) == 1)
  }

  /// Whether a number is more than the most is always right, and the number where it is not.
  @Test(arguments: 0...5) func countsUpToTheMost(most: Int) {
    let lines = (0..<4).map { line in
      ContourPiece(
        points: (0...40).map { Position(Double($0), 12 + Double(line)) }, isClosed: false, strength: 3)
    }
    let crossings = DrawnLines(lines).crossings(of: box, most: most)
    #expect(crossings == 4 || most < crossings && crossings < 4)
  }

  @Test func countsNothing() {
    #expect(DrawnLines([]).crossings(of: box) == 0)
  }
}
