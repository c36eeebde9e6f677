import Diagnosis
import LossSurfaces
import Optimization
import Raster

/// One of the two panels of a range test: losses against the logarithm of the rate.
struct RangeTestPanel {
  private struct Curve {
    var rates: ArraySlice<Double>
    var losses: ArraySlice<Double>
    var stroke: Stroke
  }

  private let assessment: RangeTestAssessment
  private let outer: Rect
  private let theme: Theme
  private let sizes: TypeSizes
  private let heading: String
  /// The loss at the start, about which the axis is laid.
  private let start: Double
  private let curves: [Curve]
  private let isTruth: Bool
  /// The losses for which the axis is laid; others may leave it.
  private let fitted: [Double]
  /// The curve on which readings stand.
  private let line: (rates: ArraySlice<Double>, losses: ArraySlice<Double>)

  /// The upper panel: the sweep as it was recorded, thin, and smoothed; what is read of it is bold.
  init(sweepOf assessment: RangeTestAssessment, in outer: Rect, theme: Theme, sizes: TypeSizes) {
    let sweep = assessment.sweep
    let recorded = sweep.stop.map { 0..<$0 + 1 } ?? sweep.rates.indices
    self.assessment = assessment
    (self.outer, self.theme, self.sizes) = (outer, theme, sizes)
    isTruth = false
    heading = "loss in one sweep" + (assessment.test.smoothing > 0 ? ": recorded (thin) and smoothed (bold)" : "")
    fitted = Array(sweep.smoothed[recorded])
    start = sweep.losses.first ?? 0
    line = (sweep.rates[sweep.read], sweep.smoothed[sweep.read])
    curves = [
      Curve(
        rates: sweep.rates[...], losses: sweep.losses[...], stroke: Stroke(theme.quietInk.opacity(0.75), width: 1.1)),
      Curve(
        rates: sweep.rates[recorded], losses: sweep.smoothed[recorded],
        stroke: Stroke(theme.ink, width: 1.3, dash: [2, 3])),
      Curve(rates: line.rates, losses: line.losses, stroke: Stroke(theme.ink, width: 2.4)),
    ]
  }

  /// The lower panel: where separate runs end.
  init(truthOf assessment: RangeTestAssessment, in outer: Rect, theme: Theme, sizes: TypeSizes) {
    self.assessment = assessment
    (self.outer, self.theme, self.sizes) = (outer, theme, sizes)
    isTruth = true
    let steps = assessment.test.run.steps
    heading =
      "loss after \(NumberText.string(steps)) steps at one rate"
      + (assessment.test.run.isStochastic ? ", mean of \(RangeTest.seedCount) seeds" : "")
    start = assessment.sweep.losses.first ?? 0
    line = (assessment.outcomes.map(\.rate)[...], assessment.outcomes.map(\.loss)[...])
    fitted = assessment.outcomes.map(\.loss)
    curves = [Curve(rates: line.rates, losses: line.losses, stroke: Stroke(theme.ink, width: 2.4))]
  }

  /// The room that the numbers at the left need.
  var gutter: Double { Axes.gutter(for: yScale.ticks(spacing: tickSpacing), sizes: sizes) }

  private var tickSpacing: Double { sizes.tick * 2.2 }

  private var yScale: Scale {
    let domain = Self.domain(of: fitted, around: start)
    return Scale(
      domain.range, from: outer.maxY, to: outer.minY + sizes.label * 1.6, isLogarithmic: domain.isLogarithmic)
  }

