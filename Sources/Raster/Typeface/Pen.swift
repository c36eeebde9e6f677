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
    case .regular: self.init(width: 90, spread: 0, stretch: 1, bearing: 1, leastPixels: 1)
    case .bold: self.init(width: 122, spread: 32, stretch: 1.05, bearing: 0.7, leastPixels: 1.25)
    }
  }

  private init(width: Double, spread: Double, stretch: Double, bearing: Double, leastPixels: Double) {
    self.width = width
    self.spread = spread
    self.stretch = stretch
    self.bearing = bearing
    self.leastPixels = leastPixels
  }

  /// The pen for superscripts and subscripts: a little finer, or they would look bold beside the letters.
  var small: Pen {
    Pen(width: width * 0.83, spread: spread * 0.6, stretch: stretch, bearing: bearing, leastPixels: leastPixels)
  }

  /// The width of an upright stroke.
  var stem: Double { width + spread }
}
