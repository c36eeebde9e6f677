import Diagnosis
import LossSurfaces
import Optimization
import Raster

/// A small chart of something against the step or the epoch: the loss, or the learning rate.
struct Strip: Sendable {
  struct Series: Sendable {
    var values: [Double]
    /// How much of the axis a step takes.
    var step = 1.0
    var style: RunStyle
    /// Steps to mark with a tick on the line: cuts and restarts of the rate.
    var marks: [Int] = []
    var weight = Emphasis.single
  }

  /// How a line is drawn.
  enum Emphasis: Hashable, Sendable {
    case single
    /// One of several seeds: thin, and so opaque.
    case fan(Double)
    /// The mean of a fan: bold, with a casing.
    case mean

    var isFan: Bool { if case .fan = self { true } else { false } }
  }

  /// A dotted line across the strip with a word.
  struct Limit: Sendable {
    var value: Double
    var label: String
    /// What stands where there is no room for the label.
    var brief: String?
    /// Whether what lies above is shaded.
    var isShaded = false
  }

  typealias Domain = (range: ClosedRange<Double>, isLogarithmic: Bool)

  let title: String
  var series: [Series]
  /// Where the longest run ends on the axis.
  let extent: Double
  var axis = StepAxis.steps
  /// Whether a value holds until the next step (a rate) or is of its instant (a loss).
  let isHeld: Bool
  var limit: Limit?
  /// The step up to which lines are drawn.
  var shownStep = Int.max
  let theme: Theme
  let sizes: TypeSizes
  /// Whether it marks cuts and restarts at its foot, and the runs on their curves; a large figure draws marks itself.
  var hasOwnMarks = true
  /// Whether the steps are numbered; of strips that share their steps the lowest does.
  var hasStepNumbers = true
  var lineWidth = 1.5
  /// From how many pixels a step on every held value is drawn as one stair.
  var leastStair = Double.infinity
  /// What the upright axis shows; nil for what suits the series.
  var domain: Domain?

  /// The room that the numbers at the left need when the strip is as high as `outer`.
  func gutter(in outer: Rect) -> Double {
    Axes.gutter(for: yScale(in: outer).ticks(spacing: Self.tickSpacing(sizes)), sizes: sizes)
  }

  /// Strips are low: their numbers may stand closer than those of a map.
  private static func tickSpacing(_ sizes: TypeSizes) -> Double { sizes.tick * 2.1 }

  private func yScale(in outer: Rect) -> Scale {
    let domain = domain ?? Self.domain(of: series, isRate: isHeld, limit: limit)
    return Scale(
      domain.range, from: outer.maxY - (hasStepNumbers ? Axes.foot(sizes: sizes) : Axes.tickLength),
      to: outer.minY + sizes.label * 1.6, isLogarithmic: domain.isLogarithmic)
  }

  /// Where the curves stand.
  struct Panel: Sendable {
    let rect: Rect
    let x: Scale
    let y: Scale
  }

  func panel(in outer: Rect, gutter: Double) -> Panel {
    let y = yScale(in: outer)
    let rect = Rect(x: outer.minX + gutter, y: y.end, width: outer.width - gutter - 6, height: y.start - y.end)
    return Panel(rect: rect, x: Scale(0...extent, from: rect.minX, to: rect.maxX), y: y)
  }

  /// Draws the strip; strips that stand above one another are given the same gutter, so that their steps align.
  func elements(in outer: Rect, gutter: Double) -> [Drawing.Element] {
    let panel = panel(in: outer, gutter: gutter)
    let (plot, x, y) = (panel.rect, panel.x, panel.y)
    let axes = Axes(
      rect: plot, x: x, y: y, xLabel: hasStepNumbers ? axis.label : "", hasXNumbers: hasStepNumbers,
      xIsWhole: !axis.countsEpochs, hasGrid: true, xTickSpacing: xTickSpacing(in: plot),
      yTickSpacing: Self.tickSpacing(sizes), theme: theme, sizes: sizes)
    let heading = Text(
      TextWrap.truncated(title, width: outer.width, size: sizes.label, weight: .bold),
      at: Position(outer.minX, outer.minY + sizes.label), size: sizes.label, weight: .bold, color: theme.ink)
    return axes.under
      + limitElements(x, y, plot)
      + [.clipped(plot.inset(by: -1), inOrder(y).flatMap { line(of: $0, x, y) })]
      + axes.over + runMarks(in: panel) + [.text(heading)]
  }

