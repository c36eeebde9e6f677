import Synchronization
import Testing

@testable import Raster

@Suite struct FieldTests {
  /// A field that is prepared is asked once, with the block of all pixels that are seen, and paints the same.
  @Test(arguments: [1, 4]) func isPreparedOnce(_ workers: Int) throws {
    let calls = Atomic(0)
    let clip = Rect(x: 20, y: 10, width: 50, height: 70)
    let rect = Rect(x: 10, y: 5, width: 100, height: 80)
    func drawing(_ field: Field) -> Drawing {
      Drawing(width: 120, height: 90, background: white, elements: [.clipped(clip, [.field(field)])])
    }
    let prepared = Field(rect: rect, summary: "") { whole in
      calls.add(1, ordering: .relaxed)
      #expect(whole.columns == 100 && whole.rows == 140 && whole.origin == Position(20.25, 10.25))
      return paint
    }
    let plain = Field(rect: rect, summary: "", paint: paint)
    let pixels = try drawing(prepared).image(scale: 2, workers: Workers(count: workers)).pixels
    #expect(pixels == (try drawing(plain).image(scale: 2).pixels))
    #expect(calls.load(ordering: .relaxed) == 1)
  }

  @Test func isNotPreparedUnseen() throws {
    let field = Field(rect: Rect(x: 200, y: 0, width: 9, height: 9), summary: "") { _ in
      Issue.record("nothing of it is seen")
      return paint
    }
    _ = try Drawing(width: 20, height: 20, background: white, elements: [.field(field)]).image(scale: 1)
  }
}

/// A colour for each place on the page.
private let paint: Field.Painter = { block, pixels, stride in
  for row in 0..<block.rows {
    for column in 0..<block.columns {
      let (x, y) = (block.origin.x + Double(column) * block.pitch, block.origin.y + Double(row) * block.pitch)
      pixels[row * stride + column] = UInt32(x * 2) | UInt32(y * 2) << 8 | 0xFF00_0000
    }
  }
}
