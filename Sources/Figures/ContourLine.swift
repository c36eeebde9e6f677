public import Raster

/// A piece of a level curve on the page.
public struct ContourLine: Hashable, Sendable {
  /// The index of its level.
  public var level: Int
  /// On the curve to within 1e-6 CSS px; the chords between them leave it by at most 0.02.
  public var points: [Position]
  /// |∇f| at the points, per CSS pixel.
  public var slopes: [Double]
  /// Whether the last point joins the first; open lines end on the rim of the frame or of the domain of f.
  public var isClosed: Bool
}
