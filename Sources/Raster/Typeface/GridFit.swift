/// From one coordinate of a glyph to device pixels: some places are set on the grid, what lies between follows.
struct GridFit {
  /// Places in units and where they come to lie in pixels, in rising order.
  private var units: [Double] = []
  private var pixels: [Double] = []
  private let slope: Double
  /// Where 0 lies if nothing is set.
  private let origin: Double
  /// Whether there is a grid.
  private let snaps: Bool

  /// The piecewise linear map, beyond the outermost places as steep as without a grid.
  subscript(unit: Double) -> Double {
    guard let first = units.first, let last = units.last else { return unit * slope + origin }
    if unit <= first { return pixels[0] + (unit - first) * slope }
    if unit >= last { return pixels[pixels.count - 1] + (unit - last) * slope }
    var i = 1
    while units[i] < unit { i += 1 }
    return pixels[i - 1] + (pixels[i] - pixels[i - 1]) * (unit - units[i - 1]) / (units[i] - units[i - 1])
  }

  /// From y to pixels above the baseline: level strokes begin or end with whole pixels, and so do the heights of the ink.
  static func levels(of glyph: Glyph, pixelsPerUnit: Double, penWidth: Double, snaps: Bool) -> GridFit {
    var fit = GridFit(slope: pixelsPerUnit, origin: penWidth / 2, snaps: snaps)
    for level in glyph.levels where level.edge != .middle {
      fit.units.append(level.y)
      switch level.edge {
      case .bottom: fit.pixels.append(fit.snap(level.y * pixelsPerUnit) + penWidth / 2)
      default: fit.pixels.append(fit.snap((level.y + Pen.drawn.width) * pixelsPerUnit) - penWidth / 2)
      }
    }
    for level in glyph.levels where level.edge == .middle {
      let center = fit[level.y]
      let index = fit.units.firstIndex { $0 > level.y } ?? fit.units.count
      fit.units.insert(level.y, at: index)
      fit.pixels.insert(fit.snap(center - penWidth / 2) + penWidth / 2, at: index)
    }
    if glyph.isSmall { fit.separate(by: penWidth.rounded(.up) + 1) }
    return fit
  }

  /// How far a letter may be moved to set its stems on the grid, in units: beyond it spaces would look uneven.
  private static let mostShift = 30.0

  /// From x to pixels from the start of the line: the first stem begins with a whole pixel, the others lie whole pixels
  /// from it, so that a letter always looks the same.
  static func stems(
    of glyph: Glyph, origin: Double, pixelsPerUnit: Double, stem: Double, snaps: Bool
  ) -> GridFit {
    var fit = GridFit(slope: pixelsPerUnit, origin: origin, snaps: snaps)
    guard snaps, let first = glyph.stems.first, let last = glyph.stems.last else { return fit }
    // The middle of the outer stems is what stays nearest to its place.
    let extent = ((last - first) * pixelsPerUnit).rounded()
    let start = origin + (first + last) / 2 * pixelsPerUnit - (extent + stem) / 2
    let most = mostShift * pixelsPerUnit
    let snapped = start + min(max(start.rounded() - start, -most), most) + stem / 2
    for x in glyph.stems {
      fit.units.append(x)
      fit.pixels.append(snapped + ((x - first) * pixelsPerUnit).rounded())
    }
    return fit
  }

  /// Raises what is too close to the level below for a pixel of white between them.
  private mutating func separate(by gap: Double) {
    for i in units.indices.dropFirst() where pixels[i] < pixels[i - 1] + gap { pixels[i] = pixels[i - 1] + gap }
  }

  private func snap(_ pixel: Double) -> Double { snaps ? pixel.rounded() : pixel }

  private init(slope: Double, origin: Double, snaps: Bool) {
    self.slope = slope
    self.origin = origin
    self.snaps = snaps
  }
}
