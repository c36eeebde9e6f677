import Raster

/// The updates at which a rate is cut or a cycle begins, marked on its curve with the run's marker at the first update
/// that uses the new rate: full for a cut, hollow for a restart. Marks that would touch the one before are left out.
struct RateMarks: Sendable {
  let rates: [Double]
  let cuts: [Int]
  let restarts: [Int]
  let style: RunStyle
  let theme: Theme
  let sizes: TypeSizes

  /// What lies within `plot`.
  func elements(_ x: Scale, _ y: Scale, in plot: Rect) -> [Drawing.Element] {
    let marks = (cuts.map { ($0, false) } + restarts.map { ($0, true) }).sorted { $0.0 < $1.0 }
    var elements: [Drawing.Element] = []
    var last: Position?
    for (update, isHollow) in marks where rates.indices.contains(update) {
      let here = Position(x(Double(update)), y.unheld(rates[update]))
      guard plot.inset(by: -1).contains(here), last.map({ $0.distance(to: here) >= 3.4 * Self.radius(sizes) }) ?? true
      else {
        continue
      }
      last = here
      elements += Self.mark(style.marker, at: here, isHollow: isHollow, color: style.color, theme: theme, sizes: sizes)
    }
    return elements
  }

  private static func radius(_ sizes: TypeSizes) -> Double { 0.33 * sizes.tick }

  static func mark(
    _ marker: Marker, at place: Position, isHollow: Bool, color: Color, theme: Theme, sizes: TypeSizes
  ) -> [Drawing.Element] {
    let (radius, ground) = (radius(sizes), theme.background)
    let full = marker.elements(at: place, radius: radius, color: color, casing: ground)
    return isHollow
      ? full + marker.elements(at: place, radius: radius * 0.52, color: ground, casing: ground.opacity(0)) : full
  }
}
