import Testing

@testable import Raster

@Suite struct ChangesTests {
  private static let page = PixelRect(columns: 0..<200, rows: 0..<100)

  private func rects(_ old: [Drawing.Element], _ new: [Drawing.Element]) -> [PixelRect] {
    func sources(_ elements: [Drawing.Element]) -> [Layer.Source] {
      Layer.sources(of: elements, scale: 1, clip: Self.page)
    }
    return Changes(from: sources(old), to: sources(new), scale: 1).rects
  }

  private static func dot(_ x: Double, _ y: Double) -> Drawing.Element {
    .fill(.circle(center: Position(x, y), radius: 4), black)
  }

  private static func line(_ points: [(Double, Double)], width: Double = 2) -> Drawing.Element {
    .stroke(Path(points), Stroke(black, width: width))
  }

  @Test func nothingChanges() {
    let elements = [
      Self.dot(20, 20), Self.line([(0, 0), (50, 50)]), .text(Text("a", at: Position(9, 9), size: 9, color: black)),
    ]
    #expect(rects(elements, elements).isEmpty)
    #expect(rects([], []).isEmpty)
  }

  /// What comes or goes between others changes the page where it stands.
  @Test func comeAndGone() {
    let (a, b, c) = (Self.dot(20, 20), Self.dot(100, 50), Self.dot(180, 80))
    for (old, new) in [([a, c], [a, b, c]), ([a, b, c], [a, c])] {
      #expect(rects(old, new) == [PixelRect(columns: 93..<107, rows: 43..<57)])
    }
    #expect(rects([a], [c]).count == 2)
    #expect(rects([a, b, c], []).count == 3)
  }

  /// Of a line that grows only the new part, from the last point in common.
  @Test func growth() {
    let short = Self.line([(10, 10), (20, 10), (30, 10)])
    let long = Self.line([(10, 10), (20, 10), (30, 10), (40, 30)])
    let tail = PixelRect(columns: 26..<44, rows: 6..<34)
    #expect(rects([short], [long]) == [tail])
    #expect(rects([long], [short]) == [tail])
    // In another pen all of it has changed.
    let wide = Self.line([(10, 10), (20, 10), (30, 10), (40, 30)], width: 4)
    #expect(rects([short], [wide]) == [PixelRect(columns: 5..<45, rows: 5..<35)])
  }

  /// Rectangles that meet become one, so that no pixel is painted twice.
  @Test func rectanglesAreApart() {
    let all = rects([], [Self.dot(20, 20), Self.dot(40, 20), Self.dot(30, 20)])
    #expect(all == [PixelRect(columns: 13..<47, rows: 13..<27)])
  }

  @Test func whatIsNowhereChangesNothing() {
    let nowhere = Drawing.Element.fill(.circle(center: Position(.nan, 3), radius: 4), black)
    #expect(rects([], [nowhere]).isEmpty)
    #expect(rects([], [Self.line([(.nan, .nan), (.infinity, .nan)])]).allSatisfy { $0.columns.count <= 200 })
    #expect(rects([], [Self.dot(1e300, 1e300)]).isEmpty)
  }
}
