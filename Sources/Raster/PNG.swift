/// Portable network graphics, written and read by libpng.
public struct PNG: Hashable, Sendable {
  public struct Text: Hashable, Sendable {
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

  /// The file's bytes: 8-bit opaque sRGB, indexed when 256 colours suffice.
  public func encoded() throws(RasterError) -> [UInt8] { fatalError("not built yet") }

  /// Reads any PNG; throws on bytes that are not one, are damaged, or exceed 10⁸ pixels.
  public init(decoding bytes: [UInt8]) throws(RasterError) { fatalError("not built yet") }

  /// The text chunks alone, without decoding pixels.
  public static func texts(in bytes: [UInt8]) throws(RasterError) -> [Text] { fatalError("not built yet") }
}
