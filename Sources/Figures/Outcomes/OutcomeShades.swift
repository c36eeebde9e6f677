import LossSurfaces
import Optimization
import Raster

/// What the shade within a family says.
public enum OutcomeShow: Hashable, Sendable {
  /// How many steps it took to arrive, or to leave.
  case steps
  /// The loss at the end.
  case finalLoss
  /// How many steps it took to bring the loss down to a value.
  case stepsTo(Double)
}

/// The cells of a map as colours.
struct OutcomeShades {
  let inks: OutcomeInks
  /// One a cell, row by row, the lowest first.
  let colors: [Color]
  /// How often each family occurs.
  let counts: [OutcomeInks.Family: Int]
  /// The values at which the shades of what comes to rest begin and end; nil where nothing has such a value.
  let range: ClosedRange<Double>?

  /// Losses are told apart from this factor on: what varies less is one shade.
  private static let leastFactor = 8.0

  init(_ outcomes: [Outcome], minima: Int, show: OutcomeShow) {
    let inks = OutcomeInks(minima: minima)
    self.inks = inks
    let families = outcomes.map { OutcomeInks.Family($0) }
    counts = families.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let least = outcomes.lazy.map(\.loss).filter(\.isFinite).min() ?? 0
    let values = outcomes.map { Self.value(of: $0, show, above: least) }
    // Each family has its own range, so that its texture shows however fast its minimum is.
    var ranges: [OutcomeInks.Family: ClosedRange<Double>] = [:]
    for family in counts.keys {
      ranges[family] = Self.range(zip(families, values).compactMap { $0 == family ? $1 : nil })
    }
    let learning = ranges.filter { show != .steps || $0.key.isAtRest }.filter { $0.key != .diverged }.values
    range = learning.map(\.lowerBound).min().flatMap { low in learning.map(\.upperBound).max().map { low...$0 } }
    colors = outcomes.indices.map { index in
      guard let range = ranges[families[index]] else { return inks.color(families[index], 0) }
      // What never came there is as late as can be.
      let isLoss = show == .finalLoss || show == .steps && families[index].isRestless
      return inks.color(families[index], values[index].map { Self.share(of: $0, in: range, isLoss: isLoss) } ?? 1)
    }
  }

  /// A positive number, small where the shade is light; nil where the cell has none. Of runs that never come to rest it
  /// is how high they are, and losses are taken from the least one on.
  private static func value(of outcome: Outcome, _ show: OutcomeShow, above least: Double) -> Double? {
    func loss(_ loss: Double) -> Double? {
      loss.isFinite ? min(max(loss - least, 1e-16), .greatestFiniteMagnitude) : nil
    }
    return switch show {
    case .steps where OutcomeInks.Family(outcome).isRestless: loss(outcome.level)
    case _ where outcome.kind == .diverged, .steps: outcome.step >= 0 ? Double(outcome.step) + 1 : nil
    case .stepsTo: outcome.stepAtTarget >= 0 ? Double(outcome.stepAtTarget) + 1 : nil
    case .finalLoss: loss(outcome.loss)
    }
  }

  /// All but the outermost hundredths, so that a few cells do not take all the contrast.
  private static func range(_ values: [Double]) -> ClosedRange<Double>? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let (low, high) = (sorted[sorted.count / 100], sorted[sorted.count - 1 - sorted.count / 100])
    return low...max(low, high)
  }

  private static func share(of value: Double, in range: ClosedRange<Double>, isLoss: Bool) -> Double {
    guard range.upperBound > range.lowerBound else { return 0.4 }
    let low = Elementary.log(range.lowerBound)
    let extent = Elementary.log(range.upperBound) - low
    return (Elementary.log(value) - low) / (isLoss ? max(extent, Elementary.log(leastFactor)) : extent)
  }
}