  /// The strip without axes, for small multiples: a frame, its name, the curves with their marks, and the dotted limit.
  func thin(in plot: Rect) -> [Drawing.Element] {
    let domain = domain ?? Self.domain(of: series, isRate: isHeld, limit: limit)
    let x = Scale(0...extent, from: plot.minX, to: plot.maxX)
    let y = Scale(domain.range, from: plot.maxY, to: plot.minY, isLogarithmic: domain.isLogarithmic)
    let size = sizes.tick * 0.9
    // In the corner from which the curves stay furthest away.
    let height = size * 0.8
    let corners = [plot.maxX - 3, plot.minX + 3].flatMap { x in
      [plot.minY + height + 2, plot.maxY - 3].map { Position(x, $0) }
    }
    let corner = corners.max { clearance(of: $0, height, plot, y) < clearance(of: $1, height, plot, y) } ?? corners[0]
    let name = Text(
      title, at: corner, anchor: corner.x > plot.center.x ? .end : .start, size: size, color: theme.quietInk,
      halo: .init(theme.background.opacity(0.8), width: 2))
    let dotted = limit.map { limit in
      Path([Position(plot.minX, y(limit.value)), Position(plot.maxX, y(limit.value))])
    }
    let isSeen = limit.map { domain.range.contains($0.value) } ?? false
    return (isSeen ? dotted.map { [.stroke($0, Stroke(theme.quietInk, width: 1, dash: [1.2, 2.6]))] } ?? [] : [])
      + [.clipped(plot, inOrder(y).flatMap { line(of: $0, x, y) })]
      + [.stroke(.rectangle(plot.inset(by: -0.5)), Stroke(theme.grid, width: 1)), .text(name)]
  }

  /// Epochs are marked where they begin, never between: as many ticks as there are epochs begun, at most, are more than
  /// half an epoch apart, and so a whole one.
  private func xTickSpacing(in plot: Rect) -> Double {
    let least = Axes.xTickSpacing(sizes)
    return axis.countsEpochs ? max(least, plot.width / (extent.rounded(.up) + 0.5)) : least
  }

  private func line(of series: Series, _ x: Scale, _ y: Scale) -> [Drawing.Element] {
    var marks = Path()
    for step in hasOwnMarks ? series.marks.prefix(60) : []
    where series.values.indices.contains(step) && step <= shownStep {
      let at = x(Double(step) * series.step)
      marks.subpaths.append(.init([Position(at, y.start), Position(at, y.start - 5)]))
    }
    let limit = shownStep == .max ? .infinity : x(Double(shownStep) * series.step)
    let path = Path(points(of: series, x, y).prefix(leftOf: limit))
    let style = series.style
    let ticks = Drawing.Element.stroke(marks, Stroke(style.color, width: 1.3, cap: .butt))
    switch series.weight {
    case .single: return [.stroke(path, Stroke(style.color, width: lineWidth, dash: style.dash)), ticks]
    case .fan(let opacity): return [.stroke(path, Stroke(style.color.opacity(opacity), width: 0.8))]
    case .mean:
      return [
        .stroke(path, Stroke(theme.background, width: 3.6, dash: style.dash)),
        .stroke(path, Stroke(style.color, width: 2, dash: style.dash)), ticks,
      ]
    }
  }

