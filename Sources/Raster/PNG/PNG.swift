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

  /// pHYs of a picture at scale 1: 96 pixels an inch.
  static let pixelsPerMetre = 96 / 0.0254
}
