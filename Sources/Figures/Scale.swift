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

  /// Where a value stands; values beyond the domain are held at its ends, and so are those a logarithm cannot take.
  func callAsFunction(_ value: Double) -> Double {
    let held = min(max(value, domain.lowerBound), domain.upperBound)
    let fraction = ((isLogarithmic ? Elementary.log(held) : held) - low) / extent
    return start + fraction * (end - start)
  }

  /// Ticks about `spacing` CSS pixels apart.
  func ticks(spacing: Double) -> Ticks {
    let count = max(1, Int(abs(end - start) / spacing))
    return isLogarithmic ? .logarithmic(domain, count: count) : .linear(domain, count: count)
  }
}
