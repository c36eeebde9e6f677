import Testing

@testable import Raster

@Suite struct LayerTests {
  private let page = PixelRect(columns: 0..<200, rows: 0..<200)

  private func layers(_ element: Drawing.Element) -> [Layer] {
    Layer.sources(of: [element], scale: 1, clip: page).flatMap { Layer.layers(of: $0, scale: 1) }
  }

  /// Bands elsewhere pass over a layer: it is clipped to the rows in which it has ink, and to hardly more.
  @Test func layerIsClippedToTheRowsItReaches() throws {
    let ink = Color(0)
    let line = Path([(10, 50.25), (150, 60.75)])
    let stroke = try #require(layers(.stroke(line, Stroke(ink, width: 3))).first)
    #expect(stroke.clip.rows.lowerBound <= 48 && stroke.clip.rows.lowerBound >= 46)
    #expect(stroke.clip.rows.upperBound >= 63 && stroke.clip.rows.upperBound <= 65)
    let fill = try #require(layers(.fill(.rectangle(Rect(x: 5, y: 20.5, width: 9, height: 30)), ink)).first)
    #expect(fill.clip == PixelRect(columns: page.columns, rows: 20..<51))
  }

  @Test func whatLiesBeyondThePageMakesNoLayer() {
    for y in [-50.0, 260] {
      #expect(layers(.stroke(Path([(10, y), (150, y)]), Stroke(Color(0), width: 3))).isEmpty)
      #expect(layers(.fill(.rectangle(Rect(x: 5, y: y, width: 9, height: 9)), Color(0))).isEmpty)
    }
  }
}
