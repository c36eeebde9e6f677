extension Drawing {
  /// The most pixels that a side, and the whole, may have.
  public static let largestSide = 16_384
  public static let mostPixels = 100_000_000

  /// Paints the drawing at `scale` device pixels per CSS pixel, on all cores; the sides are rounded to whole pixels.
  ///
  /// Throws when a side would be longer than 16,384 pixels, the whole larger than 10⁸, or nothing.
  public func image(scale: Double) throws(RasterError) -> Image { try image(scale: scale, workers: .all) }

  /// The same pixels with any number of workers.
  func image(scale: Double, workers: Workers) throws(RasterError) -> Image {
    let (columns, rows) = try pageSize(scale: scale)
    let page = PixelRect(columns: 0..<columns, rows: 0..<rows)
    let layers = layers(scale: scale, page: page, workers: workers)
    let background = background.packed | 0xFF00_0000
    let pixels = [UInt32](unsafeUninitializedCapacity: columns * rows) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      workers.run(
        jobs: (rows + BandPainter.height - 1) / BandPainter.height,
        tools: { BandPainter(layers: layers, page: page, scale: scale) }, finish: { $0.deallocate() }
      ) { painter, band in
        let top = band * BandPainter.height
        let start = base + top * columns
        start.initialize(repeating: background, count: min(BandPainter.height, rows - top) * columns)
        painter.paint(band: band, pixels: start)
      }
      count = columns * rows
    }
    return Image(width: columns, height: rows, pixels: pixels)
  }

  private func pageSize(scale: Double) throws(RasterError) -> (columns: Int, rows: Int) {
    let (columns, rows) = ((width * scale).rounded(), (height * scale).rounded())
    guard columns >= 1 && rows >= 1 else {
      throw RasterError("a picture of \(width)×\(height) at scale \(scale) has no pixels")
    }
    let limit = Double(Drawing.largestSide)
    guard columns <= limit && rows <= limit else {
      throw RasterError("a picture of \(columns)×\(rows) pixels is too large: at most 16,384 pixels a side")
    }
    guard columns * rows <= Double(Drawing.mostPixels) else {
      throw RasterError("a picture of \(Int(columns))×\(Int(rows)) pixels is too large: at most 100,000,000 pixels")
    }
    return (Int(columns), Int(rows))
  }

  private func layers(scale: Double, page: PixelRect, workers: Workers) -> [Layer] {
    let sources = Layer.sources(of: elements, scale: scale, clip: page).map { $0.prepared(scale: scale) }
    guard !sources.isEmpty else { return [] }
    let parts = [[Layer]](unsafeUninitializedCapacity: sources.count) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      workers.run(jobs: sources.count, tools: {}) { _, i in
        (base + i).initialize(to: Layer.layers(of: sources[i], scale: scale))
      }
      count = sources.count
    }
    return parts.flatMap { $0 }
  }
}
