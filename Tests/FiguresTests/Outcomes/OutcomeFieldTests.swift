import Optimization
import Testing

@testable import Figures
@testable import Raster

@Suite struct OutcomeFieldTests {
  static let black = Color(0x000000)
  static let white = Color(0xFFFFFF)

  /// Paints at a pitch and gives the rows, top first.
  static func pixels(_ field: OutcomeField, columns: Int, rows: Int, pitch: Double) -> [[UInt32]] {
    var pixels = [UInt32](repeating: 0, count: columns * rows)
    let block = Field.Block(
      origin: Position(field.rect.x + pitch / 2, field.rect.y + pitch / 2), pitch: pitch, columns: columns, rows: rows)
    pixels.withUnsafeMutableBufferPointer { field.field.paint(block, $0.baseAddress!, columns) }
    return (0..<rows).map { Array(pixels[$0 * columns..<($0 + 1) * columns]) }
  }

  @Test func theLowestRowIsAtTheBottom() {
    let field = OutcomeField(
      rect: Rect(x: 3, y: 5, width: 2, height: 2), columns: 2, rows: 2,
      colors: [Self.black, Self.white, Self.white, Self.white])
    let (black, white) = (Self.black.packed, Self.white.packed)
    #expect(Self.pixels(field, columns: 2, rows: 2, pitch: 1) == [[white, white], [black, white]])
  }

  /// A pixel over several cells has their mean; one over a border, by how much it covers.
  @Test func pixelsHaveTheMeanOfWhatTheyCover() {
    let four = OutcomeField(
      rect: Rect(x: 0, y: 0, width: 1, height: 1), columns: 2, rows: 2,
      colors: [Self.black, Self.white, Self.white, Self.black])
    #expect(Self.pixels(four, columns: 1, rows: 1, pitch: 1) == [[Color(0x808080).packed]])
    let two = OutcomeField(
      rect: Rect(x: 0, y: 0, width: 3, height: 1), columns: 2, rows: 1, colors: [Self.black, Self.white])
    #expect(
      Self.pixels(two, columns: 3, rows: 1, pitch: 1)
        == [[Self.black.packed, Color(0x808080).packed, Self.white.packed]])
  }

  @Test func asAreasRunsOfEqualCellsAreOne() {
    let field = OutcomeField(
      rect: Rect(x: 0, y: 0, width: 4, height: 2), columns: 4, rows: 1,
      colors: [Self.black, Self.black, Self.white, Self.black])
    #expect(field.field.regions?().map(\.color) == [Self.black, Self.white, Self.black])
  }

  @Test func sharesAreRoundedHonestly() {
    #expect(OutcomeLegend.share(1, of: 10_000) == "< 1 %")
    #expect(OutcomeLegend.share(9_999, of: 10_000) == "> 99 %")
    #expect(OutcomeLegend.share(10_000, of: 10_000) == "100 %")
    #expect(OutcomeLegend.share(3_749, of: 10_000) == "37 %")
    #expect(OutcomeLegend.share(199, of: 200) == "> 99 %")
  }

  /// Losses at the end of all numbers have shades.
  @Test func shadesOfExtremeLosses() {
    let outcomes = [1e300, 1.7e308, -1.7e308, 3].map { Outcome(kind: .descending, loss: $0) }
    for show in [OutcomeShow.finalLoss, .steps] {
      #expect(OutcomeShades(outcomes, minima: 0, show: show).colors.count == 4)
    }
  }
}
