/// A drawing's page in device pixels, on which elements are painted by several workers.
struct Page {
  let rect: PixelRect
  let scale: Double
  let workers: Workers

  /// Throws when a side would be longer than 16,384 pixels, the whole larger than 10⁸, or nothing.
  init(_ drawing: Drawing, scale: Double, workers: Workers) throws(RasterError) {
    let (columns, rows) = ((drawing.width * scale).rounded(), (drawing.height * scale).rounded())
    guard columns >= 1 && rows >= 1 else {
      throw RasterError("a picture of \(drawing.width)×\(drawing.height) at scale \(scale) has no pixels")
    }
    let limit = Double(Drawing.largestSide)
    guard columns <= limit && rows <= limit else {
      throw RasterError("a picture of \(columns)×\(rows) pixels is too large: at most 16,384 pixels a side")
    }
    guard columns * rows <= Double(Drawing.mostPixels) else {
      throw RasterError("a picture of \(Int(columns))×\(Int(rows)) pixels is too large: at most 100,000,000 pixels")
    }
    rect = PixelRect(columns: 0..<Int(columns), rows: 0..<Int(rows))
    self.scale = scale
    self.workers = workers
  }

  /// Elements over a background.
  func image(of elements: [Drawing.Element], over background: Color) -> Image {
    let color = background.packed | 0xFF00_0000
    return image(of: elements) { _, row in row.initialize(repeating: color) }
  }

  /// Elements over an image of the page's size.
  func image(of elements: [Drawing.Element], over ground: Image) -> Image {
    image(of: elements) { y, row in
      ground.pixels.withUnsafeBufferPointer { pixels in
        _ = row.initialize(fromContentsOf: pixels[y * row.count..<(y + 1) * row.count])
      }
    }
  }

  /// Elements over rows that `prepare` fills.
  private func image(
    of elements: [Drawing.Element], _ prepare: @Sendable (Int, UnsafeMutableBufferPointer<UInt32>) -> Void
  ) -> Image {
    let layers = layers(of: Layer.sources(of: elements, scale: scale, clip: rect).map { $0.prepared(scale: scale) })
    let (columns, rows) = (rect.columns.count, rect.rows.count)
    let pixels = [UInt32](unsafeUninitializedCapacity: columns * rows) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      workers.run(
        jobs: (rows + BandPainter.height - 1) / BandPainter.height,
        tools: { BandPainter(page: rect, scale: scale) }
      ) { painter, band in
        let band = band * BandPainter.height..<min((band + 1) * BandPainter.height, rows)
        for row in band {
          prepare(row, UnsafeMutableBufferPointer(start: base + row * columns, count: columns))
        }
        painter.paint(layers, rows: band, pixels: base + band.lowerBound * columns)
      }
      count = columns * rows
    }
    return Image(width: columns, height: rows, pixels: pixels)
  }

  private func layers(of sources: [Layer.Source]) -> [Layer] {
    guard !sources.isEmpty else { return [] }
    let parts = [[Layer]](unsafeUninitializedCapacity: sources.count) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      workers.run(jobs: sources.count) { i in
        (base + i).initialize(to: Layer.layers(of: sources[i], scale: scale))
      }
      count = sources.count
    }
    return parts.flatMap { $0 }
  }
}
