extension Animation {
  /// An animated PNG (PNG, third edition, 2025) that plays once: 8-bit sRGB, indexed when 255 colours suffice.
  ///
  /// Its image, which is what a program shows that knows nothing of animations, is the last frame and no part of the
  /// animation. The first frame covers the page; each after it only the rectangle that it changes, in which a
  /// transparent colour stands for every pixel that stays. So nothing is disposed of, and frames are blended over what is there.
  ///
  /// Throws as `PNG.encoded` does, and when the page is too large or has no pixels.
  public func encoded(scale: Double, texts: [PNG.Text] = []) throws(RasterError) -> [UInt8] {
    let pixels = try AnimationPixels(self, scale: scale)
    let still = Image(
      width: pixels.page.columns.count, height: pixels.page.rows.count, pixels: pixels.changes.last?[0].pixels ?? [])
    let png = PNG(still, scale: scale, texts: texts)
    try png.checkTexts()
    var palette = FramePalette(still: still)
    let (frames, last) = AnimationFrame.frames(of: pixels, milliseconds: self.frames.map(\.milliseconds), &palette)
    let samples = AnimationSamples(palette, frames)
    let streams = try samples.streams(of: frames)
    return try png.write(
      samples.rows(of: last, width: still.width), palette: palette.colors,
      PNG.Additions(
        transparent: samples.transparent, before: Self.control(frames.count).bytes,
        after: Self.chunks(of: frames, streams)))
  }

  /// The number of frames, and that they are played once.
  private static func control(_ count: Int) -> PNGChunk {
    PNGChunk("acTL", PNGChunk.big(UInt32(count)) + PNGChunk.big(UInt32(1)))
  }

  private static func chunks(of frames: [AnimationFrame], _ streams: [[UInt8]]) -> [UInt8] {
    var number: UInt32 = 0
    return zip(frames, streams).flatMap { frame, stream -> [UInt8] in
      defer { number += 2 }
      let place = [
        frame.rect.columns.count, frame.rect.rows.count, frame.rect.columns.lowerBound, frame.rect.rows.lowerBound,
      ]
      let delay = PNGChunk.big(UInt16(clamping: frame.milliseconds)) + PNGChunk.big(UInt16(1000))
      // Dispose of nothing; blend over, but for the first, which has nothing beneath.
      let operations: [UInt8] = [0, number == 0 ? 0 : 1]
      let control = PNGChunk(
        "fcTL", PNGChunk.big(number) + place.flatMap { PNGChunk.big(UInt32($0)) } + delay + operations)
      return control.bytes + PNGChunk("fdAT", PNGChunk.big(number + 1) + stream).bytes
    }
  }
}

/// How the numbers of colours are written: as indices of a palette, or as RGB with one colour for what is transparent.
private struct AnimationSamples {
  /// The colour for what stays.
  let transparent: UInt32
  private let palette: [UInt32]

  init(_ palette: FramePalette, _ frames: [AnimationFrame]) {
    self.palette = palette.colors
    transparent = palette.colors.first ?? Self.unusedColor(frames)
  }

  /// A colour that no frame has.
  private static func unusedColor(_ frames: [AnimationFrame]) -> UInt32 {
    var used: Set<UInt32> = []
    for frame in frames { used.formUnion(frame.samples) }
    var color: UInt32 = 0xFFFF_00FF
    while used.contains(color) { color -= 1 }
    return color
  }

  func rows(of samples: [UInt32], width: Int) -> Scanlines {
    guard palette.isEmpty else {
      let indices = samples.map { UInt8(truncatingIfNeeded: $0) }
      return Scanlines(IndexedImage(palette: palette, indices: indices), width: width)
    }
    let pixels = samples.map { $0 == 0 ? transparent : $0 }
    return Scanlines(Image(width: width, height: samples.count / max(width, 1), pixels: pixels))
  }

  /// The compressed rows of each frame, on all cores.
  func streams(of frames: [AnimationFrame]) throws(RasterError) -> [[UInt8]] {
    var results = [Result<[UInt8], RasterError>](repeating: .success([]), count: frames.count)
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let results = results
      Workers.all.run(jobs: frames.count, tools: {}) { _, i in
        results[i] = Result { () throws(RasterError) in
          try ZlibStream(rows(of: frames[i].samples, width: frames[i].rect.columns.count).bytes).bytes
        }
      }
    }
    var streams: [[UInt8]] = []
    for result in results { streams.append(try result.get()) }
    return streams
  }
}