  /// The range of an axis on which a fall from the start fills most of the height, and a rise above it leaves at the
  /// top.
  ///
  /// Logarithmic when all losses are positive and fall by two decades, of which fifteen are shown at most. Losses without
  /// a lower bound would press all else flat: the axis ends where the lower half of the curve is well on its way.
  static func domain(of losses: [Double], around start: Double) -> (range: ClosedRange<Double>, isLogarithmic: Bool) {
    let finite = losses.filter(\.isFinite).sorted()
    guard let least = finite.first, let greatest = finite.last else { return (0...1, false) }
    let top = max(start, least)
    if least > 0, top / least > 100 {
      let bottom = max(least, (top * 1e-15 < greatest ? top : greatest) * 1e-15)
      let margin = Elementary.exp(0.06 * Elementary.log(top / bottom))
      let (low, high) = (bottom / margin, min(greatest, top * margin * margin) * margin)
      return (max(low, .leastNonzeroMagnitude)...min(high, .greatestFiniteMagnitude), true)
    }
    let median = finite[finite.count / 2]
    let low = least < 0 && least < top - 20 * (top - median) && median < top ? top - 20 * (top - median) : least
    let span = top > low ? top - low : max(abs(top), 1e-300)
    let foot = low >= 0 && low < 0.5 * top ? 0 : low - 0.07 * span
    return (foot...min(max(greatest, top), top + 0.35 * span) + 0.07 * span, false)
  }

  // MARK: Drawing

  func elements(gutter: Double) -> [Drawing.Element] {
    let y = yScale
    let plot = Rect(x: outer.minX + gutter, y: y.end, width: outer.width - gutter - 6, height: y.start - y.end)
    let x = Scale(rateDomain, from: plot.minX, to: plot.maxX, isLogarithmic: true)
    let axes = Axes(
      rect: plot, x: x, y: y, xLabel: isTruth ? "η" : "", hasXNumbers: isTruth, hasGrid: true,
      yTickSpacing: tickSpacing, theme: theme, sizes: sizes)
    let title = Text(
      TextWrap.truncated(heading, width: outer.width, size: sizes.label, weight: .bold),
      at: Position(outer.minX, outer.minY + sizes.label), size: sizes.label, weight: .bold, color: theme.ink)
    let lines = curves.map { curve in Drawing.Element.stroke(Path(points(of: curve, x, y)), curve.stroke) }
    return unstable(x, plot) + axes.under + [.clipped(plot.inset(by: -1), drops(x, y, plot) + lines)]
      + limitLine(x, plot) + axes.over + marks(x, y, plot) + [.text(title)]
  }

  private func points(of curve: Curve, _ x: Scale, _ y: Scale) -> [Position] {
    let rates = Array(curve.rates)
    return Envelope.points(of: Array(curve.losses), columns: 2 * Int(x.end - x.start)) { index, loss in
      Position(x(rates[index]), y.unheld(loss))
    }
  }

  /// The rates shown: the range of the sweep, and a tenth of its turn where that lies below it.
  private var rateDomain: ClosedRange<Double> {
    let (low, high) = (assessment.test.rates.first ?? 1, assessment.test.rates.last ?? 1)
    return min(low, assessment.recommended.map(\.rate).min() ?? low)...high
  }

  /// The rates above the limit, shaded.
  private func unstable(_ x: Scale, _ plot: Rect) -> [Drawing.Element] {
    guard let limit = assessment.limit, limit.rate < x.domain.upperBound else { return [] }
    let from = max(plot.minX, x(limit.rate))
    let area = Rect(x: from, y: plot.minY, width: plot.maxX - from, height: plot.height)
    return [.fill(.rectangle(area), theme.quietInk.opacity(0.09))]
  }

  private func limitLine(_ x: Scale, _ plot: Rect) -> [Drawing.Element] {
    guard let limit = assessment.limit, x.domain.contains(limit.rate) else { return [] }
    let at = x(limit.rate)
    let path = Path([Position(at, plot.minY), Position(at, plot.maxY)])
    var elements: [Drawing.Element] = [.stroke(path, Stroke(theme.ink, width: 1.3, dash: [1.3, 3]))]
    if !isTruth {
      // On the side where runs settle, for there the curves have fallen; unless it would leave the panel.
      let isLeft = at - 6 - Typeface.width(of: limit.words, size: sizes.tick) > plot.minX
      elements.append(
        .text(
          Text(
            limit.words, at: Position(at + (isLeft ? -5 : 5), plot.minY + sizes.tick * 1.2),
            anchor: isLeft ? .end : .start, size: sizes.tick, color: theme.ink,
            halo: .init(theme.background.opacity(0.8), width: 2.4))))
    }
    return elements
  }

