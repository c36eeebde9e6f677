public import LossSurfaces

/// An axis of a map: a setting and the values that its cells have.
///
/// The range is divided into equal cells, on a logarithmic axis equal in the logarithm; value i is that of the middle
/// of cell i. Settings that are whole numbers are rounded there.
public struct MapAxis: Hashable, Sendable {
  public let setting: MapSetting
  public let range: ClosedRange<Double>
  public let isLogarithmic: Bool
  public let count: Int
  let isWhole: Bool

  /// Throws when the range is empty or not finite, or logarithmic with a bound that is not positive.
  public init(
    _ setting: MapSetting, from low: Double, to high: Double, isLogarithmic: Bool, count: Int, isWhole: Bool = false
  ) throws(InputError) {
    precondition(count > 0, "an axis has at least one cell")
    guard low.isFinite, high.isFinite, low < high, (high - low).isFinite else {
      throw InputError(
        "the range of '\(setting.key)' is empty: \(Numeral.exact(low))..\(Numeral.exact(high))",
        remedy: "Give the lower bound first and a larger upper bound, as in 0.001..0.03.")
    }
    guard !isLogarithmic || low > 0 && (high / low).isFinite else {
      throw InputError(
        "'\(setting.key)' cannot be logarithmic from \(Numeral.exact(low))\(low > 0 ? " to \(Numeral.exact(high))" : "")",
        remedy: low > 0
          ? "Their ratio is beyond all numbers: narrow the range."
          : "Both bounds of a logarithmic axis are above 0; leave ':log' out for a linear one.")
    }
    self.setting = setting
    range = low...high
    self.isLogarithmic = isLogarithmic
    self.count = count
    self.isWhole = isWhole
  }

  public func value(_ index: Int) -> Double {
    let share = (Double(index) + 0.5) / Double(count)
    let (low, high) = (range.lowerBound, range.upperBound)
    let value = isLogarithmic ? low * Elementary.pow(high / low, share) : low + (high - low) * share
    return isWhole ? value.rounded() : value
  }

  public var values: [Double] { (0..<count).map(value) }
}
