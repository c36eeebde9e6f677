/// What sets a weight apart, in units of the em.
struct Pen {
  /// The pen for which the glyphs are drawn.
  static let drawn = Pen(.regular)

  /// The width of the stroke.
  let width: Double
  /// How far the stroke is drawn twice, side by side: it thickens the stems and leaves the counters their height.
  let spread: Double
  /// What the distances between stems are multiplied by.
  let stretch: Double
  /// What the white at the sides is multiplied by.
  let bearing: Double
  /// The least width in device pixels.
  let leastPixels: Double

  init(_ weight: Text.Weight) {
    switch weight {
    case .regular:
      (width, spread, stretch, bearing, leastPixels) = (90, 0, 1, 1, 1)
    case .bold:
      (width, spread, stretch, bearing, leastPixels) = (122, 32, 1.05, 0.78, 1.25)
    }
  }

  /// The width of an upright stroke.
  var stem: Double { width + spread }
}
