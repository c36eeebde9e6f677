/// A picture as a value, before it is pixels: elements in CSS pixels, painted in order over an opaque background.
public struct Drawing: Sendable {
  public var width: Double
  public var height: Double
  public var background: Color
  public var elements: [Element]

  public init(width: Double, height: Double, background: Color, elements: [Element] = []) {
    self.width = width
    self.height = height
    self.background = background
    self.elements = elements
  }

  public enum Element: Sendable {
    /// The inside of a path by the non-zero rule.
    case fill(Path, Color)
    case stroke(Path, Stroke)
    case text(Text)
    case field(Field)
    /// Elements of which only what lies inside the rectangle is painted (antialiased edges on whole pixels).
    case clipped(Rect, [Element])
  }
}

/// One or more polylines; curves are flattened when they are added.
public struct Path: Hashable, Sendable {
  public struct Subpath: Hashable, Sendable {
    public var points: [Position]
    public var isClosed: Bool

    public init(_ points: [Position], isClosed: Bool = false) {
      self.points = points
      self.isClosed = isClosed
    }
  }

  public var subpaths: [Subpath]

  public init(_ subpaths: [Subpath] = []) { self.subpaths = subpaths }
  public init(_ points: [Position], isClosed: Bool = false) { self.init([Subpath(points, isClosed: isClosed)]) }
}

/// How a path is stroked: round joins always.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable {
    case butt
    case round
  }
  public var color: Color
  public var width: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Double]
  public var cap: Cap

  public init(_ color: Color, width: Double, dash: [Double] = [], cap: Cap = .round) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}

/// A line of lettering.
public struct Text: Hashable, Sendable {
  public enum Anchor: Hashable, Sendable {
    case start
    case middle
    case end
  }
  public enum Weight: Hashable, Sendable {
    case regular
    case bold
  }

  public var string: String
  /// On the baseline, at the anchor.
  public var position: Position
  public var anchor: Anchor
  /// The em in CSS pixels.
  public var size: Double
  public var weight: Weight
  public var color: Color
  /// A casing behind the letters, and how far it reaches.
  public var halo: Halo?
  /// Clockwise, in degrees, about the position.
  public var rotation: Double

  public struct Halo: Hashable, Sendable {
    public var color: Color
    public var width: Double
    public init(_ color: Color, width: Double) {
      self.color = color
      self.width = width
    }
  }

  public init(
    _ string: String, at position: Position, anchor: Anchor = .start, size: Double, weight: Weight = .regular,
    color: Color, halo: Halo? = nil, rotation: Double = 0
  ) {
    self.string = string
    self.position = position
    self.anchor = anchor
    self.size = size
    self.weight = weight
    self.color = color
    self.halo = halo
    self.rotation = rotation
  }
}

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

  public var rect: Rect
  /// Writes `rows × columns` pixels (`Color.packed`; alpha 0 leaves what lies beneath), each row `stride` pixels after
  /// the one before. Must be a pure function of the block's geometry.
  public var paint: @Sendable (_ block: Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void
  /// What `Drawing.description` says of it.
  public var summary: String

  public init(
    rect: Rect, summary: String,
    paint: @escaping @Sendable (_ block: Block, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void
  ) {
    self.rect = rect
    self.summary = summary
    self.paint = paint
  }
}
