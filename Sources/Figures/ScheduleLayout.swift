import Raster

/// Where everything of a schedule figure stands: measured before anything is drawn.
///
/// Short names stand at the ends of the curves where these lie apart. Names of more curves than there are colours are led to
/// the ends by lines, where a column has room for them. Else a legend stands above the strips.
struct ScheduleLayout: Sendable {
  /// The share of the height that a legend may take above the rates alone, and above losses and rates.
  private static let mostLegend = (alone: 0.34, withLosses: 0.2)

  let sizes: TypeSizes
  let margin: Double
  let header: Header
  /// nil where names stand at the ends of the curves, and for one curve, which the title names.
  let legend: LegendGrid?
  let legendOrigin: Position
  let endLabels: EndLabels?
  /// Names in a column beside the ends.
  let ledLabels: CurveLabels?
  let styles: [RunStyle]
  let lossStrip: Strip
  let rateStrip: Strip
  /// The losses above the rates, when a log is replayed.
  let losses: Rect?
  let rates: Rect
  /// The room for the numbers at the left: the same for both, so that their steps align.
  let gutter: Double

  init(_ figure: ScheduleFigure) {
    let (width, height) = (figure.width, figure.height)
    let sizes = TypeSizes(width: width, height: height)
    let margin = MapLayout.margin(width)
    self.sizes = sizes
    self.margin = margin
    header = Header(
      title: figure.title, settings: figure.settings, width: width - 2 * margin, lines: height < 340 ? 1 : 2,
      theme: figure.theme, sizes: sizes)
    let top = margin + header.height + 6
    legendOrigin = Position(margin, top)
    let room = Rect(
      x: margin, y: top, width: width - 2 * margin,
      height: height - top - margin * 0.5 - (figure.footer == nil ? 0 : sizes.tick * 1.6))
    let hasLosses = !figure.losses.isEmpty
    if let named = NamedEnds(figure, in: Self.split(room, hasLosses), sizes: sizes) {
      (styles, endLabels, ledLabels, legend) = (named.styles, named.labels, nil, nil)
      (losses, rates, gutter) = (named.losses, named.rates, named.gutter)
    } else if let led = LedEnds(figure, in: Self.split(room, hasLosses), sizes: sizes) {
      (styles, endLabels, ledLabels, legend) = (led.styles, nil, led.labels, nil)
      (losses, rates, gutter) = (led.losses, led.rates, led.gutter)
    } else {
      let styles = figure.styles(areNamed: false)
      let legend = figure.legend(
        styles, in: room, atMost: height * (hasLosses ? Self.mostLegend.withLosses : Self.mostLegend.alone),
        sizes: sizes)
      let used = legend.map { $0.height + 8 } ?? 0
      let strips = Self.split(
        Rect(x: room.x, y: room.y + used, width: room.width, height: room.height - used), hasLosses)
      (self.styles, self.legend, endLabels, ledLabels) = (styles, legend, nil, nil)
      (losses, rates) = (strips.losses, strips.rates)
      gutter = figure.gutter(strips, styles, sizes: sizes)
    }
    rateStrip = figure.rateStrip(styles, sizes: sizes)
    lossStrip = figure.lossStrip(sizes: sizes)
  }

  /// The baseline of a strip's headline.
  func baseline(of strip: Rect) -> Double { strip.minY + sizes.label }

  typealias Strips = (losses: Rect?, rates: Rect)

  private static func split(_ room: Rect, _ hasLosses: Bool) -> Strips {
    guard hasLosses else { return (nil, room) }
    let upper = room.height * 0.52
    return (
      Rect(x: room.x, y: room.y, width: room.width, height: upper - 4),
      Rect(x: room.x, y: room.y + upper, width: room.width, height: room.height - upper)
    )
  }
}

/// Strips that leave room at the right for the names of the curves.
private struct NamedEnds {
  let styles: [RunStyle]
  let labels: EndLabels?
  let losses: Rect?
  let rates: Rect
  let gutter: Double

  /// nil when the names are too long or would stand too close, or when a curve ends below the axis.
  init?(_ figure: ScheduleFigure, in strips: ScheduleLayout.Strips, sizes: TypeSizes) {
    guard figure.curves.count > 1,
      let width = EndLabels.width(of: figure.curves.map(\.label), figure: figure.width, sizes: sizes)
    else { return nil }
    func narrowed(_ rect: Rect) -> Rect {
      Rect(x: rect.x, y: rect.y, width: rect.width - width, height: rect.height)
    }
    styles = figure.styles(areNamed: true)
    losses = strips.losses.map(narrowed)
    rates = narrowed(strips.rates)
    gutter = figure.gutter((losses, rates), styles, sizes: sizes)
    let panel = figure.rateStrip(styles, sizes: sizes).panel(in: rates, gutter: gutter)
    let ends = zip(figure.curves, styles).map { curve, style in
      EndLabels.Curve(
        label: curve.label, color: figure.theme.lettering(in: style.color), height: panel.y(curve.rates.last ?? 0))
    }
    guard figure.curves.allSatisfy({ panel.y.domain.contains($0.rates.last ?? 0) }) else { return nil }
    labels = EndLabels(ends, from: panel.rect.minY, to: panel.rect.maxY, sizes: sizes)
    if labels == nil { return nil }
  }
}

