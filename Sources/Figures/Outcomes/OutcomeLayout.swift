import Optimization
import Raster

/// Where map and legend stand: the legend beside the map where there is room, else in a row above it.
struct OutcomeLayout {
  let map: Rect
  private(set) var column: Rect?
  private(set) var row: Rect?

  /// `plane` is given where both axes are weights, whose scales are then kept alike if their view has about the shape.
  init(_ body: Rect, legend: OutcomeLegend, y: Scale, yLabel: String, _ plane: OutcomeMap?, _ sizes: TypeSizes) {
    let gutter = Axes.gutter(
      for: y.ticks(spacing: 100 / max(1, body.height / Axes.yTickSpacing(sizes))), label: yLabel, sizes: sizes)
    let foot = Axes.foot(sizes: sizes)
    let left = body.x + gutter
    var top = body.y + 4
    var right = body.maxX - 1
    let width = min(max(0.27 * body.width, 150), legend.columnWidth + 4)
    if body.width >= 500, legend.columnHeight(width: width) <= body.height - foot {
      column = Rect(x: body.maxX - width, y: body.y, width: width, height: body.height)
      right = body.maxX - width - 22
    } else {
      let height = legend.flowHeight(width: body.width)
      row = Rect(x: body.x, y: body.y, width: body.width, height: height)
      top += height + 4
    }
    var size = (width: right - left, height: body.maxY - foot - top)
    if let plane {
      let shape =
        (plane.x.range.upperBound - plane.x.range.lowerBound)
        / (plane.y.range.upperBound - plane.y.range.lowerBound)
      if shape > 0.4, shape < 2.5 {
        size = (min(size.width, size.height * shape), min(size.height, size.width / shape))
      }
    }
    map = Rect(
      x: left.rounded(), y: top.rounded(), width: max(40, size.width).rounded(.down),
      height: max(40, size.height).rounded(.down))
    if var column {
      // Beside the map, not at the far end of the page.
      column.x = min(column.x, map.maxX + 22)
      column.width = body.maxX - column.x
      self.column = column
    }
  }
}
