import LossSurfaces

/// The mean of a few numbers, with the square of its standard error; 0 for one number, of which nothing is known.
struct Sample {
  let mean: Double
  let squaredError: Double

  init(_ values: [Double]) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    squaredError = values.count > 1 ? squares / (count - 1) / count : 0
  }

  /// `0.013 ± 0.002`: the standard error to one digit, to two when the first is 1, and the mean as far as that reaches.
  var text: String {
    let error = squaredError.squareRoot()
    guard error > 0, error.isFinite, let place = NumberText.exponent(of: error) else {
      return NumberText.string(mean, digits: 2)
    }
    let leading = NumberText.string(error, digits: 2).first { $0 != "0" && $0 != "." }
    let decimals = (leading == "1" ? 1 : 0) - place
    return NumberText.string(mean, decimals: decimals) + " ± " + Self.text(error, decimals, beside: mean)
  }

  /// An error is written out beside a mean that is, so that its digits stand under those that it is about.
  private static func text(_ error: Double, _ decimals: Int, beside mean: Double) -> String {
    let text = NumberText.string(error, decimals: decimals)
    guard text.contains("×") || text.hasPrefix("10"), let place = NumberText.exponent(of: mean), place >= -4,
      (1...12).contains(decimals)
    else { return text }
    let units = String(Int((0..<decimals).reduce(error) { scaled, _ in scaled * 10 }.rounded()))
    return "0." + String(repeating: "0", count: max(0, decimals - units.count)) + units
  }
}
