import LossSurfaces

/// The map of an axis: from a domain of values to a stretch of the page, linear or logarithmic.
struct Scale: Hashable, Sendable {
  let domain: ClosedRange<Double>
  /// Where the domain's lower and upper bound stand on the page.
  let start: Double
  let end: Double
  let isLogarithmic: Bool

  private let low: Double
  private let extent: Double

  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double, isLogarithmic: Bool = false) {
    precondition(!isLogarithmic || domain.lowerBound > 0, "a logarithmic scale needs a positive domain")
    self.domain = domain
    self.start = start
    self.end = end
    self.isLogarithmic = isLogarithmic
    low = isLogarithmic ? Elementary.log(domain.lowerBound) : domain.lowerBound
    let high = isLogarithmic ? Elementary.log(domain.upperBound) : domain.upperBound
    extent = high > low ? high - low : 1
  }

  /// The domain of a logarithmic axis: what is shown and a margin at either end, within the numbers that there are.
  static func logarithmicDomain(from low: Double, to high: Double) -> ClosedRange<Double> {
    let margin = Elementary.exp(0.06 * Elementary.log(high / low))
    return max(low / margin, .leastNonzeroMagnitude)...min(high * margin, .greatestFiniteMagnitude)
  }

  /// Where a value stands; values beyond the domain are held at its ends, and so are those a logarithm cannot take.
  func callAsFunction(_ value: Double) -> Double {
    place(min(max(value, domain.lowerBound), domain.upperBound))
  }

  /// Where a value stands, on or off the axis: a curve drawn so runs out of the frame where its values do. Infinite
  /// values, and those a logarithm cannot take, stand four axes away.
  func unheld(_ value: Double) -> Double {
    let value = isLogarithmic && value <= 0 ? 0 : value
    let at = value == 0 && isLogarithmic ? -Double.infinity : place(value)
    let reach = 4 * abs(end - start)
    let sign: Double = (end > start) == (value > domain.lowerBound) ? 1 : -1
    return at.isFinite ? min(max(at, min(start, end) - reach), max(start, end) + reach) : start + sign * reach
  }

  private func place(_ value: Double) -> Double {
    start + ((isLogarithmic ? Elementary.log(value) : value) - low) / extent * (end - start)
  }

  /// Ticks about `spacing` CSS pixels apart.
  func ticks(spacing: Double) -> Ticks {
    let count = max(1, Int(abs(end - start) / spacing))
    return isLogarithmic ? .logarithmic(domain, count: count) : .linear(domain, count: count)
  }
}
