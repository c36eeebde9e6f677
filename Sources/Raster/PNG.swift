import CPNGShim

/// Portable network graphics, written and read by libpng (PNG specification, third edition).
public struct PNG: Hashable, Sendable {
  public struct Text: Hashable, Sendable {
    /// 1 to 79 Latin-1 characters.
    public var keyword: String
    public var text: String

    public init(_ keyword: String, _ text: String) {
      self.keyword = keyword
      self.text = text
    }
  }

  public var image: Image
  /// Device pixels per CSS pixel; pHYs says scale × 96 dpi.
  public var scale: Double
  /// iTXt chunks, in order.
  public var texts: [Text]

  public init(_ image: Image, scale: Double, texts: [Text] = []) {
    self.image = image
    self.scale = scale
    self.texts = texts
  }

  private static let metresPerInch = 0.0254

  /// The file's bytes: 8-bit opaque sRGB; indexed when 256 colours suffice (see `IndexedImage`), else RGB.
  public func encoded() throws(RasterError) -> [UInt8] {
    let indexed = IndexedImage(image)
    let pixels =
      indexed?.indices ?? image.pixels.flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16 & 255)] }
    let palette = (indexed?.palette ?? []).flatMap { [UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16 & 255)] }
    let strings = texts.flatMap { [$0.keyword, $0.text] }.map { Array($0.utf8CString) }
    return try Self.withPointers(to: strings) { pointers throws(RasterError) in
      let chunks = stride(from: 0, to: pointers.count, by: 2).map {
        descent_png_text(keyword: pointers[$0], text: pointers[$0 + 1])
      }
      return try encoded(pixels, palette, chunks)
    }
  }

  private func encoded(_ pixels: [UInt8], _ palette: [UInt8], _ chunks: [descent_png_text]) throws(RasterError)
    -> [UInt8]
  {
    var result = descent_png_bytes()
    var message = [CChar](repeating: 0, count: Int(DESCENT_PNG_MESSAGE))
    let status = pixels.withUnsafeBufferPointer { pixels in
      palette.withUnsafeBufferPointer { palette in
        chunks.withUnsafeBufferPointer { chunks in
          var source = descent_png_source(
            width: UInt32(image.width), height: UInt32(image.height), pixels: pixels.baseAddress,
            palette: palette.baseAddress, palette_count: Int32(palette.count / 3),
            pixels_per_metre: UInt32((scale * 96 / Self.metresPerInch).rounded()), texts: chunks.baseAddress,
            text_count: Int32(chunks.count), compression_level: 6)
          return descent_png_write(&source, &result, &message)
        }
      }
    }
    guard status == 0, let bytes = result.bytes else { throw Self.error("the picture could not be encoded", message) }
    defer { descent_png_free_bytes(&result) }
    return Array(UnsafeBufferPointer(start: bytes, count: result.count))
  }

  /// Calls `body` with pointers to zero-terminated strings.
  private static func withPointers<Value>(
    to strings: [[CChar]], _ body: ([UnsafePointer<CChar>?]) throws(RasterError) -> Value
  ) throws(RasterError) -> Value {
    let joined = strings.flatMap { $0 }
    var starts: [Int] = []
    var start = 0
    for string in strings {
      starts.append(start)
      start += string.count
    }
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: max(1, joined.count))
    defer { copy.deallocate() }
    copy.initialize(from: joined, count: joined.count)
    return try body(starts.map { UnsafePointer(copy + $0) })
  }

  private static func error(_ what: String, _ message: [CChar]) -> RasterError {
    let reason = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return RasterError(reason.isEmpty ? what : "\(what): \(reason)")
  }

  /// Reads any PNG; what is transparent is shown on white.
  ///
  /// Throws on bytes that are not a PNG, are damaged, or hold more than 10⁸ pixels.
  public init(decoding bytes: [UInt8]) throws(RasterError) {
    let (image, scale, texts) = try Self.read(bytes, wantsPixels: true)
    guard let image else { throw RasterError("the picture has no pixels") }
    self.init(image, scale: scale, texts: texts)
  }

  /// The text chunks before the pixels alone, without decoding pixels.
  public static func texts(in bytes: [UInt8]) throws(RasterError) -> [Text] {
    try read(bytes, wantsPixels: false).texts
  }

  private static func read(_ bytes: [UInt8], wantsPixels: Bool) throws(RasterError) -> (
    image: Image?, scale: Double, texts: [Text]
  ) {
    guard bytes.starts(with: [137, 80, 78, 71, 13, 10, 26, 10]) else { throw RasterError("this is not a PNG file") }
    var read = descent_png_image()
    var message = [CChar](repeating: 0, count: Int(DESCENT_PNG_MESSAGE))
    let status = bytes.withUnsafeBufferPointer {
      descent_png_read($0.baseAddress, $0.count, wantsPixels ? 1 : 0, UInt64(Drawing.mostPixels), &read, &message)
    }
    guard status == 0 else { throw error("this PNG file cannot be read", message) }
    defer { descent_png_free_image(&read) }
    let texts = (0..<Int(read.text_count)).compactMap { index -> Text? in
      guard let keyword = read.texts?[2 * index], let text = read.texts?[2 * index + 1] else { return nil }
      return Text(String(cString: keyword), String(cString: text))
    }
    let scale = read.pixels_per_metre == 0 ? 1 : Double(read.pixels_per_metre) * metresPerInch / 96
    guard let pixels = read.pixels else { return (nil, scale, texts) }
    let (width, height) = (Int(read.width), Int(read.height))
    let packed = (0..<width * height).map { overWhite(pixels + 4 * $0) }
    return (Image(width: width, height: height, pixels: packed), scale, texts)
  }

  /// A pixel of red, green, blue and straight alpha, laid over white.
  private static func overWhite(_ pixel: UnsafePointer<UInt8>) -> UInt32 {
    let alpha = UInt32(pixel[3])
    func channel(_ index: Int) -> UInt32 { (UInt32(pixel[index]) * alpha + 255 * (255 - alpha) + 127) / 255 }
    return channel(0) | channel(1) << 8 | channel(2) << 16 | 0xFF00_0000
  }
}
