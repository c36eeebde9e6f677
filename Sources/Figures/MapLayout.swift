import LossSurfaces
import Raster

/// Where everything of a path figure stands: measured before anything is drawn.
///
/// Legend and strips stand beside the map or below it, whichever shows the view larger and less distorted. A figure
/// too small for them is all map.
struct MapLayout: Sendable {
  enum Arrangement: CaseIterable {
    /// Legend and strips in a column beside the map.
    case beside
    /// The legend beside the map, the strips below.
    case split
    /// The strips below the map, the legend on it or above it.
    case below
    /// No strips.
    case alone
  }

  struct Content {
    var width: Double
    var height: Double
    var view: View
    var headerHeight: Double
    /// What stands between header and map: the legend when it finds no place on the map.
    var rowsHeight: Double = 0
    var footerHeight: Double
    var legend: Legend
    /// Whether the legend says what happened only where it has a column, for want of room elsewhere.
    var needsColumn = false
    var stripCount: Int
    var keyWidth: Double
    /// The name of the upright axis.
    var yLabel = ""
    var sizes: TypeSizes
  }

  static let leastStrip = 92.0

  let arrangement: Arrangement
  let map: Rect
  let key: Rect?
  /// Beside the map; nil when the legend stands on the map or above it.
  let legendColumn: Rect?
  let strips: [Rect]

  /// The left margin of header and legend rows.
  static func margin(_ width: Double) -> Double { width < 480 ? 10 : 18 }

  static func best(for content: Content) -> MapLayout {
    let fitting = Arrangement.allCases.compactMap { LayoutMeasures(content).layout($0) }
    return fitting.max { $0.score(content) < $1.score(content) } ?? LayoutMeasures(content).bare
  }

  /// The map's area over the square of its distortion, for a round bowl should look round; without strips, or without what happened, a figure says less, so that comes
  /// last.
  private func score(_ content: Content) -> Double {
    let view = content.view
    let isMute = content.needsColumn && legendColumn == nil
    let aspect = map.width / map.height / (view.width / view.height)
    let distortion = max(aspect, 1 / aspect)
    return map.width * map.height / (distortion * distortion) * (arrangement == .alone ? 0.2 : 1) * (isMute ? 0.3 : 1)
  }
}

/// What all arrangements share, and each of them.
private struct LayoutMeasures {
  private static let gap = 20.0

  let content: MapLayout.Content
  let margin: Double
  let foot: Double
  /// The left side of the map.
  let left: Double
  /// The right side of the page's content.
  let right: Double
  let bottom: Double
  let hasKey: Bool

  init(_ content: MapLayout.Content) {
    self.content = content
    margin = MapLayout.margin(content.width)
    foot = Axes.foot(sizes: content.sizes)
    let y = Scale(content.view.y, from: 0, to: content.height * 0.6)
    let ticks = y.ticks(spacing: Axes.yTickSpacing(content.sizes))
    left = margin + Axes.gutter(for: ticks, label: content.yLabel, sizes: content.sizes)
    right = content.width - margin
    bottom = content.height - max(6, margin * 0.6) - content.footerHeight
    hasKey = content.keyWidth > 0 && content.width >= 480 && content.height >= 360
  }

  /// Where the map begins when nothing stands between it and the header.
  private var top: Double { margin + content.headerHeight + 8 }
  private var keyRoom: Double { hasKey ? content.keyWidth + 10 : 0 }
  private var stripHeight: Double { min(max(0.235 * content.height, MapLayout.leastStrip), 220) }

  /// nil when the arrangement does not fit.
  func layout(_ arrangement: MapLayout.Arrangement) -> MapLayout? {
    switch arrangement {
    case .beside: beside
    case .split: split
    case .below: below
    case .alone: layout(.alone, top: top + content.rowsHeight, right: right, bottom: bottom)
    }
  }

  private var beside: MapLayout? {
    let width = min(max(0.31 * content.width, 190), 420)
    let legendHeight = content.legend.columnHeight(width: width)
    let column = Rect(x: right - width, y: top - 4, width: width, height: bottom - top + 4)
    let room = column.height - legendHeight - 14
    guard room >= Double(content.stripCount) * MapLayout.leastStrip else { return nil }
    let each = content.stripCount > 0 ? min(room / Double(content.stripCount), 0.36 * column.height) : 0
    let strips = (0..<content.stripCount).map { index in
      Rect(x: column.x, y: column.maxY - Double(content.stripCount - index) * each, width: width, height: each)
    }
    return layout(
      .beside, top: top, right: column.x - Self.gap - 2, bottom: bottom,
      legend: Rect(x: column.x, y: column.y, width: width, height: legendHeight), strips: strips)
  }

  private var split: MapLayout? {
    guard content.stripCount > 0, content.height >= 340 else { return nil }
    let width = min(max(0.27 * content.width, 180), 400)
    let legendHeight = content.legend.columnHeight(width: width)
    let bottom = bottom - stripHeight - 12
    guard legendHeight <= bottom - foot - top else { return nil }
    let legend = Rect(x: right - width, y: top - 4, width: width, height: legendHeight)
    return layout(
      .split, top: top, right: legend.x - Self.gap, bottom: bottom, legend: legend, strips: stripsBelow)
  }

  private var below: MapLayout? {
    guard content.stripCount > 0, content.height >= 340, content.width >= 400 else { return nil }
    return layout(
      .below, top: top + content.rowsHeight, right: right, bottom: bottom - stripHeight - 12, strips: stripsBelow)
  }

  private var stripsBelow: [Rect] {
    let count = Double(content.stripCount)
    let each = (right - margin - Self.gap * (count - 1)) / count
    return (0..<content.stripCount).map { index in
      Rect(x: margin + Double(index) * (each + Self.gap), y: bottom - stripHeight, width: each, height: stripHeight)
    }
  }

  /// The map fills what is left to the key; its sides lie on whole pixels, so that the frame is crisp.
  private func layout(
    _ arrangement: MapLayout.Arrangement, top: Double, right: Double, bottom: Double, legend: Rect? = nil,
    strips: [Rect] = []
  ) -> MapLayout? {
    let map = Rect(
      x: left.rounded(), y: top.rounded(), width: (right - keyRoom - left).rounded(.down),
      height: (bottom - foot - top).rounded(.down))
    guard map.width >= (legend == nil ? 120 : 200), map.height >= 100 else { return nil }
    let key = hasKey ? Rect(x: map.maxX + 10, y: map.minY, width: content.keyWidth, height: map.height) : nil
    return MapLayout(arrangement: arrangement, map: map, key: key, legendColumn: legend, strips: strips)
  }

  /// When nothing fits, the map takes what there is.
  var bare: MapLayout {
    let top = min(margin + content.headerHeight + 4, content.height * 0.4).rounded()
    let map = Rect(
      x: left.rounded(), y: top, width: max(40, right - left).rounded(.down),
      height: max(40, bottom - foot - top).rounded(.down))
    return MapLayout(arrangement: .alone, map: map, key: nil, legendColumn: nil, strips: [])
  }
}
