import LossSurfaces
import Raster

/// The surface of a relief, computed in columns of pixels from front to back.
enum ReliefField {
  static func field(_ surface: ReliefSurface, in rect: Rect) -> Field {
    Field(
      rect: rect, summary: "relief of \(surface.loss.formula)",
      prepare: { whole in
        let pixels = paint(surface, whole)
        return { block, into, stride in
          // Whole rows of the same grid.
          let top = Int(((block.origin.y - whole.origin.y) / whole.pitch).rounded())
          for row in 0..<block.rows {
            let from = (top + row) * whole.columns
            for column in 0..<block.columns { into[row * stride + column] = pixels[from + column] }
          }
        }
      })
  }

  private static func paint(_ surface: ReliefSurface, _ whole: Field.Block) -> [UInt32] {
    let strips = (whole.columns + ReliefStrip.columns - 1) / ReliefStrip.columns
    return [UInt32](unsafeUninitializedCapacity: whole.columns * whole.rows) { buffer, count in
      nonisolated(unsafe) let pixels = buffer.baseAddress!
      Workers.all.run(jobs: strips, tools: { ReliefStrip(surface, whole) }) { strip, index in
        strip.paint(from: index * ReliefStrip.columns, pixels)
      }
      count = whole.columns * whole.rows
    }
  }
}
