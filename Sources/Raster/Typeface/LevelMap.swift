/// From a glyph's y to device pixels above the baseline: level strokes fill whole pixels, what lies between follows.
struct LevelMap {
  /// Levels in units and where their centre lines come to lie, from the lowest.
  private var units: [Double] = []
  private var pixels: [Double] = []
  private let pixelsPerUnit: Double
  private let baseline: Double

  init(_ glyph: Glyph, pixelsPerUnit: Double, penWidth: Double) {
    self.pixelsPerUnit = pixelsPerUnit
    baseline = penWidth / 2
    let drawn = Pen.drawn.width
    for level in glyph.levels where level.edge != .middle {
      units.append(level.y)
      switch level.edge {
      case .bottom: pixels.append((level.y * pixelsPerUnit).rounded() + penWidth / 2)
      default: pixels.append(((level.y + drawn) * pixelsPerUnit).rounded() - penWidth / 2)
      }
    }
    for level in glyph.levels where level.edge == .middle {
      let center = self[level.y]
      let index = units.firstIndex { $0 > level.y } ?? units.count
      units.insert(level.y, at: index)
      pixels.insert((center - penWidth / 2).rounded() + penWidth / 2, at: index)
    }
    if glyph.isSmall { separate(by: penWidth.rounded(.up) + 1) }
  }

  /// Raises what is too close to the level below for a pixel of white between them.
  private mutating func separate(by gap: Double) {
    for i in units.indices.dropFirst() where pixels[i] < pixels[i - 1] + gap { pixels[i] = pixels[i - 1] + gap }
  }

  subscript(y: Double) -> Double {
    guard let first = units.first, let last = units.last else { return y * pixelsPerUnit + baseline }
    if y <= first { return pixels[0] + (y - first) * pixelsPerUnit }
    if y >= last { return pixels[pixels.count - 1] + (y - last) * pixelsPerUnit }
    var i = 1
    while units[i] < y { i += 1 }
    return pixels[i - 1] + (pixels[i] - pixels[i - 1]) * (y - units[i - 1]) / (units[i] - units[i - 1])
  }
}
