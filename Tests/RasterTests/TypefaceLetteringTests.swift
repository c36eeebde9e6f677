import Testing

@testable import Raster

@Suite struct TypefaceLetteringTests {
  private func text(_ anchor: Text.Anchor = .start, rotation: Double = 0) -> Text {
    Text("step", at: Position(100, 50), anchor: anchor, size: 10, color: Color(0), rotation: rotation)
  }

  @Test func boundsReachFromAscentToDescent() {
    let width = Typeface.width(of: "step", size: 10)
    let box = text().bounds
    #expect(box.minX == 100)
    #expect(abs(box.width - width) < 1e-9)
    #expect(abs(box.minY - (50 - 7.8)) < 1e-9)
    #expect(abs(box.maxY - (50 + 2.2)) < 1e-9)
    #expect(abs(text(.middle).bounds.center.x - 100) < 1e-9)
    #expect(abs(text(.end).bounds.maxX - 100) < 1e-9)
  }

  @Test func boundsTurnClockwise() {
    let width = Typeface.width(of: "step", size: 10)
    let down = text(rotation: 90).bounds
    #expect(abs(down.minY - 50) < 1e-9)
    #expect(abs(down.maxY - (50 + width)) < 1e-9)
    #expect(abs(down.minX - (100 - 2.2)) < 1e-9)
    #expect(abs(down.maxX - (100 + 7.8)) < 1e-9)
    let up = text(.middle, rotation: -90).bounds
    #expect(abs(up.center.y - 50) < 1e-9)
    #expect(abs(up.minX - (100 - 7.8)) < 1e-9)
    let turned = text(rotation: 360).bounds
    #expect(turned == text().bounds)
    let slanted = text(rotation: 45).bounds
    #expect(abs(slanted.width - (width + 10) * 0.5.squareRoot()) < 1e-9)
  }

  @Test(arguments: [0.0, 30, 90, 137, 180, -90], [Text.Anchor.start, .middle, .end])
  func lettersLieWithinTheirBounds(rotation: Double, anchor: Text.Anchor) {
    let text = Text("Hamburg", at: Position(40.3, 60.7), anchor: anchor, size: 12, color: Color(0), rotation: rotation)
    let strokes = text.strokes(scale: 2)[0]
    let box = text.bounds.inset(by: strokes.penWidth / 2 - 0.51)
    for point in strokes.path.subpaths.flatMap(\.points) { #expect(box.contains(point), "\(point)") }
  }

  @Test func uprightTextStartsOnWholePixels() {
    let a = Text("H", at: Position(10.2, 20.3), size: 12, color: Color(0)).strokes(scale: 1)
    let b = Text("H", at: Position(10, 20), size: 12, color: Color(0)).strokes(scale: 1)
    #expect(a == b)
  }

  /// The levels of ink down a column through the bars of an E: three rows of full ink, and white between them.
  @Test(arguments: [10.0, 11, 12], [0.0, 0.3, 0.5, 0.8])
  func levelStrokesFillWholePixels(size: Double, offset: Double) throws {
    let text = Text("E", at: Position(4 + offset, 16 + offset), size: size, color: Color(0))
    let image = try Drawing(width: 20, height: 20, background: Color(0xFFFFFF), elements: [.text(text)]).image(scale: 1)
    let column = (0..<20).map { 255 - Int(image.pixels[$0 * 20 + 8] & 255) }
    #expect(column.filter { $0 > 240 }.count == 3, "\(column)")
    #expect(column.filter { $0 > 30 && $0 <= 240 }.isEmpty, "\(column)")
  }

  @Test func directionsAreExactWhereTheyCanBe() {
    for (degrees, cosine, sine) in [(0.0, 1.0, 0.0), (90, 0, 1), (180, -1, 0), (-90, 0, -1), (450, 0, 1)] {
      #expect(Rotation.direction(degrees: degrees) == (cosine, sine))
    }
    let (c, s) = Rotation.direction(degrees: 30)
    #expect(abs(c - 0.75.squareRoot()) < 1e-12 && abs(s - 0.5) < 1e-12)
    for degrees in stride(from: -400.0, through: 400, by: 7) {
      let (c, s) = Rotation.direction(degrees: degrees)
      #expect(abs(c * c + s * s - 1) < 1e-12)
    }
    #expect(Rotation.direction(degrees: .nan) == (1, 0))
  }
}