  // MARK: Readings

  private static let markerRadius = 4.0

  /// Where a reading stands on the curve; held within the panel, for a run that diverged ends far above it.
  private func place(of rate: Double, _ x: Scale, _ y: Scale, _ plot: Rect) -> Position? {
    let (rates, losses) = line
    guard let first = rates.first, let last = rates.last, rate >= first * 0.999, rate <= last * 1.001 else {
      return nil
    }
    let next = rates.firstIndex { $0 >= rate } ?? rates.endIndex - 1
    let before = max(rates.startIndex, next - 1)
    let (left, right) = (x(rates[before]), x(rates[next]))
    let fraction = right > left ? (x(rate) - left) / (right - left) : 1
    let height = y.unheld(losses[before]) + fraction * (y.unheld(losses[next]) - y.unheld(losses[before]))
    return Position(x(rate), min(max(height, plot.minY + (isTruth ? 15 : 5)), plot.maxY - 5))
  }

  /// A line from each reading on the sweep to the foot of its panel, and from the head of the lower one to the end of
  /// the run at that rate.
  private func drops(_ x: Scale, _ y: Scale, _ plot: Rect) -> [Drawing.Element] {
    assessment.recommended.map { reading in
      let at = x(reading.rate)
      let place = place(of: reading.rate, x, y, plot)?.y
      let ends = isTruth ? (plot.minY, place ?? plot.maxY) : (place ?? plot.minY, plot.maxY)
      let style = theme.style(of: reading.kind)
      return .stroke(
        Path([Position(at, ends.0), Position(at, ends.1)]), Stroke(style.color.opacity(0.8), width: 1.4))
    }
  }

  private func marks(_ x: Scale, _ y: Scale, _ plot: Rect) -> [Drawing.Element] {
    var elements = isTruth ? [] : turn(x, y, plot)
    for reading in assessment.recommended.reversed() {
      let style = theme.style(of: reading.kind)
      guard let at = place(of: reading.rate, x, y, plot) else { continue }
      if isTruth, !reading.trajectory.fell {
        // Off the top.
        elements.append(.fill(.triangleUp(center: Position(at.x, plot.minY + 5), radius: 3.6), style.color))
      }
      elements += style.marker.elements(
        at: at, radius: Self.markerRadius, color: style.color, casing: theme.casing)
    }
    return elements
  }

  /// A ring about the lowest smoothed loss.
  private func turn(_ x: Scale, _ y: Scale, _ plot: Rect) -> [Drawing.Element] {
    guard let turn = assessment[.minimum], let at = place(of: turn.rate, x, y, plot) else { return [] }
    let ring: [Drawing.Element] = [
      .stroke(.circle(center: at, radius: 4.5), Stroke(theme.casing, width: 4)),
      .stroke(.circle(center: at, radius: 4.5), Stroke(theme.ink, width: 1.8)),
    ]
    guard plot.height > 80 else { return ring }
    return ring + [
      .text(
        Text(
          "lowest", at: Position(at.x, at.y - 9), anchor: .middle, size: sizes.tick, color: theme.ink,
          halo: .init(theme.background.opacity(0.85), width: 2.4)))
    ]
  }
}

extension Theme {
  /// How a reading is drawn: in the colour and with the marker of the run of its place.
  func style(of reading: SweepReading) -> RunStyle {
    var style = style(ofRun: SweepReading.recommendations.firstIndex(of: reading) ?? 0)
    style.dash = []
    return style
  }
}
