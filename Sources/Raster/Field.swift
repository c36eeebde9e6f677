/// A rectangle whose pixels are computed by a function: a block of whole rows at a time, from any thread.
public struct Field: Sendable {
  public typealias Painter =
    @Sendable (_ block: Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void

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
  public var paint: Painter
  /// For a field that is computed more cheaply as a whole: called once a picture with the block of all pixels that will
  /// be asked for; what it returns is called in place of `paint` and gives the same pixels. It may use all cores.
  public var prepare: (@Sendable (_ whole: Block) -> Painter)?
  /// What `Drawing.description` says of it.
  public var summary: String
  /// The same as areas, each painted over those before, for pages that are not made of pixels; nil when it has no such form.
  public var regions: (@Sendable () -> [Region])?

  public init(rect: Rect, summary: String, paint: @escaping Painter) {
    self.rect = rect
    self.summary = summary
    self.paint = paint
  }

  /// A field whose blocks are prepared; one painted alone is prepared for itself.
  public init(rect: Rect, summary: String, prepare: @escaping @Sendable (_ whole: Block) -> Painter) {
    self.init(rect: rect, summary: summary) { block, pixels, stride in prepare(block)(block, pixels, stride) }
    self.prepare = prepare
  }
}
