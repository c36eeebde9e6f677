import Testing

@testable import Figures

@Suite struct CoveredSpansTests {
  typealias Span = SIMD2<Double>

  /// Spans that are covered one after the other, each with the parts of it that were still to be seen.
  struct Case: Sendable {
    var covered: [(span: Span, parts: [Span])]

    init(_ covered: (span: Span, parts: [Span])...) { self.covered = covered }
  }

  static let cases: [Case] = [
    Case(([0, 1], [[0, 1]]), ([2, 3], [[2, 3]])),
    Case(([0, 2], [[0, 2]]), ([1, 3], [[2, 3]])),
    Case(([2, 3], [[2, 3]]), ([1, 2], [[1, 2]])),
    Case(([0, 1], [[0, 1]]), ([2, 3], [[2, 3]]), ([-1, 4], [[-1, 0], [1, 2], [3, 4]])),
    Case(([0, 1], [[0, 1]]), ([2, 3], [[2, 3]]), ([1, 2], [[1, 2]]), ([0, 3], [])),
    Case(([0, 4], [[0, 4]]), ([1, 2], [])),
    Case(([1, 1], []), ([0, 2], [[0, 1], [1, 2]])),
    Case(([4, 5], [[4, 5]]), ([0, 1], [[0, 1]]), ([2, 3], [[2, 3]])),
  ]

  @Test(arguments: cases) func covers(_ one: Case) {
    var covered = CoveredSpans()
    for (span, parts) in one.covered {
      var seen: [Span] = []
      covered.cover(span.x, span.y) { seen.append([$0, $1]) }
      #expect(seen == parts)
    }
  }

  @Test func clears() {
    var covered = CoveredSpans()
    covered.cover(0, 1) { _, _ in }
    covered.clear()
    var seen = 0
    covered.cover(0, 1) { _, _ in seen += 1 }
    #expect(seen == 1)
  }
}
