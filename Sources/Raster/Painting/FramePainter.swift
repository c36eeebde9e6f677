/// Paints frame after frame where each differs from the one before; what has not changed is made ready only once.
struct FramePainter {
  /// An element of a frame, with what is made ready of it when it is first painted.
  private struct Item {
    var source: Layer.Source
    var extent: PixelRect
    var layers: [Layer]?
  }

  /// Fewer pixels are painted faster by one worker.
  private static let smallArea = 1 << 15

  private let page: Page
  private let own: BandTools
  private var items: [Item] = []

  init(page: Page) {
    self.page = page
    own = BandTools(page)
  }

  /// The rectangles in which elements may differ from those before, with the pixels of all elements over the ground: the
  /// same as in the whole picture.
  mutating func patches(of elements: [Drawing.Element], over ground: Image) -> [Patch] {
    let sources = Layer.sources(of: elements, scale: page.scale, clip: page.rect)
    let changes = Changes(from: items.map(\.source), to: sources, scale: page.scale)
    let old = items
    items = sources.enumerated().map { index, source in
      changes.kept[index].map { old[$0] }
        ?? Item(source: source, extent: Extent(of: source.element).pixels(scale: page.scale, within: source.clip))
    }
    prepare(within: changes.rects) { index in changes.grown[index].flatMap { old[$0].layers?.first } }
    return changes.rects.map { rect in patch(rect, over: ground) }
  }

  /// Makes elements ready that are seen in some of the rectangles; `origin` tells from what a line grew.
  private mutating func prepare(within rects: [PixelRect], _ origin: (Int) -> Layer?) {
    let missing = items.indices.filter { index in
      items[index].layers == nil && rects.contains { $0.overlaps(items[index].extent) }
    }
    for index in missing {
      var layers = Layer.layers(of: items[index].source, scale: page.scale)
      if let origin = origin(index), layers.count == 1 { layers[0] = layers[0].grown(from: origin, on: page.rect) }
      items[index].layers = layers
    }
  }

  private func patch(_ rect: PixelRect, over ground: Image) -> Patch {
    let layers = items.filter { $0.extent.overlaps(rect) }.flatMap { $0.layers ?? [] }
    let bands = stride(from: rect.rows.lowerBound, to: rect.rows.upperBound, by: BandPainter.height).map { top in
      top..<min(top + BandPainter.height, rect.rows.upperBound)
    }
    let pixels = [UInt32](unsafeUninitializedCapacity: rect.count) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress!
      @Sendable func paint(_ tools: BandTools, _ band: Range<Int>) {
        let start = base + (band.lowerBound - rect.rows.lowerBound) * rect.columns.count
        tools.paint(layers, PixelRect(columns: rect.columns, rows: band), over: ground, into: start)
      }
      if rect.count < Self.smallArea {
        for band in bands { paint(own, band) }
      } else {
        page.workers.run(jobs: bands.count, tools: { BandTools(page) }) { tools, band in paint(tools, bands[band]) }
      }
      count = rect.count
    }
    return Patch(rect: rect, pixels: pixels)
  }
}

/// What one worker needs to paint parts of bands.
private final class BandTools: @unchecked Sendable {
  private let painter: BandPainter
  /// Rows of the page.
  private let scratch: UnsafeMutablePointer<UInt32>
  private let width: Int

  init(_ page: Page) {
    painter = BandPainter(page: page.rect, scale: page.scale)
    width = page.rect.columns.count
    scratch = .allocate(capacity: width * BandPainter.height)
    scratch.initialize(repeating: 0xFF00_0000, count: width * BandPainter.height)
  }

  deinit {
    scratch.deallocate()
  }

  /// Paints layers over a part of the ground of at most the rows of a band.
  func paint(_ layers: [Layer], _ rect: PixelRect, over ground: Image, into pixels: UnsafeMutablePointer<UInt32>) {
    let (left, count) = (rect.columns.lowerBound, rect.columns.count)
    ground.pixels.withUnsafeBufferPointer { ground in
      for (index, row) in rect.rows.enumerated() {
        (scratch + index * width + left).update(from: ground.baseAddress! + row * width + left, count: count)
      }
    }
    painter.paint(layers, rows: rect.rows, columns: rect.columns, pixels: scratch)
    for index in 0..<rect.rows.count {
      (pixels + index * count).initialize(from: scratch + index * width + left, count: count)
    }
  }
}
