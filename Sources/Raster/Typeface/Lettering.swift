/// The centre lines of letters and the width of the pen that draws them, in CSS pixels.
public struct Lettering: Hashable, Sendable {
  public var path: Path
  public var penWidth: Double
}
