extension Animation {
  /// The pixels of every frame, one after the other.
  ///
  /// Throws when the page is too large or has no pixels.
  public func images(scale: Double) throws(RasterError) -> AnimationImages {
    AnimationImages(try AnimationPixels(self, scale: scale))
  }
}

/// The whole pictures of an animation, each made from the one before.
public struct AnimationImages: Sequence, IteratorProtocol {
  private var canvas: Image
  private var changes: ArraySlice<[Patch]>

  init(_ pixels: AnimationPixels) {
    let (columns, rows) = (pixels.page.columns.count, pixels.page.rows.count)
    canvas = Image(width: columns, height: rows, pixels: [UInt32](repeating: 0xFF00_0000, count: columns * rows))
    changes = pixels.changes[...]
  }

  public mutating func next() -> Image? {
    guard let patches = changes.popFirst() else { return nil }
    for patch in patches {
      let width = patch.rect.columns.count
      for (index, row) in patch.rect.rows.enumerated() {
        let start = row * canvas.width + patch.rect.columns.lowerBound
        canvas.pixels.replaceSubrange(
          start..<start + width, with: patch.pixels[index * width..<(index + 1) * width])
      }
    }
    return canvas
  }
}
