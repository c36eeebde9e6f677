/// How a path is stroked: round joins always.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable {
    case butt
    case round
  }
  public var color: Color
  /// In CSS pixels; 0 is the hairline, one device pixel at every scale.
  public var width: Double
  /// Lengths of dashes and gaps in turn, in CSS pixels, continued over vertices; empty for a solid line. Round caps reach
  /// half the width into the gaps. An odd number of lengths is gone through twice, as in SVG.
  public var dash: [Double]
  public var cap: Cap

  public init(_ color: Color, width: Double, dash: [Double] = [], cap: Cap = .round) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}
