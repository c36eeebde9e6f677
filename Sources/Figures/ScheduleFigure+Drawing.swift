public import Raster

extension ScheduleFigure {
  public func drawing() -> Drawing {
    let layout = ScheduleLayout(self)
    let cuts = CutLines(of: self, layout)
    var drawing = Drawing(width: width, height: height, background: theme.background)
    drawing.elements += layout.rateStrip.elements(in: layout.rates, gutter: layout.gutter)
    if let outer = layout.losses { drawing.elements += lossElements(layout, in: outer) }
    drawing.elements += cuts?.lines ?? []
    drawing.elements += rateMarks(layout)
    drawing.elements += cuts?.words ?? []
    drawing.elements += layout.header.elements(at: Position(layout.margin, layout.margin))
    drawing.elements += layout.legend?.elements(at: layout.legendOrigin) ?? []
    if let footer {
      let position = Position(width - layout.margin, height - 7)
      drawing.elements.append(
        .text(Text(footer, at: position, anchor: .end, size: layout.sizes.tick, color: theme.quietInk)))
    }
    return drawing
  }

  // MARK: Rates

  /// Cuts and restarts, what they are called, and the names of the curves.
  private func rateMarks(_ layout: ScheduleLayout) -> [Drawing.Element] {
    let panel = layout.rateStrip.panel(in: layout.rates, gutter: layout.gutter)
    var elements: [Drawing.Element] = []
    for (curve, style) in zip(curves, layout.styles) {
      let marks = RateMarks(
        rates: curve.rates, cuts: curve.cuts, restarts: curve.restarts, style: style, theme: theme, sizes: layout.sizes)
      elements += marks.elements(panel.x, panel.y, in: panel.rect)
    }
    elements += layout.endLabels?.elements(right: panel.rect.maxX) ?? []
    elements += layout.ledLabels?.elements(right: panel.rect.maxX) ?? []
    return elements + rateKey(layout).elements(right: panel.rect.maxX, baseline: layout.baseline(of: layout.rates))
  }

  func rateKey(_ layout: ScheduleLayout) -> StripKey {
    let isCut = curves.contains { !$0.cuts.isEmpty }
    let isRestarted = curves.contains { !$0.restarts.isEmpty }
    return StripKey(
      items: (isCut ? [(.cut, "cut")] : []) + (isRestarted ? [(.restart, "restart")] : []), theme: theme,
      sizes: layout.sizes)
  }

  // MARK: Losses

  private func lossElements(_ layout: ScheduleLayout, in outer: Rect) -> [Drawing.Element] {
    let panel = layout.lossStrip.panel(in: outer, gutter: layout.gutter)
    var drawn: Set<[Double]> = []
    var best: [Strip.Series] = []
    for (curve, style) in zip(curves, layout.styles) where !curve.best.isEmpty && drawn.insert(curve.best).inserted {
      best.append(.init(values: [.nan] + curve.best.map { $0.isFinite ? $0 : .nan }, style: style))
    }
    var strip = layout.lossStrip
    strip.series = best + strip.series
    let key = StripKey(
      items: best.prefix(1).map { (.line($0.style), "best so far") }, theme: theme, sizes: layout.sizes)
    return strip.elements(in: outer, gutter: layout.gutter)
      + key.elements(right: panel.rect.maxX, baseline: layout.baseline(of: outer))
  }
}
