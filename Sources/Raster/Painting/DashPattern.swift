/// The place in a sequence of dashes and gaps.
struct DashPattern {
  private let lengths: [Double]
  private let period: Double
  private var index = 0
  /// What is left of the dash or gap.
  var remaining: Double

  /// Nil for a solid line: no lengths, one that is negative or not finite, or a period below half a pixel, which only shows as
  /// a lighter line.
  init?(_ dash: [Double], scale: Double) {
    lengths = (dash.count.isMultiple(of: 2) ? dash : dash + dash).map { $0 * scale }
    period = lengths.reduce(0, +)
    guard period >= 0.5, period.isFinite, lengths.allSatisfy({ $0 >= 0 }) else { return nil }
    remaining = lengths[0]
  }

  var isInk: Bool { index.isMultiple(of: 2) }

  /// Goes on to the next dash or gap.
  mutating func turn() {
    index = (index + 1) % lengths.count
    remaining = lengths[index]
  }

  /// Moves on without drawing; by nothing if the distance is not finite.
  mutating func skip(_ distance: Double) {
    guard distance.isFinite else { return }
    var rest = distance.truncatingRemainder(dividingBy: period)
    while rest >= remaining {
      rest -= remaining
      turn()
    }
    remaining -= rest
  }
}
