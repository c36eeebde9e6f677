/// The pixels of an animation: the ground is painted once, and over it, for each frame, only the rectangles in which it may
/// differ from the frame before.
struct AnimationPixels {
  let page: PixelRect
  /// What each frame changes. The first and the last change the whole page: the last is the finished picture.
  let changes: [[Patch]]

  /// Throws when the page is too large or has no pixels.
  init(_ animation: Animation, scale: Double, workers: Workers = .all) throws(RasterError) {
    let page = try Page(animation.ground, scale: scale, workers: workers)
    let ground = page.image(of: animation.ground.elements, over: animation.ground.background)
    let sources = animation.frames.map { Layer.sources(of: $0.elements, scale: scale, clip: page.rect) }
    func whole(_ frame: Animation.Frame) -> [Patch] {
      [Patch(rect: page.rect, pixels: page.image(of: frame.elements, over: ground).pixels)]
    }
    let last = sources.count - 1
    var changes = [[Patch]](repeating: [], count: sources.count)
    changes.withUnsafeMutableBufferPointer { changes in
      nonisolated(unsafe) let changes = changes
      workers.run(
        jobs: max(0, last - 1), tools: { FramePainter(page) }, finish: { $0.deallocate() }
      ) { painter, i in
        let rects = Changes(from: sources[i], to: sources[i + 1], scale: scale).rects
        changes[i + 1] = page.patches(
          rects, of: sources[i + 1], over: ground, painter: painter.bands, scratch: painter.scratch)
      }
    }
    changes[0] = whole(animation.frames[0])
    if last > 0 { changes[last] = whole(animation.frames[last]) }
    self.page = page.rect
    self.changes = changes
  }
}

/// What a worker needs to paint frames.
private struct FramePainter {
  let bands: BandPainter
  /// Rows of the page.
  let scratch: UnsafeMutablePointer<UInt32>

  init(_ page: Page) {
    bands = BandPainter(page: page.rect, scale: page.scale)
    let count = page.rect.columns.count * BandPainter.height
    scratch = .allocate(capacity: count)
    scratch.initialize(repeating: 0xFF00_0000, count: count)
  }

  func deallocate() {
    bands.deallocate()
    scratch.deallocate()
  }
}
