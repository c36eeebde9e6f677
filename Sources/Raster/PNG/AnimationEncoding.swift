extension Animation {
  /// An animated PNG (PNG, third edition, 2025) that plays once: 8-bit sRGB, indexed when 255 colours suffice.
  ///
  /// Its image, which is what a program shows that knows nothing of animations, is the last frame and no part of the
  /// animation. The first frame covers the page; each after it only the rectangle that it changes, in which a
  /// transparent colour stands for every pixel that stays. So nothing is disposed of, and frames are blended over what
  /// is there. A frame that changes nothing lengthens the one before.
  ///
  /// Throws as `PNG.encoded` does, and when the page is too large or has no pixels.
  public func encoded(scale: Double, texts: [PNG.Text] = []) throws(RasterError) -> [UInt8] {
    var pixels = try AnimationPixels(self, scale: scale)
    let png = PNG(pixels.still, scale: scale, texts: texts)
    try png.checkTexts()
    var stream = AnimationStream(still: pixels.still)
    for frame in frames {
      guard let patches = pixels.next() else { break }
      try stream.add(patches, milliseconds: frame.milliseconds)
    }
    let chunks = try stream.finish()
    return try png.write(
      stream.stillRows, palette: stream.palette,
      PNG.Additions(transparent: stream.transparent, before: chunks.control.bytes, after: chunks.frames))
  }
}
