/// Paints bands of a page, one after the other, with memory of its own: one painter a thread.
final class BandPainter {
  /// The most rows in a band. Pixels depend neither on where bands begin nor on the number of threads.
  static let height = 32

  private let page: PixelRect
  private let scale: Double
  private let mask: CoverageMask
  private let scratch: UnsafeMutablePointer<UInt32>

  init(page: PixelRect, scale: Double) {
    self.page = page
    self.scale = scale
    mask = CoverageMask(columns: page.columns.count, rows: Self.height)
    scratch = .allocate(capacity: page.columns.count * Self.height)
  }

  deinit {
    mask.deallocate()
    scratch.deallocate()
  }

  /// Paints layers over a band, whose rows begin at `pixels` and hold what lies beneath.
  ///
  /// When only some columns are wanted, elsewhere the pixels are undefined and there they are the same as when all are.
  func paint(
    _ layers: [Layer], rows: Range<Int>, columns: Range<Int>? = nil, pixels: UnsafeMutablePointer<UInt32>
  ) {
    precondition(rows.count <= Self.height, "a band has at most \(Self.height) rows")
    let top = rows.lowerBound
    // A layer that is not reached is not copied: its references are counted by all workers.
    for place in layers.indices {
      let clip = PixelRect(columns: layers[place].clip.columns, rows: layers[place].clip.rows.clamped(to: rows))
      guard !clip.isEmpty else { continue }
      let own = clip.rows.lowerBound - top..<clip.rows.upperBound - top
      switch layers[place].content {
      case .field(let field): paint(field, top: top, clip: clip, pixels: pixels)
      case .stroke(let stroke, let paint, let index, let rest):
        rest?.copy(rows: clip.rows, columns: columns ?? page.columns, to: mask, top: top)
        let segments = stroke.segments[(rest?.count ?? 0)...]
        index.forEach(reaching: clip.rows) { run in
          let run = run.lowerBound + segments.startIndex..<run.upperBound + segments.startIndex
          for segment in segments[run] where segment.mayReach(clip.rows, columns, radius: stroke.radius) {
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

  private func paint(_ field: Field, top: Int, clip: PixelRect, pixels: UnsafeMutablePointer<UInt32>) {
    let block = Field.Block(clip, scale: scale)
    field.paint(block, scratch, block.columns)
    for row in 0..<block.rows {
      let line = pixels + (clip.rows.lowerBound - top + row) * page.columns.count + clip.columns.lowerBound
      let new = scratch + row * block.columns
      var shared = UInt32.max
      for column in 0..<block.columns { shared &= new[column] }
      if shared >> 24 == 255 {
        line.update(from: new, count: block.columns)
        continue
      }
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