  /// A rate holds until the next update: one that changes seldom, or only where it is marked, is drawn as the steps
  /// that it has, and where a cycle begins the line is upright. Where values leave the axis the line leaves the frame.
  private func points(of series: Series, _ x: Scale, _ y: Scale) -> [Position] {
    let values = series.values
    let pixels = x.end - x.start
    func across(_ step: Int) -> Double { x(Double(step) * series.step) }
    guard isHeld, pixels > Double(values.count) / 4 else {
      return Envelope.points(of: values, columns: 2 * Int(pixels)) { Position(across($0), y.unheld($1)) }
    }
    let changes = values.indices.dropFirst().filter { values[$0] != values[$0 - 1] }
    let isStaircase =
      changes.count * 4 < values.count || changes.allSatisfy(Set(series.marks).contains)
      || across(1) - across(0) >= leastStair
    let jump = 0.3 * (values.max() ?? 0)
    let upright =
      isStaircase
      ? [] : Set(series.marks.filter { values.indices.dropFirst().contains($0) && values[$0] - values[$0 - 1] > jump })
    return values.enumerated().flatMap { step, value -> [Position] in
      let here = Position(across(step), y.unheld(value))
      if isStaircase { return [here, Position(across(step + 1), here.y)] }
      return upright.contains(step) ? [Position(here.x, y.unheld(values[step - 1])), here] : [here]
    }
  }

  private func limitElements(_ x: Scale, _ y: Scale, _ plot: Rect) -> [Drawing.Element] {
    guard let limit, y.domain.contains(limit.value) else { return [] }
    let at = y(limit.value)
    let line = Path([Position(plot.minX, at), Position(plot.maxX, at)])
    let height = sizes.tick * 0.8
    // Above or below the dotted line, at its right or left end: where the curves stay furthest away.
    let places = [plot.maxX - 3, plot.minX + 4].flatMap { x in [at - 3.5, at + height + 3.5].map { Position(x, $0) } }
    // Where they hover about it, at the top of what is shaded.
    let heights = limit.isShaded ? [plot.maxX - 3, plot.minX + 4].map { Position($0, plot.minY + height + 3) } : []
    let best = [places, heights].lazy.compactMap { places in
      places.filter { $0.y - height > plot.minY && $0.y < plot.maxY }
        .max { clearance(of: $0, height, plot, y) < clearance(of: $1, height, plot, y) }
    }.first { clearance(of: $0, height, plot, y) > 1 }
    var elements: [Drawing.Element] = [.stroke(line, Stroke(theme.quietInk, width: 1.1, dash: [1.2, 3]))]
    if limit.isShaded {
      let above = Rect(x: plot.minX, y: plot.minY, width: plot.width, height: at - plot.minY)
      elements.insert(.fill(.rectangle(above), theme.quietInk.opacity(0.09)), at: 0)
    }
    let isLong = Typeface.width(of: limit.label, size: sizes.tick) > 0.7 * plot.width
    if let best {
      elements.append(
        .text(
          Text(
            isLong ? limit.brief ?? limit.label : limit.label, at: best, anchor: best.x > plot.center.x ? .end : .start,
            size: sizes.tick,
            color: theme.quietInk, halo: .init(theme.background, width: 2))))
    }
    return elements
  }

  /// How far the curves stay from a word of that height at the left or right end of the plot; at most 20.
  private func clearance(of place: Position, _ height: Double, _ plot: Rect, _ y: Scale) -> Double {
    var least = 20.0
    for one in series {
      let count = one.values.count
      // The values in a third of the axis, not of the series.
      let third = Int(min(extent / 3 / one.step, Double(count)))
      let part = place.x > plot.center.x ? min(count, 2 * third)..<count : 0..<min(count, third + 1)
      for value in one.values[part] where value.isFinite {
        let at = y(value)
        least = min(least, at < place.y - height ? place.y - height - at : at > place.y ? at - place.y : 0)
      }
    }
    return least
  }

