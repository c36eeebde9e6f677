import Diagnosis
public import LossSurfaces

/// The losses at which a picture of a surface changes colour and draws its contour lines.
///
/// There are exactly as many as asked for, strictly increasing, spread over the picture rather than over the range of
/// f. In v = f − f_min they are evenly spaced; in log v, from the loss that encloses 0.5 % of the view to the one that leaves 1 % outside,
/// where the greatest v in view is more than 100 times the first of these. On a
/// surface without a minimum in view but with a critical point they are spaced as signed squares about its loss, so
/// that the lines of a saddle are evenly apart on the page.
///
/// No level is the loss of a saddle or a maximum, where its curve would cross itself or be a point.
///
/// Each level is moved by less than half a gap to the roundest number there is, two significant digits where that
/// keeps them distinct, so what a label prints is the level itself.
///
/// Edge cases: points where f is nan or infinite are left out; a surface that is constant, or defined nowhere, gets
/// levels about its value (or 0) that no line meets.
public struct Levels: Hashable, Sendable {
  public enum Spacing: Hashable, Sendable {
    case linear
    case logarithmic
    case signedSquare
  }

  public static let allowedCounts = 1...200

  /// The levels, strictly increasing.
  public let values: [Double]
  public let spacing: Spacing

  /// Throws when the count is not in 1…200.
  public init(count: Int, surface: Surface, view: View) throws(InputError) {
    guard Self.allowedCounts.contains(count) else {
      throw InputError("\(count) contour levels cannot be drawn", remedy: "Give a number of levels from 1 to 200.")
    }
    let distribution = LossDistribution(surface: surface, view: view)
    let (targets, spacing) = Self.targets(count, distribution)
    let rounded = RoundNumbers.near(targets, avoiding: distribution.criticalLosses)
    values = Self.areIncreasing(rounded) ? rounded : Self.ladder(count, from: distribution.quantile(0.5) ?? 0)
    self.spacing = spacing
  }

  private static func areIncreasing(_ values: [Double]) -> Bool {
    values.allSatisfy(\.isFinite) && zip(values, values.dropFirst()).allSatisfy(<)
  }

  /// Levels for where there is nothing to spread over: upwards from the one value there is, clear of it; below it where numbers end.
  private static func ladder(_ count: Int, from value: Double) -> [Double] {
    let step = max(abs(value), 1) / 10
    let upwards = (1...count).map { value + Double($0) * step }
    if areIncreasing(upwards) { return upwards }
    return (1...count).map { value / 2 + abs(value) / Double(4 * count) * Double($0) }
  }

  /// Levels of the caller's choice; they must be finite and strictly increasing.
  public init(_ values: [Double]) {
    precondition(Self.areIncreasing(values), "levels must increase")
    self.values = values
    spacing = .linear
  }

  /// The number of levels that are not above a loss: 0 below all of them, and for nan.
  public func band(of loss: Double) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if loss >= values[middle] { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The same, searched from the band of a neighbour, which is mostly the same or next to it.
  func band(of loss: Double, from neighbour: Int) -> Int {
    var band = neighbour
    while band < values.count && loss >= values[band] { band += 1 }
    while band > 0 && !(loss >= values[band - 1]) { band -= 1 }
    return band
  }

  /// The level as a label prints it.
  public func text(at index: Int) -> String { NumberText.string(values[index], digits: 12) }

  private static func targets(_ count: Int, _ samples: LossDistribution) -> ([Double], Spacing) {
    guard let low = samples.quantile(0.005), let high = samples.quantile(0.99), let top = samples.maximum,
      high - samples.minimum > 1e-12 * max(abs(high), abs(samples.minimum))
    else {
      return (ladder(count, from: samples.quantile(0.5) ?? 0), .linear)
    }
    if let center = samples.saddleLoss { return signedSquares(count, center, low, high) }
    let base = samples.minimum
    // Levels that are apart in v must be apart in f, too.
    let leastStep = 1000 * max(abs(base), abs(high)).ulp
    let (bottom, rim) = (max(low - base, (high - base) * 1e-12, leastStep), high - base)
    if (top - base) / bottom > 100, rim > bottom {
      let ratio = Elementary.log(rim / bottom)
      return (fractions(count).map { base + bottom * Elementary.exp(ratio * $0) }, .logarithmic)
    }
    // A loss that falls to a far lower value in a corner too small to see does not stretch the scale.
    let floor = max(base, low - 0.02 * (high - low))
    let gap = (high - floor) / (Double(count) + 0.5)
    guard gap.isFinite else {
      let shares = (1...count).map { Double($0) / (Double(count) + 0.5) }
      return (shares.map { floor * (1 - $0) + high * $0 }, .linear)
    }
    return ((1...count).map { floor + gap * Double($0) }, .linear)
  }

  private static func fractions(_ count: Int) -> [Double] {
    count == 1 ? [0.5] : (0..<count).map { Double($0) / Double(count - 1) }
  }

  /// Levels center ± ((i − ½)·gap)², the gap the same on both sides: none is that of the critical point itself.
  private static func signedSquares(_ count: Int, _ center: Double, _ low: Double, _ high: Double) -> (
    [Double], Spacing
  ) {
    let (below, above) = (max(0, center - low).squareRoot(), max(0, high - center).squareRoot())
    let gap = (below + above) / Double(count)
    let countBelow = (Double(count) * below / (below + above)).rounded()
    let levels = (0..<count).map { index in
      let root = gap * (Double(index) + 0.5 - countBelow)
      return center + root * abs(root)
    }
    return (levels, .signedSquare)
  }
}
