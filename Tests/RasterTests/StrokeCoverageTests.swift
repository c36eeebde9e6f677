import Testing

@testable import Raster

@Suite struct StrokeCoverageTests {
  @Test(arguments: [0.25, 0.75, 1, 1.6, 2, 3.6, 12])
  func anUprightLineHasItsWidthExactly(width: Double) {
    for x in [20.0, 20.25, 20.5, 20.8] {
      let line = Path([(x, -50), (x, 50)])
      let coverage = Coverage(line, Stroke(black, width: width), columns: 40, rows: 3)
      #expect(abs(coverage.sum - 3 * width) < 1e-4, "\(x)")
    }
  }

  /// Each row or column that a line crosses has its width's worth of coverage, at every angle: no beads, no lighter diagonals.
  @Test(arguments: [0.5, 0.75, 1, 1.6, 3])
  func aThinLineHasEvenWeightAtAnyAngle(width: Double) {
    for degrees in stride(from: 0.0, to: 180, by: 7.5) {
      let center = Position(30.3, 29.6)
      let line = Path([center.moved(-100, towards: degrees), center.moved(100, towards: degrees)])
      let coverage = Coverage(line, Stroke(black, width: width), columns: 60, rows: 60)
      let (cosine, sine) = Rotation.direction(degrees: degrees)
      let isSteep = abs(sine) > abs(cosine)
      let expected = width / max(abs(sine), abs(cosine))
      for i in 20..<40 {
        let cut = (0..<60).map { isSteep ? coverage[$0, i] : coverage[i, $0] }.reduce(0, +)
        #expect(abs(cut - expected) < 0.002, "\(degrees)° at \(i)")
      }
    }
  }

  @Test(arguments: [1.0, 1.6, 2, 3, 5, 9])
  func aDotIsADisc(width: Double) {
    for at in [Position(10, 10), Position(10.5, 10.5), Position(10.3, 9.8)] {
      let coverage = Coverage(Path([at]), Stroke(black, width: width), columns: 20, rows: 20)
      let area = Double.pi * width * width / 4
      #expect(abs(coverage.sum - area) < 0.06 * area + 0.05, "\(at)")
    }
  }

  @Test func buttCapsEndAtTheEnd() {
    let line = Path([(3, 5.5), (9.5, 5.5)])
    let butt = Coverage(line, Stroke(black, width: 1, cap: .butt), columns: 14, rows: 11)
    #expect((0..<14).map { (butt[$0, 5] * 100).rounded() / 100 } == [0, 0, 0, 1, 1, 1, 1, 1, 1, 0.5, 0, 0, 0, 0])
    #expect(abs(butt.sum - 6.5) < 1e-4)
    let round = Coverage(line, Stroke(black, width: 4, cap: .round), columns: 14, rows: 11)
    #expect(abs(round.sum - (6.5 * 4 + .pi * 4)) < 0.5)
    #expect(round[11, 5] > 0.4 && round[1, 5] > 0.9)
  }

  @Test(arguments: [Stroke.Cap.butt, .round])
  func joinsAreRound(cap: Stroke.Cap) {
    let corner = Path([(5, 35), (20, 20), (35, 35)])
    let coverage = Coverage(corner, Stroke(black, width: 8, cap: cap), columns: 40, rows: 40)
    // The outer edge of the join lies half the width above the corner, where a mitre would reach 5.7 and a bevel 2.8.
    #expect(coverage[20, 16] > 0.7 && coverage[20, 15] < 0.15)
    #expect(coverage[20, 20] > 0.999)
  }

