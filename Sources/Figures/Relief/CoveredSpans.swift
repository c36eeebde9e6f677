/// What of a line of pixels is covered: disjoint spans in ascending order, few of them.
struct CoveredSpans {
  /// The one that there is on a surface without holes; of no meaning when there are several.
  private var only: SIMD2<Double>?
  /// Empty until there are several.
  private var spans: [SIMD2<Double>] = []

  mutating func clear() {
    only = nil
    spans.removeAll(keepingCapacity: true)
  }

  /// Covers a span, and calls `body` with each part of it that was not covered.
  @inline(__always) mutating func cover(_ low: Double, _ high: Double, _ body: (Double, Double) -> Void) {
    guard spans.isEmpty else { return coverAmongSeveral(low, high, body) }
    guard let span = only else {
      if low < high { body(low, high) }
      only = [low, high]
      return
    }
    guard low <= span.y, high >= span.x else {
      spans = [span]
      return coverAmongSeveral(low, high, body)
    }
    if low < span.x { body(low, span.x) }
    if high > span.y { body(max(low, span.y), high) }
    only = [min(low, span.x), max(high, span.y)]
  }

  @inline(never) private mutating func coverAmongSeveral(
    _ low: Double, _ high: Double, _ body: (Double, Double) -> Void
  ) {
    var union = SIMD2(low, high)
    var from = low
    // The spans that meet it are replaced by their union with it.
    let first = spans.firstIndex { $0.y >= low } ?? spans.count
    var last = first
    while last < spans.count, spans[last].x <= high {
      if spans[last].x > from { body(from, spans[last].x) }
      from = max(from, spans[last].y)
      union = [min(union.x, spans[last].x), max(union.y, spans[last].y)]
      last += 1
    }
    if from < high { body(from, high) }
    spans.replaceSubrange(first..<last, with: [union])
  }
}
