/// Numbers with few digits near others.
enum RoundNumbers {
  /// The roundest numbers near strictly increasing targets, strictly increasing too.
  ///
  /// Each may move by a fifth of the gap to its nearer neighbour; where no number of two significant digits lies there,
  /// by nearly half of it. None comes within a fiftieth of the gap of what is to be avoided.
  static func near(_ targets: [Double], avoiding avoided: [Double] = []) -> [Double] {
    targets.indices.map { index in
      let target = targets[index]
      let below = index > 0 ? target - targets[index - 1] : .infinity
      let above = index + 1 < targets.count ? targets[index + 1] - target : .infinity
      var gap = min(below, above)
      if !gap.isFinite { gap = abs(target) / 4 }
      let value = near(target, gap)
      guard let near = avoided.first(where: { abs($0 - value) <= gap / 50 }) else { return value }
      let side = target >= near ? 1.0 : -1
      return roundest(near: target + side * 0.3 * gap, tolerance: 0.14 * gap).value
    }
  }

  private static func near(_ target: Double, _ gap: Double) -> Double {
    let close = roundest(near: target, tolerance: 0.2 * gap)
    if close.digits <= 2 { return close.value }
    let wide = roundest(near: target, tolerance: 0.45 * gap)
    return wide.digits <= 2 ? wide.value : close.value
  }

  /// The number nearest to `target` among those within the tolerance that are multiples of the largest possible
  /// 10ⁿ, 5·10ⁿ or 2·10ⁿ, and its count of significant digits; 0 when it is within the tolerance.
  ///
  /// Edge cases: with a tolerance below the spacing of doubles, the target itself with 17 digits.
  static func roundest(near target: Double, tolerance: Double) -> (value: Double, digits: Int) {
    let (low, high) = (target - tolerance, target + tolerance)
    if low <= 0, high >= 0 { return (0, 1) }
    var exponent = exponent(of: max(abs(low), abs(high)))
    for digits in 1...15 {
      let unit = power(exponent)
      guard unit > 0 else { break }
      for factor in [1.0, 5, 2] {
        // 5 and 2 stand for halves and fifths of the unit: one digit more.
        let step = factor == 1 ? unit : unit * factor / 10
        let multiple = (target / step).rounded()
        let nearly = multiple * step
        guard multiple != 0, nearly >= low - tolerance / 8, nearly <= high + tolerance / 8 else { continue }
        // The double nearest to the decimal, which the product may miss by a rounding.
        let scaled = factor == 1 ? multiple : multiple * factor
        guard let value = Double("\(Int64(scaled))e\(factor == 1 ? exponent : exponent - 1)"), value >= low,
          value <= high
        else { continue }
        return (value, factor == 1 ? digits : digits + 1)
      }
      exponent -= 1
    }
    return (target, 17)
  }

  /// ⌊log₁₀ x⌋ for positive finite x.
  private static func exponent(of x: Double) -> Int {
    var exponent = Int((Double(x.exponent) * 0.301_029_995_663_981_2).rounded(.down))
    while power(exponent + 1) <= x { exponent += 1 }
    while exponent > -323, power(exponent) > x { exponent -= 1 }
    return exponent
  }

  private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }
}
