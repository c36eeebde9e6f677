/// A rectangle of whole device pixels.
struct PixelRect: Hashable {
  var columns: Range<Int>
  var rows: Range<Int>

  var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

  var count: Int { columns.count * rows.count }

  func overlaps(_ other: PixelRect) -> Bool {
    columns.overlaps(other.columns) && rows.overlaps(other.rows)
  }

  /// Whether they share a pixel or a side.
  func touches(_ other: PixelRect) -> Bool {
    columns.lowerBound <= other.columns.upperBound && other.columns.lowerBound <= columns.upperBound
      && rows.lowerBound <= other.rows.upperBound && other.rows.lowerBound <= rows.upperBound
  }

  /// The smallest rectangle that holds both.
  func union(_ other: PixelRect) -> PixelRect {
    func span(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
      min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
    return PixelRect(columns: span(columns, other.columns), rows: span(rows, other.rows))
  }

  func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(columns: columns.clamped(to: other.columns), rows: rows.clamped(to: other.rows))
  }

  /// The pixels of a rectangle whose edges are moved to the nearest edges of pixels, as far as they lie within `page`.
  init(_ rect: Rect, scale: Double, within page: PixelRect) {
    columns = PixelRect.span(rect.minX * scale, rect.maxX * scale, within: page.columns)
    rows = PixelRect.span(rect.minY * scale, rect.maxY * scale, within: page.rows)
  }

  init(columns: Range<Int>, rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// The indices from the edge nearest to `low` to that nearest to `high`; none if either is not a number.
  private static func span(_ low: Double, _ high: Double, within range: Range<Int>) -> Range<Int> {
    let lower = Int(clamped: low.rounded(), to: range)
    let upper = Int(clamped: high.rounded(), to: range)
    return low <= high ? lower..<max(lower, upper) : range.lowerBound..<range.lowerBound
  }
}

extension Int {
  /// A whole number held within the bounds of a range, the upper one included; not a number counts as the lower bound.
  init(clamped value: Double, to range: Range<Int>) {
    if value >= Double(range.upperBound) {
      self = range.upperBound
    } else if value > Double(range.lowerBound) {
      self = Int(value)
    } else {
      self = range.lowerBound
    }
  }
}