/// Strips that leave room at the right for a column of names, each led to the end of its curve.
private struct LedEnds {
  /// With no more curves than this a legend is read as easily.
  private static let fewCurves = 8

  let styles: [RunStyle]
  let labels: CurveLabels
  let losses: Rect?
  let rates: Rect
  let gutter: Double

  /// nil when the curves are few or the column has no room for all.
  init?(_ figure: ScheduleFigure, in strips: ScheduleLayout.Strips, sizes: TypeSizes) {
    guard figure.curves.count > Self.fewCurves, figure.width >= 500 else { return nil }
    let column = min(max(0.27 * figure.width, 168), 340)
    func narrowed(_ rect: Rect) -> Rect {
      Rect(x: rect.x, y: rect.y, width: rect.width - column - CurveLabels.leader + 6, height: rect.height)
    }
    styles = figure.styles(areNamed: false)
    losses = strips.losses.map(narrowed)
    rates = narrowed(strips.rates)
    gutter = figure.gutter((losses, rates), styles, sizes: sizes)
    let panel = figure.rateStrip(styles, sizes: sizes).panel(in: rates, gutter: gutter)
    let entries = zip(figure.curves, styles).map { curve, style in
      let end = curve.rates.last ?? 0
      let isShown = panel.y.domain.contains(end)
      return CurveLabels.Entry(
        legend: .init(style: style, label: curve.label, words: ""),
        height: isShown ? panel.y(end) : panel.rect.maxY, isLed: isShown)
    }
    let labels = CurveLabels(
      entries, width: column, from: rates.minY, to: rates.maxY, theme: figure.theme, sizes: sizes)
    guard let labels else { return nil }
    self.labels = labels
  }
}

extension ScheduleFigure {
  /// How the curves are drawn. A family is shaded; where its curves are named at their ends it needs no dashes.
  fileprivate func styles(areNamed: Bool) -> [RunStyle] {
    curves.enumerated().map { index, curve in
      var style = theme.style(ofRun: index)
      guard let shade = curve.shade else { return style }
      style.color = theme.shade(shade)
      if areNamed { style.dash = [] }
      return style
    }
  }

  fileprivate func legend(_ styles: [RunStyle], in room: Rect, atMost height: Double, sizes: TypeSizes) -> LegendGrid? {
    guard curves.count > 1 else { return nil }
    let entries = zip(curves, styles).map { Legend.Entry(style: $1, label: $0.label, words: $0.words) }
    return LegendGrid(Legend(entries: entries, theme: theme, sizes: sizes), width: room.width, height: height)
  }

  fileprivate func gutter(_ strips: ScheduleLayout.Strips, _ styles: [RunStyle], sizes: TypeSizes) -> Double {
    max(
      rateStrip(styles, sizes: sizes).gutter(in: strips.rates),
      strips.losses.map { lossStrip(sizes: sizes).gutter(in: $0) } ?? 0)
  }

  private var steps: Int { curves.map(\.rates.count).max() ?? 1 }

  /// Solid lines lie beneath dashed ones, so that where they run together both are seen.
  fileprivate func rateStrip(_ styles: [RunStyle], sizes: TypeSizes) -> Strip {
    let series = zip(curves, styles).map { curve, style in
      Strip.Series(values: curve.rates, style: style, marks: curve.cuts + curve.restarts)
    }
    var strip = Strip(
      title: "learning rate η", series: series.filter(\.style.dash.isEmpty) + series.filter { !$0.style.dash.isEmpty },
      extent: Double(max(1, steps)), isHeld: true, theme: theme, sizes: sizes)
    strip.domain = RateDomain(series)?.domain
    strip.hasOwnMarks = false
    strip.lineWidth = 1.9
    strip.leastStair = 14
    return strip
  }

  /// Loss i stands at step i + 1: after update i.
  fileprivate func lossStrip(sizes: TypeSizes) -> Strip {
    let style = RunStyle(color: theme.ink, dash: [], marker: .disc)
    var strip = Strip(
      title: "loss", series: [.init(values: [.nan] + losses.prefix(steps), style: style)],
      extent: Double(max(1, steps)), isHeld: false,
      theme: theme, sizes: sizes)
    strip.hasStepNumbers = false
    strip.hasOwnMarks = false
    return strip
  }
}
