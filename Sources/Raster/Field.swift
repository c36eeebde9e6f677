/// A rectangle whose pixels are computed by a function: a block of whole rows at a time, from any thread.
public struct Field: Sendable {
  /// The grid of pixel centres of one block, in CSS pixels.
  public struct Block: Sendable {
    /// The centre of the first pixel.
    public var origin: Position
    /// The distance between neighbouring pixel centres.
    public var pitch: Double
    public var columns: Int
    public var rows: Int
  }

  /// An area of one colour: the inside of an outline by the even-odd rule.
  public struct Region: Sendable {
    public var outline: Path
    public var color: Color

    public init(outline: Path, color: Color) {
      self.outline = outline
      self.color = color
    }
  }

  public var rect: Rect
  /// Writes `rows × columns` pixels (`Color.packed`; alpha 0 leaves what lies beneath), each row `stride` pixels after
  /// the one before. Must be a pure function of the block's geometry.
  public var paint: @Sendable (_ block: Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void
  /// What `Drawing.description` says of it.
  public var summary: String
  /// The same as areas, each painted over those before, for pages that are not made of pixels; nil when it has no such form.
  public var regions: (@Sendable () -> [Region])?

  public init(
    rect: Rect, summary: String,
    paint: @escaping @Sendable (_ block: Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void
  ) {
    self.rect = rect
    self.summary = summary
    self.paint = paint
  }
}
