import Raster

/// Names of curves beside their right ends, in place of a legend.
struct EndLabels: Sendable {
  struct Curve: Sendable {
    var label: String
    var color: Color
    /// Where the curve ends.
    var height: Double
  }

  /// The largest share of a figure's width that names may take.
  private static let widest = 0.26
  private static let gap = 7.0

  private let curves: [Curve]
  private let baselines: [Double]
  private let size: Double

  /// The room that names need at the right of the plot, or nil when they are too long for that.
  static func width(of labels: [String], figure width: Double, sizes: TypeSizes) -> Double? {
    let widest = labels.map { Typeface.width(of: $0, size: sizes.label, weight: .bold) }.max() ?? 0
    return widest <= Self.widest * width ? widest + gap : nil
  }

  /// nil when the ends lie so close that a name would stand nearer to another curve's end than to its own.
  init?(_ curves: [Curve], from top: Double, to bottom: Double, sizes: TypeSizes) {
    let line = sizes.label * 1.22
    let order = curves.indices.sorted { curves[$0].height < curves[$1].height }
    var (down, up) = (order.map { curves[$0].height }, order.map { curves[$0].height })
    for index in down.indices.dropFirst() { down[index] = max(down[index], down[index - 1] + line) }
    for index in up.indices.reversed().dropFirst() { up[index] = min(up[index], up[index + 1] - line) }
    // Of both ways of making room the middle: the names move as little as they must.
    var places = zip(down, up).map { ($0 + $1) / 2 }
    let excess = max(0, (places.last ?? bottom) - bottom) - max(0, top - (places.first ?? top))
    places = places.map { $0 - excess }
    var baselines = curves.map(\.height)
    for (place, index) in zip(places, order) {
      guard abs(place - curves[index].height) <= 0.62 * line else { return nil }
      baselines[index] = place + sizes.label * Typeface.xHeight * 0.58
    }
    self.curves = curves
    self.baselines = baselines
    size = sizes.label
  }

  func elements(right end: Double) -> [Drawing.Element] {
    zip(curves, baselines).map { curve, baseline in
      .text(
        Text(curve.label, at: Position(end + Self.gap, baseline), size: size, weight: .bold, color: curve.color))
    }
  }
}
