import Raster

/// Ticks, numbers, grid and frame about a panel.
struct Axes: Sendable {
  static let tickLength = 4.0

  let rect: Rect
  let x: Scale
  let y: Scale
  var xLabel = ""
  var yLabel = ""
  /// Whether numbers stand at the foot; a panel above another on the same axis has none.
  var hasXNumbers = true
  /// Whether between two whole numbers there is nothing on the x axis.
  var xIsWhole = false
  var hasGrid = false
  var xTickSpacing: Double?
  var yTickSpacing: Double?
  let theme: Theme
  let sizes: TypeSizes

  /// The room that numbers, ticks and the axis' name need at the left of a panel whose y axis bears `ticks`.
  static func gutter(for ticks: Ticks, label: String = "", sizes: TypeSizes) -> Double {
    let widest = (ticks.ticks.map(\.label) + [label]).map { Typeface.width(of: $0, size: sizes.tick) }.max() ?? 0
    return widest + tickLength + 4
  }

  /// The room that numbers and ticks need below a panel.
  static func foot(sizes: TypeSizes) -> Double { tickLength + 3 + sizes.tick }

  static func yTickSpacing(_ sizes: TypeSizes) -> Double { max(26, sizes.tick * 3) }

  static func xTickSpacing(_ sizes: TypeSizes) -> Double { max(38, sizes.tick * 4.2) }

  var xTicks: Ticks {
    var ticks = x.ticks(spacing: xTickSpacing ?? Self.xTickSpacing(sizes))
    if xIsWhole { ticks.ticks.removeAll { $0.value != $0.value.rounded() } }
    return ticks
  }
  var yTicks: Ticks { y.ticks(spacing: yTickSpacing ?? Self.yTickSpacing(sizes)) }

  /// A line one pixel wide is crisp where its middle is the middle of a pixel.
  private func crisp(_ value: Double) -> Double { value.rounded(.down) + 0.5 }

  /// What lies under the data: the grid.
  var under: [Drawing.Element] {
    guard hasGrid else { return [] }
    var path = Path()
    for tick in xTicks.ticks {
      path.subpaths.append(
        .init([Position(crisp(x(tick.value)), rect.minY), Position(crisp(x(tick.value)), rect.maxY)]))
    }
    for tick in yTicks.ticks {
      path.subpaths.append(
        .init([Position(rect.minX, crisp(y(tick.value))), Position(rect.maxX, crisp(y(tick.value)))]))
    }
    return [.stroke(path, Stroke(theme.grid, width: 1, cap: .butt))]
  }

  /// What lies over the data: the frame, the ticks and their numbers, the axes' names at their ends.
  var over: [Drawing.Element] {
    var elements: [Drawing.Element] = [
      .stroke(.rectangle(rect.inset(by: -0.5)), Stroke(theme.grid, width: 1))
    ]
    var marks = Path()
    var labels: [Drawing.Element] = []
    addX(&marks, &labels)
    addY(&marks, &labels)
    elements.append(.stroke(marks, Stroke(theme.quietInk, width: 1, cap: .butt)))
    return elements + labels
  }

  private func addX(_ marks: inout Path, _ labels: inout [Drawing.Element]) {
    let baseline = rect.maxY + Self.tickLength + 2 + sizes.tick * 0.86
    var limit = rect.maxX + 14
    if !xLabel.isEmpty {
      let text = text(xLabel, Position(rect.maxX, baseline), .end, theme.ink)
      labels.append(.text(text))
      limit = text.bounds.minX - 8
    }
    var last = -Double.infinity
    for tick in xTicks.ticks {
      let at = x(tick.value)
      marks.subpaths.append(.init([Position(crisp(at), rect.maxY), Position(crisp(at), rect.maxY + Self.tickLength)]))
      guard hasXNumbers else { continue }
      let text = text(tick.label, Position(at, baseline), .middle, theme.quietInk)
      guard text.bounds.minX > last + 6, text.bounds.maxX < limit else { continue }
      last = text.bounds.maxX
      labels.append(.text(text))
    }
  }

  private func addY(_ marks: inout Path, _ labels: inout [Drawing.Element]) {
    let edge = rect.minX - Self.tickLength - 3
    var limit = rect.minY - sizes.tick
    if !yLabel.isEmpty {
      let text = text(yLabel, Position(edge, rect.minY + sizes.tick * 0.62), .end, theme.ink)
      labels.append(.text(text))
      limit = text.bounds.maxY + 2
    }
    for tick in yTicks.ticks {
      let at = y(tick.value)
      marks.subpaths.append(.init([Position(rect.minX - Self.tickLength, crisp(at)), Position(rect.minX, crisp(at))]))
      let text = text(tick.label, Position(edge, at + sizes.tick * Typeface.capHeight / 2), .end, theme.quietInk)
      guard text.bounds.minY > limit else { continue }
      labels.append(.text(text))
    }
  }

  private func text(_ string: String, _ position: Position, _ anchor: Text.Anchor, _ color: Color) -> Text {
    Text(string, at: position, anchor: anchor, size: sizes.tick, color: color)
  }
}
