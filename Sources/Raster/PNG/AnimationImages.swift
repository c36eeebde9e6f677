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
  private var pixels: AnimationPixels
  private var canvas: Image

  init(_ pixels: AnimationPixels) {
    self.pixels = pixels
    canvas = pixels.still
  }

  public mutating func next() -> Image? {
    guard let patches = pixels.next() else { return nil }
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
