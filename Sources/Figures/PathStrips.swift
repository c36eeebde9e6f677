import Raster

/// The strips of a path figure: losses, learning rates, and what is stable.
extension PathFigure {
  /// What is shown of stability, when that is asked for.
  var stability: StabilityPanel? {
    panels.contains(.stability) ? StabilityPanel(of: groups, in: view) : nil
  }

  /// One for each panel, its axes settled for the whole length of the runs.
  func strips(_ stability: StabilityPanel?) -> [Strip] {
    panels.map { panel in
      var strip = strip(panel, stability)
      strip.domain = strip.domain ?? Strip.domain(of: strip.series, isRate: strip.isHeld, limit: strip.limit)
      return strip
    }
  }

  func stripElements(_ composition: Composition, through step: Int) -> [Drawing.Element] {
    let layout = composition.plan.layout
    let strips = zip(composition.strips, layout.strips).map { (strip: $0, rect: $1, gutter: $0.gutter(in: $1)) }
    let widest = strips.map(\.gutter).max() ?? 0
    return strips.flatMap { strip, rect, gutter in
      var strip = strip
      strip.shownStep = step
      return strip.elements(in: rect, gutter: layout.arrangement == .beside ? widest : gutter)
    }
  }
}
