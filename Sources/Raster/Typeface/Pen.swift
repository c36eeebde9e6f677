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

  init(_ weight: Text.Weight) {
    switch weight {
    case .regular: self.init(width: 90, spread: 0, stretch: 1, bearing: 1)
    case .bold: self.init(width: 122, spread: 32, stretch: 1.05, bearing: 0.7)
    }
  }

  private init(width: Double, spread: Double, stretch: Double, bearing: Double) {
    self.width = width
    self.spread = spread
    self.stretch = stretch
    self.bearing = bearing
  }

  /// The pen for superscripts and subscripts: a little finer, or they would look bold beside the letters.
  var small: Pen {
    Pen(width: width * 0.83, spread: spread * 0.6, stretch: stretch, bearing: bearing)
  }

  /// The width of an upright stroke.
  var stem: Double { width + spread }

  /// The width and the spread in device pixels.
  ///
  /// No stroke is thinner than a pixel. On a coarse raster a spread pen is a pixel wide, so that level strokes stay crisp and
  /// the counters of a bold e open, and all the weight is in the stems.
  func pixels(perUnit scale: Double) -> (width: Double, spread: Double) {
    let width = width * scale
    if spread == 0 { return (max(width, 1), 0) }
    return width < 1.6 ? (1, min(max(1.15 * stem * scale - 1, 0.5), 1)) : (width, spread * scale)
  }
}
