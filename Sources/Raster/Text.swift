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