  @Test func hairpinIsNoLongerThanACap() {
    let pin = Path([(5, 10), (20, 10.2), (5, 10.4)])
    let cap = Path([(5, 10), (20, 10.2)])
    let folded = Coverage(pin, Stroke(black, width: 2), columns: 30, rows: 20)
    let single = Coverage(cap, Stroke(black, width: 2), columns: 30, rows: 20)
    for column in 20..<30 { #expect(abs(folded[column, 10] - single[column, 10]) < 0.05) }
  }

  /// A line in a thousand pieces, there and back, is the line in one.
  @Test func overlapDoesNotDarken() {
    let whole = Path([(5, 8.3), (55, 20.9)])
    let pieces = (0...1000).map { Position(5 + 50 * Double($0) / 1000, 8.3 + 12.6 * Double($0) / 1000) }
    let (a, b) = (
      Coverage(whole, Stroke(black, width: 1.6), columns: 60, rows: 30),
      Coverage(Path(pieces + pieces.reversed()), Stroke(black, width: 1.6), columns: 60, rows: 30)
    )
    #expect(zip(a.pixels, b.pixels).allSatisfy { abs($0 - $1) < 0.02 })
  }

  @Test func aFineCircleIsAsHeavyAsItsLength() {
    for width in [0.75, 1.6, 4] {
      let circle = Path.circle(center: Position(30.4, 30.7), radius: 20)
      let coverage = Coverage(circle, Stroke(black, width: width), columns: 60, rows: 60)
      #expect(abs(coverage.sum / (2 * .pi * 20 * width) - 1) < 0.01)
    }
  }

  @Test func theClosingCornerIsLikeTheOthers() {
    let square = Path.rectangle(Rect(x: 4.5, y: 4.5, width: 10, height: 10))
    let coverage = Coverage(square, Stroke(black, width: 1, cap: .butt), columns: 20, rows: 20)
    let corners = [coverage[4, 4], coverage[14, 4], coverage[14, 14], coverage[4, 14]]
    #expect(corners.allSatisfy { abs($0 - corners[0]) < 1e-4 && $0 > 0.75 }, "\(corners)")
  }

  @Test func hairlineIsOnePixel() {
    let line = Path([(-5, 5.5), (25, 5.5)])
    #expect(Coverage(line, Stroke(black, width: 0), columns: 20, rows: 11).sum == 20)
    #expect(Coverage(line, Stroke(black, width: -1), columns: 20, rows: 11).sum == 0)
    #expect(Coverage(line, Stroke(black, width: .nan), columns: 20, rows: 11).sum == 0)
    #expect(Coverage(line, Stroke(black, width: .infinity), columns: 20, rows: 11).pixels.allSatisfy { $0 == 1 })
  }

  /// What is far outside leaves what is inside as it is.
  @Test(arguments: [1e3, 1e5, 1e9, 1e15, 1e300, .infinity])
  func farCoordinates(far: Double) {
    let near = Coverage(Path([(-200, 10.25), (200, 10.25)]), Stroke(black, width: 1.6), columns: 20, rows: 20)
    let line = Coverage(Path([(-far, 10.25), (far, 10.25)]), Stroke(black, width: 1.6), columns: 20, rows: 20)
    #expect(zip(near.pixels, line.pixels).allSatisfy { abs($0 - $1) < 1e-3 })
    let zigzag = Path([(10, 10), (far, far), (-far, far), (far, -far), (10, 10)])
    let coverage = Coverage(zigzag, Stroke(black, width: 1.6), columns: 20, rows: 20)
    #expect(coverage[15, 15] > 0.9)
    #expect(coverage.pixels.allSatisfy { (0...1.0001).contains($0) })
  }

  @Test func aPointThatIsNowhereLeavesAGap() {
    let path = Path([(2, 5.5), (6, 5.5), (.nan, 5.5), (12, 5.5), (16, 5.5)], isClosed: true)
    let coverage = Coverage(path, Stroke(black, width: 1, cap: .butt), columns: 20, rows: 11)
    #expect(abs(coverage.sum - 8) < 1e-4)
    #expect(coverage[9, 5] == 0)
  }

  @Test func pathsWithoutLength() {
    let dot = Path([(5, 5), (5, 5), (5, 5)], isClosed: true)
    #expect(Coverage(dot, Stroke(black, width: 4, cap: .round), columns: 10, rows: 10).sum > 11)
    #expect(Coverage(dot, Stroke(black, width: 4, cap: .butt), columns: 10, rows: 10).sum == 0)
    #expect(Coverage(Path([]), Stroke(black, width: 4), columns: 10, rows: 10).sum == 0)
    #expect(Coverage(Path([.init([])]), Stroke(black, width: 4), columns: 10, rows: 10).sum == 0)
  }
}
