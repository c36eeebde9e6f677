/// Paints bands of a page, one after the other, with memory of its own: one painter a thread.
struct BandPainter {
  /// Rows in a band. It does not depend on the number of threads, nor do the pixels.
  static let height = 32

  private let layers: [Layer]
  private let page: PixelRect
  private let scale: Double
  private let mask: CoverageMask
  private let scratch: UnsafeMutablePointer<UInt32>

  init(layers: [Layer], page: PixelRect, scale: Double) {
    self.layers = layers
    self.page = page
    self.scale = scale
    mask = CoverageMask(columns: page.columns.count, rows: Self.height)
    scratch = .allocate(capacity: page.columns.count * Self.height)
  }

  func deallocate() {
    mask.deallocate()
    scratch.deallocate()
  }

  /// Paints all layers over the band's rows, which begin at `pixels` and hold the background.
  func paint(band: Int, pixels: UnsafeMutablePointer<UInt32>) {
    let top = band * Self.height
    let rows = top..<min(top + Self.height, page.rows.upperBound)
    for layer in layers {
      let clip = PixelRect(columns: layer.clip.columns, rows: layer.clip.rows.clamped(to: rows))
      guard !clip.isEmpty else { continue }
      let own = clip.rows.lowerBound - top..<clip.rows.upperBound - top
      switch layer.content {
      case .field(let field, let rect): paint(field, rect, top: top, clip: clip, pixels: pixels)
      case .stroke(let stroke, let paint, let index):
        index.forEach(reaching: clip.rows) { run in
          for segment in stroke.segments[run] {
            StrokeCoverage(segment, radius: stroke.radius).add(to: mask, top: top, clip: clip)
          }
        }
        mask.composeStroke(
          paint, pixels: pixels, width: page.columns.count, columns: clip.columns, rows: own)
      case .fill(let fill, let paint, let index):
        index.forEach(reaching: clip.rows) { run in
          for edge in fill.edges[run] { mask.add(edge, top: top, clip: clip) }
        }
        mask.composeFill(paint, pixels: pixels, width: page.columns.count, columns: clip.columns, rows: own)
      }
    }
  }

  private func paint(
    _ field: Field, _ rect: PixelRect, top: Int, clip: PixelRect, pixels: UnsafeMutablePointer<UInt32>
  ) {
    let block = Field.Block(clip, scale: scale)
    field.paint(block, scratch, block.columns)
    for row in 0..<block.rows {
      let line = pixels + (clip.rows.lowerBound - top + row) * page.columns.count + clip.columns.lowerBound
      let new = scratch + row * block.columns
      for column in 0..<block.columns {
        let alpha = new[column] >> 24
        if alpha == 255 {
          line[column] = new[column]
        } else if alpha > 0 {
          Paint.blend(new[column], over: &line[column], opacity: alpha)
        }
      }
    }
  }
}

extension Field.Block {
  /// The grid of the centres of pixels.
  init(_ pixels: PixelRect, scale: Double) {
    self.init(
      origin: Position(
        (Double(pixels.columns.lowerBound) + 0.5) / scale, (Double(pixels.rows.lowerBound) + 0.5) / scale),
      pitch: 1 / scale, columns: pixels.columns.count, rows: pixels.rows.count)
  }
}
