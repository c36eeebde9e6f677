import Testing

@testable import Raster

/// An animated PNG taken apart byte by byte: each frame's data is put into a PNG of its own, which the decoder of still
/// pictures reads.
struct DecodedAnimation {
  struct Frame {
    var columns: Range<Int>
    var rows: Range<Int>
    var milliseconds: Int
    var disposal: UInt8
    var blending: UInt8
    /// nil where a pixel is transparent.
    var pixels: [UInt32?]
  }

  /// The types of all chunks, in order.
  private(set) var types: [String] = []
  private(set) var frames: [Frame] = []
  let still: Image
  let plays: UInt32
  let frameCount: UInt32
  /// Of all chunks of control and data, in order.
  private(set) var sequence: [UInt32] = []

  init(_ bytes: [UInt8]) throws {
    let chunks = Self.chunks(bytes)
    types = chunks.map(\.type)
    let control = try #require(chunks.first { $0.type == "acTL" }).data
    (frameCount, plays) = (Self.number(control[0..<4]), Self.number(control[4..<8]))
    still = try PNG(decoding: bytes).image
    let header = try #require(chunks.first).data
    let palette = chunks.filter { ["PLTE", "tRNS"].contains($0.type) }.map { ($0.type, $0.data) }
    var waiting: [UInt8]?
    for chunk in chunks where ["fcTL", "fdAT"].contains(chunk.type) {
      sequence.append(Self.number(chunk.data[0..<4]))
      guard chunk.type == "fdAT" else {
        waiting = chunk.data
        continue
      }
      let field = try #require(waiting)
      waiting = nil
      let (width, height) = (Self.number(field[4..<8]), Self.number(field[8..<12]))
      let (x, y) = (Int(Self.number(field[12..<16])), Int(Self.number(field[16..<20])))
      let pixels = try Self.pixels(width, height, header, palette, Array(chunk.data[4...]))
      let (delay, unit) = (Int(field[20]) << 8 | Int(field[21]), Int(field[22]) << 8 | Int(field[23]))
      frames.append(
        Frame(
          columns: x..<x + Int(width), rows: y..<y + Int(height), milliseconds: delay * 1000 / unit,
          disposal: field[24], blending: field[25], pixels: pixels))
    }
  }

  /// What is seen after each frame, the canvas at first transparent.
  var composed: [[UInt32?]] {
    var canvas = [UInt32?](repeating: nil, count: still.width * still.height)
    return frames.map { frame in
      for (index, pixel) in frame.pixels.enumerated() {
        let place =
          (frame.rows.lowerBound + index / frame.columns.count) * still.width + frame.columns.lowerBound + index
          % frame.columns.count
        if pixel != nil || frame.blending == 0 { canvas[place] = pixel }
      }
      return canvas
    }
  }

  /// A transparent pixel is white with the chunk of transparency, and has the colour of its index without.
  private static func pixels(
    _ width: UInt32, _ height: UInt32, _ header: [UInt8], _ palette: [(String, [UInt8])], _ data: [UInt8]
  ) throws -> [UInt32?] {
    func image(_ palette: [(String, [UInt8])]) throws -> Image {
      let chunks =
        [("IHDR", HandmadePNG.big(width) + HandmadePNG.big(height) + header[8...])] + palette
        + [("IDAT", data), ("IEND", [])]
      return try PNG(
        decoding: [137, 80, 78, 71, 13, 10, 26, 10] + chunks.flatMap { HandmadePNG.chunk($0.0, $0.1) }
      ).image
    }
    let (whole, opaque) = (try image(palette), try image(palette.filter { $0.0 != "tRNS" }))
    return zip(whole.pixels, opaque.pixels).map { $0 == $1 ? $0 : nil }
  }

  private static func chunks(_ bytes: [UInt8]) -> [(type: String, data: [UInt8])] {
    var chunks: [(String, [UInt8])] = []
    var place = 8
    while place + 12 <= bytes.count {
      let length = Int(number(bytes[place..<place + 4]))
      let type = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
      let data = Array(bytes[place + 8..<place + 8 + length])
      #expect(Array(bytes[place..<place + 12 + length]) == HandmadePNG.chunk(type, data))
      chunks.append((type, data))
      place += 12 + length
    }
    return chunks
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 { bytes.reduce(0) { $0 << 8 | UInt32($1) } }
}
