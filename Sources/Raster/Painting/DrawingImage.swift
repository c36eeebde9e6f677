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
    try Page(self, scale: scale, workers: workers).image(of: elements, over: background)
  }
}
