import LossSurfaces

/// The range of rates that a figure of schedules shows.
///
/// Linear from 0: most schedules touch low values only in passing. Logarithmic when at least a third of the curves lie
/// low: mostly below a thirtieth of the greatest rate, or with most of their cuts there. Curves that plunge at their end,
/// as a cosine does on such an axis, leave it at the foot instead of stretching it, and so do rates below a billionth of
/// the greatest.
struct RateDomain: Sendable {
  private let series: [Strip.Series]
  private let high: Double

  /// nil when there is no rate above 0; `Strip` has an axis for that.
  init?(_ series: [Strip.Series]) {
    high = series.flatMap(\.values).filter(\.isFinite).max() ?? 0
    self.series = series
    if high <= 0 { return nil }
  }

  var domain: Strip.Domain {
    let bottom = floor
    guard 3 * series.count(where: isLow) >= series.count, bottom > 0, high / bottom > 100 else {
      return (0...high * 1.07, false)
    }
    return (Scale.logarithmicDomain(from: bottom, to: high), true)
  }

  private func isLow(_ one: Strip.Series) -> Bool {
    let values = one.values.sorted()
    let cuts = cuts(of: one)
    let lowCuts = cuts.count { one.values[$0] < high / 30 }
    return !values.isEmpty && (values[values.count / 2] < high / 30 || lowCuts * 2 > cuts.count)
  }

  private func cuts(of one: Strip.Series) -> [Int] {
    one.marks.filter { $0 > 0 && one.values.indices.contains($0) && one.values[$0] < one.values[$0 - 1] }
  }

  /// The least positive rate, but of a curve that plunges without a cut the tenth of its rates that it stays above.
  private var floor: Double {
    let floors = series.compactMap { one -> Double? in
      let values = one.values.filter { $0 > 0 && $0.isFinite }.sorted()
      guard let least = values.first, let greatest = values.last else { return nil }
      guard cuts(of: one).isEmpty else { return least }
      let tenth = values[values.count / 10]
      let plunge = Elementary.log(tenth / least)
      return plunge > 0.3 * Elementary.log(greatest / least) ? tenth : least
    }
    return max(floors.min() ?? 0, high * 1e-9)
  }
}
