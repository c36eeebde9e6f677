import LossSurfaces

/// Turns places, counts and limits into the words of a sentence.
struct Wording {
  /// Digits after the point to which a coordinate is printed.
  private let decimals: Int

  /// Coordinates are printed to about a thousandth of the view, which is less than a pixel of its picture.
  init(view: View) { decimals = 3 - (NumberText.exponent(of: view.diagonal) ?? 0) }

  /// `(1.5, −0.25)`
  func place(_ point: Point) -> String {
    "(\(NumberText.string(point.x, decimals: decimals)), \(NumberText.string(point.y, decimals: decimals)))"
  }

  /// `the sharp minimum at (−1.5, 0)`; a point without a name is called after its kind.
  func place(_ point: CriticalPoint) -> String {
    Self.withArticle(point.name ?? Self.noun(point.kind)) + " at " + place(point.point)
  }

  private static func noun(_ kind: CriticalPoint.Kind) -> String {
    switch kind {
    case .minimum, .cusp: "minimum"
    case .valley: "curve of minima"
    case .saddle: "saddle"
    case .maximum: "maximum"
    case .degenerate: "degenerate saddle"
    }
  }

  /// `the sharp minimum`, whether the name has its article or not.
  static func withArticle(_ name: String) -> String {
    ["the ", "a ", "an ", "The ", "A ", "An "].contains { name.hasPrefix($0) } ? name : "the " + name
  }

  /// `1 step`, `12,000 steps`.
  static func steps(_ count: Int) -> String { count == 1 ? "1 step" : NumberText.string(count) + " steps" }

  /// A number of steps that is forecast, to two digits: `1200 steps`.
  static func aboutSteps(_ count: Double) -> String {
    count < 1.5 ? "1 step" : NumberText.string(count.rounded(.up), digits: 2) + " steps"
  }

  /// The digits, at least three, to which two numbers must be printed for a reader to see which is larger.
  static func digits(toTell first: Double, from second: Double) -> Int {
    (3..<17).first { NumberText.string(first, digits: $0) != NumberText.string(second, digits: $0) } ?? 17
  }

  /// Characters that a legend has room for.
  private static let legendWidth = 46

  /// The first of the texts that fits into a legend, or else the last.
  static func legend(_ texts: String...) -> String { texts.first { $0.count <= legendWidth } ?? texts.last ?? "" }

  /// `×1.05`, `×0.9996`: to as many places as show how far it is from 1.
  static func factor(_ value: Double) -> String {
    guard let place = NumberText.exponent(of: value - 1), (-9..<0).contains(place) else {
      return "×" + NumberText.string(value)
    }
    return "×" + NumberText.string(value, decimals: max(2, -place))
  }
}

extension Stability {
  /// The limit of η·λmax: `2`, `2(1 + β) = 3.8`.
  func limitText(digits: Int = 3) -> String {
    let value = NumberText.string(limit, digits: digits)
    if isPlain { return value }
    return (isNesterov ? "2(1 + β)/(1 + 2β) = " : gain == 1 ? "2(1 + β) = " : "2(1 + β)/(1 − δ) = ") + value
  }

  /// `η·λmax = 2.05` and the limit that it is above or below, `2`, to as many digits as tell them apart.
  func compared(etaSharpness: Double) -> (value: String, limit: String) {
    let digits = Wording.digits(toTell: etaSharpness, from: limit)
    return ("η·λmax = " + NumberText.string(etaSharpness, digits: digits), limitText(digits: digits))
  }

  /// The largest stable rate for a curvature: `2/λmax = 0.2`.
  func stableRateText(lambda: Double) -> String {
    let value = NumberText.string(limit / lambda)
    return isPlain ? "2/λmax = " + value : "rates are stable up to " + value
  }

  /// The same for a legend: `2/λ = 0.2`.
  func stableRateWords(lambda: Double) -> String {
    let value = NumberText.string(limit / lambda)
    return isPlain ? "2/λ = " + value : "limit " + value
  }
}
