/// What of a line of pixels is covered: disjoint spans in ascending order, few of them.
struct CoveredSpans {
  private var spans: [SIMD2<Double>] = []

  mutating func clear() { spans.removeAll(keepingCapacity: true) }

  /// Covers a span, and calls `body` with each part of it that was not covered.
  @inline(__always) mutating func cover(_ low: Double, _ high: Double, _ body: (Double, Double) -> Void) {
    var union = SIMD2(low, high)
    var from = low
    // The spans that meet it are replaced by their union with it.
    var first = 0
    while first < spans.count, spans[first].y < low { first += 1 }
    var last = first
    while last < spans.count, spans[last].x <= high {
      if spans[last].x > from { body(from, spans[last].x) }
      from = max(from, spans[last].y)
      union = [min(union.x, spans[last].x), max(union.y, spans[last].y)]
      last += 1
    }
    if from < high { body(from, high) }
    if last == first + 1 { spans[first] = union } else { spans.replaceSubrange(first..<last, with: [union]) }
  }
}
