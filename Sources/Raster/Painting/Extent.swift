/// Where on a page an element may have ink: its points, and how far the ink reaches about them, in CSS pixels.
struct Extent {
  private var minX = Double.infinity
  private var minY = Double.infinity
  private var maxX = -Double.infinity
  private var maxY = -Double.infinity
  private var reach = 0.0
  /// Device pixels beyond that: for antialiasing, hairlines, and letters set on the grid.
  private static let slack = 3.0

  init(of element: Drawing.Element) {
    switch element {
    case .fill(let path, _): for subpath in path.subpaths { include(subpath.points[...]) }
    case .stroke(let path, let stroke):
      for subpath in path.subpaths { include(subpath.points[...]) }
      reach = stroke.width / 2
    case .text(let text):
      include(text.bounds)
      // Accents and brackets go beyond ascent and descent.
      reach = text.size * 0.4 + (text.halo?.width ?? 0)
    case .field(let field): include(field.rect)
    case .clipped(let rect, _): include(rect)
    }
  }

  /// Of points that a pen of that width joins.
  init(of points: ArraySlice<Position>, width: Double) {
    include(points)
    reach = width / 2
  }

  private mutating func include(_ points: ArraySlice<Position>) {
    // What is not a number is not less and not greater.
    for point in points {
      if point.x < minX { minX = point.x }
      if point.x > maxX { maxX = point.x }
      if point.y < minY { minY = point.y }
      if point.y > maxY { maxY = point.y }
    }
  }

  private mutating func include(_ rect: Rect) {
    include([Position(rect.minX, rect.minY), Position(rect.maxX, rect.maxY)])
  }

  /// The whole pixels of it within `clip`.
  func pixels(scale: Double, within clip: PixelRect) -> PixelRect {
    let reach = reach * scale + Self.slack
    return PixelRect(
      columns: Self.span(minX * scale - reach, maxX * scale + reach, clip.columns),
      rows: Self.span(minY * scale - reach, maxY * scale + reach, clip.rows))
  }

  private static func span(_ low: Double, _ high: Double, _ range: Range<Int>) -> Range<Int> {
    let lower = Int(clamped: low.rounded(.down), to: range)
    return low <= high ? lower..<max(lower, Int(clamped: high.rounded(.up), to: range)) : lower..<lower
  }
}
