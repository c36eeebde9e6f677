import LossSurfaces
import Optimization
import Raster

/// Where everything of a figure of curves stands: the losses, thin panels below them, and what the curves are called,
/// beside their ends or above.
struct CurvesLayout {
  let losses: Rect
  let panels: [Rect]
  let gutter: Double
  /// Beside the ends of the curves; nil where they stand above.
  let labels: CurveLabels?
  let legend: LegendGrid?
  let legendOrigin: Position

  /// What is placed.
  struct Content {
    var body: Rect
    var losses: Strip
    var panels: [Strip]
    var legend: Legend
    /// The last loss of each curve, and whether it ends where the longest does.
    var ends: [(loss: Double, isLast: Bool)]
    var hasLabels: Bool
  }

  /// The losses keep this height, or the panels are left out.
  private static let leastLosses = 96.0
  /// The share of the figure that a legend above may take.
  private static let mostLegend = 0.34

  /// More curves than there are colours are called at their ends even where there is no room for what they came to.
  private static let fewCurves = 8

  init(_ content: Content) {
    let body = content.body
    legendOrigin = Position(body.x, body.y)
    let column = min(max(0.27 * body.width, 168), 340)
    if content.hasLabels, body.width >= 500 {
      let room = Rect(
        x: body.x, y: body.y, width: body.width - column - CurveLabels.leader + 6, height: body.height)
      let parts = Parts(content, in: room)
      var bare = content
      if content.ends.count > Self.fewCurves { bare.legend = content.legend.withoutWords }
      for content in [content, bare] {
        guard let labels = Self.labels(content, parts, width: column) else { continue }
        (losses, panels, gutter, self.labels, legend) = (parts.losses, parts.panels, parts.gutter, labels, nil)
        return
      }
    }
    let grid = LegendGrid(content.legend, width: body.width, height: Self.mostLegend * body.height)
    let top = grid.height + 8
    let parts = Parts(content, in: Rect(x: body.x, y: body.y + top, width: body.width, height: body.height - top))
    (losses, panels, gutter, labels, legend) = (parts.losses, parts.panels, parts.gutter, nil, grid)
  }

  private static func labels(_ content: Content, _ parts: Parts, width: Double) -> CurveLabels? {
    let panel = parts.strip.panel(in: parts.losses, gutter: parts.gutter)
    let entries = zip(content.legend.entries, content.ends).map { legend, end in
      let isShown = panel.y.domain.contains(end.loss)
      return CurveLabels.Entry(
        legend: legend, height: end.loss.isNaN ? panel.rect.minY : panel.y(end.loss), isLed: end.isLast && isShown)
    }
    return CurveLabels(
      entries, width: width, from: parts.losses.minY, to: content.body.maxY, theme: content.legend.theme,
      sizes: content.legend.sizes)
  }

  /// The losses and below them the panels, as far as there is room.
  private struct Parts {
    let losses: Rect
    let panels: [Rect]
    let gutter: Double
    /// The losses, which number the steps where no panel below does.
    private(set) var strip: Strip

    init(_ content: Content, in room: Rect) {
      let each = max(content.legend.sizes.tick * 6.4, 0.19 * room.height)
      let wanted = Double(content.panels.count) * each
      let fits = room.height - wanted >= CurvesLayout.leastLosses
      let above = fits ? room.height - wanted : room.height
      losses = Rect(x: room.x, y: room.y, width: room.width, height: above)
      panels = (0..<(fits ? content.panels.count : 0)).map { index in
        Rect(x: room.x, y: room.y + above + Double(index) * each + 6, width: room.width, height: each - 6)
      }
      strip = content.losses
      strip.hasStepNumbers = panels.isEmpty
      let strips = zip([strip] + content.panels, [losses] + panels)
      gutter = strips.map { $0.gutter(in: $1) }.max() ?? 0
    }
  }
}
