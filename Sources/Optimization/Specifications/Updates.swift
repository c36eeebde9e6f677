import LossSurfaces

/// A number of updates of one run, and how it was said.
struct Updates: Hashable, Sendable {
  let count: Int
  let span: Span

  /// In a settings line, where a bare number is one of updates: `20`, `3 epochs`.
  var text: String { isInEpochs ? span.words : String(count) }

  /// Where the unit must be said: `20 steps`, `1 step`, `3 epochs`.
  var words: String { span.words }

  /// What t is divided by: `20`, `(3 epochs)`.
  var divisor: String { isInEpochs ? "(\(span.words))" : String(count) }

  /// `a step`, `an epoch`, `per 20 steps`, `per 3 epochs`.
  var pace: String {
    switch span {
    case .updates(1): "a step"
    case .epochs(1): "an epoch"
    default: "per \(words)"
    }
  }

  private var isInEpochs: Bool { span.isInEpochs }

  /// What is left of a time after another, in epochs where both are.
  static func - (a: Updates, b: Updates) -> Updates {
    let count = a.count - b.count
    guard case .epochs(let first) = a.span, case .epochs(let second) = b.span else {
      return Updates(count: count, span: .updates(count))
    }
    return Updates(count: count, span: .epochs(first - second))
  }
}
