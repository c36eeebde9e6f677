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
