import LossSurfaces
import Raster

/// The cuts that losses brought, as thin lines through the losses and the rates; between the two the update and the new
/// rate, where there is room.
struct CutLines: Sendable {
  struct Cut: Sendable {
    var update: Int
    var rate: Double
    /// Of its lines, and of its words.
    var color: Color
    var lettering: Color
  }

  private let cuts: [Cut]
  private let losses: Strip.Panel
  private let rates: Strip.Panel
  /// Where the words stand: their baseline, and the stretch that is free.
  private let baseline: Double
  private let free: ClosedRange<Double>
  private let size: Double

  /// nil when no log is replayed.
  init?(of figure: ScheduleFigure, _ layout: ScheduleLayout) {
    guard let outer = layout.losses else { return nil }
    cuts = zip(figure.curves, layout.styles).flatMap { curve, style in
      let lettering = figure.theme.lettering(in: style.color)
      return (curve.isJudged ? curve.cuts.filter(curve.rates.indices.contains) : []).map { update in
        Cut(update: update, rate: curve.rates[update], color: style.color, lettering: lettering)
      }
    }.sorted { $0.update < $1.update }
    losses = layout.lossStrip.panel(in: outer, gutter: layout.gutter)
    rates = layout.rateStrip.panel(in: layout.rates, gutter: layout.gutter)
    size = layout.sizes.tick
    baseline = layout.baseline(of: layout.rates)
    let headline = Typeface.width(of: layout.rateStrip.title, size: layout.sizes.label, weight: .bold)
    let start = layout.rates.minX + headline + 8
    free = start...max(start, rates.rect.maxX - figure.rateKey(layout).width - 8)
  }

  /// The lines, to stand beneath the marks on the curves.
  var lines: [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var last = -Double.infinity
    for cut in cuts {
      let x = rates.x(Double(cut.update))
      // Lines closer than this are one grey.
      guard x - last >= 3 else { continue }
      last = x
      for rect in [losses.rect, rates.rect] {
        let line = Path([Position(x, rect.minY), Position(x, rect.maxY)])
        elements.append(.stroke(line, Stroke(cut.color.opacity(0.55), width: 1, cap: .butt)))
      }
    }
    return elements
  }

  /// The first of words that would overlap stands.
  var words: [Drawing.Element] {
    var elements: [Drawing.Element] = []
    var last = free.lowerBound
    for (index, cut) in cuts.enumerated() {
      let x = rates.x(Double(cut.update))
      let next = index + 1 < cuts.count ? rates.x(Double(cuts[index + 1].update)) : .infinity
      let step = NumberText.string(cut.update)
      for word in ["\(step) → \(NumberText.string(cut.rate))", step] {
        let half = Typeface.width(of: word, size: size) / 2
        guard x - half >= last, x + half <= free.upperBound, x + half / 2 < next else { continue }
        elements.append(
          .text(Text(word, at: Position(x, baseline), anchor: .middle, size: size, color: cut.lettering)))
        last = x + half + 8
        break
      }
    }
    return elements
  }
}
