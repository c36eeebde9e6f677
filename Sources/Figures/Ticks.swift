import LossSurfaces

/// Where an axis is marked, and what stands there.
struct Ticks: Hashable, Sendable {
  struct Tick: Hashable, Sendable {
    var value: Double
    var label: String
  }

  var ticks: [Tick]

  /// Round values 1, 2 or 5 times a power of ten inside `range`, about `count` of them.
  ///
  /// Edge cases: a range of no extent has the one tick at its value; bounds so close that steps between them cannot be
  /// told apart in `Double` give no ticks.
  static func linear(_ range: ClosedRange<Double>, count: Int) -> Ticks {
    let extent = range.upperBound - range.lowerBound
    guard extent > 0, extent.isFinite else { return Ticks(ticks: [tick(range.lowerBound)]) }
    let step = RoundStep(atLeast: extent / Double(max(1, count)))
    let first = (range.lowerBound / step.value - 1e-9).rounded(.up)
    // Beyond 2⁵⁰ multiples of the step, neighbouring ticks are no longer different numbers.
    guard abs(first) < 0x1p50 else { return Ticks(ticks: []) }
    var ticks: [Tick] = []
    for index in 0..<1000 {
      let value = step.times(first + Double(index))
      guard value <= range.upperBound + 1e-9 * extent else { break }
      ticks.append(Tick(value: value, label: label(value, step)))
    }
    return Ticks(ticks: ticks)
  }

  /// As many digits as tell neighbours apart.
  private static func label(_ value: Double, _ step: RoundStep) -> String {
    if step.exponent >= 0, abs(value) < 1e6, let whole = Int(exactly: value) { return NumberText.string(whole) }
    guard let leading = NumberText.exponent(of: value), leading >= 5 || leading < -4 else {
      return NumberText.string(value, decimals: max(0, -step.exponent))
    }
    return leading < step.exponent ? "0" : NumberText.string(value, digits: leading - step.exponent + 1)
  }

  /// Powers of ten inside `range` (positive): every decade, or every second, third … so that there are at most
  /// `count`; within one decade, 1-2-5 multiples, or where none of these lies inside, linear ticks. Powers are written out when all of them are short.
  static func logarithmic(_ range: ClosedRange<Double>, count: Int) -> Ticks {
    precondition(range.lowerBound > 0, "a logarithmic axis needs positive bounds")
    let around = decade(of: range.lowerBound)...decade(of: range.upperBound)
    let decades = around.filter { range.contains(power($0)) }
    if let last = decades.last, decades.count >= 2 {
      let every = (decades.count + max(1, count) - 1) / max(1, count)
      let kept = decades.filter { (last - $0) % every == 0 }
      let isShort = kept.allSatisfy { abs($0) <= 3 }
      return Ticks(
        ticks: kept.map {
          Tick(
            value: power($0),
            label: isShort ? NumberText.string(power($0)) : "10" + NumberText.superscript($0))
        })
    }
    let values = around.flatMap { decade in [1.0, 2, 5].map { RoundStep.scaled($0, decade) } }.filter(range.contains)
    // Between two of these the axis is as good as linear.
    return values.isEmpty ? linear(range, count: count) : Ticks(ticks: values.map(tick))
  }

  private static func tick(_ value: Double) -> Tick { Tick(value: value, label: NumberText.string(value)) }

  private static func decade(of value: Double) -> Int { NumberText.exponent(of: value) ?? 0 }

  private static func power(_ exponent: Int) -> Double { RoundStep.scaled(1, exponent) }
}

/// 1, 2 or 5 times a power of ten.
private struct RoundStep {
  let mantissa: Double
  let exponent: Int

  /// The smallest that is not below `minimum`.
  init(atLeast minimum: Double) {
    let decade = NumberText.exponent(of: minimum) ?? 0
    let fitting = [1.0, 2, 5].first { Self.scaled($0, decade) >= minimum * (1 - 1e-9) }
    mantissa = fitting ?? 1
    exponent = fitting == nil ? decade + 1 : decade
  }

  var value: Double { Self.scaled(mantissa, exponent) }

  func times(_ multiple: Double) -> Double { Self.scaled(multiple * mantissa, exponent) }

  /// m·10ⁿ rounded once, so that 3 × 0.1 is the double that prints as 0.3.
  static func scaled(_ m: Double, _ exponent: Int) -> Double {
    exponent < 0 ? m / tenTo(-exponent) : m * tenTo(exponent)
  }

  /// 10ⁿ for n ≥ 0, correctly rounded; infinite beyond 308.
  private static func tenTo(_ n: Int) -> Double { Double("1e\(n)") ?? .infinity }
}
