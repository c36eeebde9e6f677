/// Which runs of a list reach which rows, so that a band need not look at every segment or edge of a long path.
struct RowIndex {
  private static let run = 8

  private let count: Int
  private let runs: [ClosedRange<Double>]
  /// The rows that anything reaches.
  private let whole: ClosedRange<Double>

  init<Element>(_ items: [Element], rows: (Element) -> ClosedRange<Double>) {
    count = items.count
    runs = stride(from: 0, to: items.count, by: Self.run).map { start in
      var bounds = rows(items[start])
      for item in items[start..<min(start + Self.run, items.count)] {
        let own = rows(item)
        bounds = min(bounds.lowerBound, own.lowerBound)...max(bounds.upperBound, own.upperBound)
      }
      return bounds
    }
    var whole = runs.first ?? 0...0
    for bounds in runs { whole = min(whole.lowerBound, bounds.lowerBound)...max(whole.upperBound, bounds.upperBound) }
    self.whole = whole
  }

  /// The rows of a range that anything may reach.
  func rows(within range: Range<Int>) -> Range<Int> {
    guard count > 0 else { return range.lowerBound..<range.lowerBound }
    return Int(clamped: whole.lowerBound, to: range)..<Int(clamped: whole.upperBound.rounded(.up), to: range)
  }

  /// Calls `body` with each run of indices of which some may reach rows of the band.
  @inline(__always) func forEach(reaching rows: Range<Int>, _ body: (Range<Int>) -> Void) {
    let (low, high) = (Double(rows.lowerBound), Double(rows.upperBound))
    guard whole.lowerBound < high && whole.upperBound > low else { return }
    for (i, bounds) in runs.enumerated() where bounds.lowerBound < high && bounds.upperBound > low {
      body(i * Self.run..<min((i + 1) * Self.run, count))
    }
  }
}
