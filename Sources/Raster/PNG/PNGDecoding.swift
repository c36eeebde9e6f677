import CPNGShim

extension PNG {
  /// Reads any PNG: palette, grey, 16 bits and interlaced become 8-bit RGB; what is transparent lies over white.
  ///
  /// Throws on bytes that are not a PNG, are damaged or end too early, and on pictures of more than 16,384 pixels a side or
  /// 10⁸ pixels. The scale is that of pHYs to three decimals, 1 if there is none.
  public init(decoding bytes: [UInt8]) throws(RasterError) {
    let header = try Contents(bytes)
    let size = "the PNG of \(header.width)×\(header.height) pixels is too large"
    guard max(header.width, header.height) <= Drawing.largestSide else {
      throw RasterError("\(size): at most 16,384 pixels a side")
    }
    guard header.width * header.height <= Drawing.mostPixels else {
      throw RasterError("\(size): at most 100,000,000 pixels")
    }
    var pixels = [UInt32](repeating: 0, count: header.width * header.height)
    let contents = try Contents(bytes, pixels: &pixels)
    for i in pixels.indices where pixels[i] >> 24 < 255 {
      var white: UInt32 = 0xFFFF_FFFF
      Paint.blend(pixels[i], over: &white, opacity: pixels[i] >> 24)
      pixels[i] = white
    }
    self.init(
      Image(width: contents.width, height: contents.height, pixels: pixels), scale: contents.scale,
      texts: contents.texts)
  }

  /// The text chunks that stand before the pixels, as ours do, without unpacking the pixels.
  public static func texts(in bytes: [UInt8]) throws(RasterError) -> [Text] { try Contents(bytes).texts }

  /// What a file holds beside its pixels.
  private struct Contents {
    let width: Int
    let height: Int
    let scale: Double
    let texts: [Text]

    /// What stands before the pixels.
    init(_ bytes: [UInt8]) throws(RasterError) { try self.init(bytes, nil, capacity: 0) }

    /// Everything, the pixels as red, green, blue and alpha.
    init(_ bytes: [UInt8], pixels: inout [UInt32]) throws(RasterError) {
      try self.init(bytes, &pixels, capacity: pixels.count * 4)
    }

    private init(_ bytes: [UInt8], _ pixels: UnsafeMutableRawPointer?, capacity: Int) throws(RasterError) {
      var contents = descent_png_contents()
      let failure = failureMessage { message in
        descent_png_read(
          bytes, bytes.count, pixels?.assumingMemoryBound(to: UInt8.self), capacity,
          &contents,
          message)
      }
      if let failure { throw RasterError("the PNG cannot be read: \(failure)") }
      defer { descent_png_free_contents(&contents) }
      width = Int(contents.width)
      height = Int(contents.height)
      let density = Double(contents.pixels_per_metre) / PNG.pixelsPerMetre
      scale = density > 0 ? max((density * 1000).rounded(), 1) / 1000 : 1
      texts = UnsafeBufferPointer(start: contents.texts, count: Int(contents.text_count)).map { text in
        let bytes = UnsafeRawBufferPointer(start: text.text, count: text.length)
        let string =
          text.is_utf8 != 0
          ? String(decoding: bytes, as: UTF8.self)
          : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        return Text(String(cString: text.keyword), string)
      }
    }
  }
}