  /// The range of an axis that shows the series.
  ///
  /// Losses: logarithmic when all are positive (or zero) and span over two decades. A run that blows up must not press
  /// the others flat: when some stay below 1000 times the largest first value, the axis ends there. Of values that fall
  /// for ever the last fifteen decades are shown. Rates: linear from 0, for most schedules touch low values only in
  /// passing; logarithmic when one of them lies mostly below a thirtieth of the greatest.
  static func domain(of series: [Series], isRate: Bool = false, limit: Limit?) -> Domain {
    var (low, high, first) = (Double.infinity, -Double.infinity, 0.0)
    for one in series {
      for value in one.values where value.isFinite {
        low = min(low, value)
        high = max(high, value)
      }
      if let start = one.values.first(where: { !$0.isNaN }), start.isFinite { first = max(first, abs(start)) }
    }
    guard low <= high else { return (0...1, false) }
    let cap = 1000 * first
    if first > 0, !isRate, series.contains(where: { $0.values.allSatisfy { $0 <= cap } }) { high = min(high, cap) }
    if let limit, limit.value < 2.5 * high, limit.value > low { high = max(high, limit.value * 1.05) }
    if low >= 0, let least = leastPositive(of: series), high / least > 100,
      !isRate || series.contains(where: { median(of: $0.values) < high / 30 })
    {
      return (Scale.logarithmicDomain(from: max(least, high * 1e-15), to: high), true)
    }
    if low >= 0, isRate || low < 0.5 * high { low = 0 }
    let margin = high > low ? (high - low) * 0.07 : max(abs(high) * 0.5, 1e-300)
    return ((low == 0 ? 0 : low - margin)...high + margin, false)
  }

  private static func median(of values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  private static func leastPositive(of series: [Series]) -> Double? {
    series.compactMap { $0.values.lazy.filter { $0 > 0 && $0.isFinite }.min() }.min()
  }
}

extension [Position] {
  /// A line that never goes back to the left, cut off at a place.
  fileprivate func prefix(leftOf limit: Double) -> [Position] {
    guard let cut = firstIndex(where: { $0.x > limit }) else { return self }
    guard cut > 0, self[cut - 1].x < limit else { return Array(self[..<cut]) }
    let (a, b) = (self[cut - 1], self[cut])
    let end = Position(limit, a.y + (b.y - a.y) * ((limit - a.x) / (b.x - a.x)))
    return self[..<cut] + (end.y.isNaN ? [] : [end])
  }
}

/// Thins a long series for drawing: of the values that fall in one column of the page it keeps the first, the least,
/// the greatest and the last.
enum Envelope {
  static func points(of values: [Double], columns: Int, at position: (Int, Double) -> Position) -> [Position] {
    guard values.count > 4 * columns, columns > 0 else {
      return values.indices.filter { !values[$0].isNaN }.map { position($0, values[$0]) }
    }
    var result: [Position] = []
    for column in 0..<columns {
      let from = values.count * column / columns
      let to = values.count * (column + 1) / columns
      let steps = (from..<to).filter { !values[$0].isNaN }
      guard let first = steps.first, let last = steps.last else { continue }
      let least = steps.min { values[$0] < values[$1] } ?? first
      let greatest = steps.max { values[$0] < values[$1] } ?? first
      for step in Set([first, least, greatest, last]).sorted() { result.append(position(step, values[step])) }
    }
    return result
  }
}

extension Strip.Limit {
  /// The largest stable rate at the only declared minimum, when all runs have the same.
  init?(of groups: [RunGroup], on surface: Surface) {
    let minima = surface.criticalPoints.filter { $0.kind == .minimum }
    guard minima.count == 1 else { return nil }
    let limits = Set(groups.map { RateLimit(of: $0.run.optimizer, at: minima[0].point, on: surface) })
    guard limits.count == 1, let limit = limits.first ?? nil else { return nil }
    self.init(value: limit.rate, label: limit.words)
  }
}
