/// The frames of an animation on their way to chunks: compressed some at a time, on all cores.
struct AnimationStream {
  /// So many pixels wait before they are compressed.
  private static let batchSize = 1 << 20

  private var colors: FramePalette
  private let width: Int
  /// The numbers of the colours that are seen now; 0 where there is nothing yet.
  private var canvas: [UInt32]
  private var waiting: [AnimationFrame] = []
  private var chunks: [UInt8] = []
  private var frameCount: UInt32 = 0

  init(still: Image) {
    colors = FramePalette(still: still)
    width = still.width
    canvas = [UInt32](repeating: 0, count: still.pixels.count)
  }

  /// The colours of the palette, the first for what is transparent; empty for RGB.
  var palette: [UInt32] { colors.colors }
  /// The colour that stands for pixels that stay.
  var transparent: UInt32 { colors.transparent }
  /// The rows of what is seen after the last frame.
  var stillRows: Scanlines { colors.rows(of: canvas, width: width) }

  /// Takes what a frame changes.
  mutating func add(_ patches: [Patch], milliseconds: Int) throws(RasterError) {
    guard let frame = AnimationFrame(patches, milliseconds, &canvas, width: width, &colors) else {
      // The first frame changes every pixel, so that there is one; the last is not yet written.
      waiting[waiting.count - 1].milliseconds += milliseconds
      return
    }
    if waiting.reduce(0, { $0 + $1.samples.count }) >= Self.batchSize { try write() }
    waiting.append(frame)
  }

  /// The chunk that stands before the image, and those of the frames, which stand after it.
  mutating func finish() throws(RasterError) -> (control: PNGChunk, frames: [UInt8]) {
    try write()
    // Played once.
    return (PNGChunk("acTL", PNGChunk.big(frameCount) + PNGChunk.big(UInt32(1))), chunks)
  }

  private mutating func write() throws(RasterError) {
    let frames = waiting
    waiting = []
    var results = [Result<[UInt8], RasterError>](repeating: .success([]), count: frames.count)
    results.withUnsafeMutableBufferPointer { results in
      nonisolated(unsafe) let results = results
      Workers.all.run(jobs: frames.count) { [self] i in
        results[i] = Result { () throws(RasterError) in
          try ZlibStream(
            colors.rows(of: frames[i].samples, width: frames[i].rect.columns.count).bytes, isThorough: true
          ).bytes
        }
      }
    }
    for (frame, result) in zip(frames, results) {
      let number = 2 * frameCount
      chunks += frame.control(number: number).bytes
      chunks += PNGChunk("fdAT", PNGChunk.big(number + 1) + (try result.get())).bytes
      frameCount += 1
    }
  }

}

extension AnimationFrame {
  /// The chunk that says where the frame stands and how long.
  fileprivate func control(number: UInt32) -> PNGChunk {
    let place = [rect.columns.count, rect.rows.count, rect.columns.lowerBound, rect.rows.lowerBound]
    let delay = PNGChunk.big(UInt16(clamping: milliseconds)) + PNGChunk.big(UInt16(1000))
    // Dispose of nothing; blend over, but for the first, which has nothing beneath.
    let operations: [UInt8] = [0, number == 0 ? 0 : 1]
    return PNGChunk(
      "fcTL", PNGChunk.big(number) + place.flatMap { PNGChunk.big(UInt32($0)) } + delay + operations)
  }
}
