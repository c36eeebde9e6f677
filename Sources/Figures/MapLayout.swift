import LossSurfaces
import Raster

/// Where everything of a path figure stands: measured before anything is drawn.
///
/// Strips and legend stand beside the map or below it, whichever shows the view larger and less distorted. A figure
/// too small for them is all map.
struct MapLayout: Sendable {
  enum Arrangement: CaseIterable {
    case beside
    case below
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
    var stripCount: Int
    var keyWidth: Double
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
    let fitting = Arrangement.allCases.compactMap { MapLayout($0, content) }
    return fitting.max { $0.score(content.view) < $1.score(content.view) } ?? MapLayout(bare: content)
  }

  /// The map's area over its distortion; without strips a figure says less, so that comes last.
  private func score(_ view: View) -> Double {
    let aspect = map.width / map.height / (view.width / view.height)
    let distortion = max(aspect, 1 / aspect)
    return map.width * map.height / distortion * (arrangement == .alone ? 0.2 : 1)
  }

  private init?(_ arrangement: Arrangement, _ content: Content) {
    let margin = Self.margin(content.width)
    let gutter = Self.gutter(content)
    let top = margin + content.headerHeight + (arrangement == .beside ? 0 : content.rowsHeight) + 8
    let bottom = content.height - max(6, margin * 0.6) - Axes.foot(sizes: content.sizes) - content.footerHeight
    let hasKey = content.keyWidth > 0 && content.width >= 480 && content.height >= 360
    let keyRoom = hasKey ? content.keyWidth + 10 : 0
    var map = Rect(x: margin + gutter, y: top, width: 0, height: bottom - top)
    var strips: [Rect] = []
    var legendColumn: Rect?
    switch arrangement {
    case .beside:
      let column = min(max(0.31 * content.width, 190), 420)
      map.width = content.width - margin - column - 22 - keyRoom - map.x
      let x = content.width - margin - column
      let legendHeight = content.legend.columnHeight(width: column)
      let full = Rect(x: x, y: top - 4, width: column, height: bottom + Axes.foot(sizes: content.sizes) - top + 4)
      let room = full.height - legendHeight - 14
      let least = Self.leastStrip
      guard map.width > 200, content.stripCount == 0 ? room >= 0 : room >= Double(content.stripCount) * least else {
        return nil
      }
      legendColumn = Rect(x: x, y: full.y, width: column, height: legendHeight)
      let each = content.stripCount > 0 ? min(room / Double(content.stripCount), 0.36 * full.height) : 0
      strips = (0..<content.stripCount).map {
        Rect(x: x, y: full.maxY - Double(content.stripCount - $0) * each, width: column, height: each)
      }
    case .below:
      guard content.stripCount > 0, content.height >= 380, content.width >= 400 else { return nil }
      let height = min(max(0.235 * content.height, Self.leastStrip), 220)
      map.height -= height + 12
      map.width = content.width - margin - keyRoom - map.x
      let left = margin
      let each = (content.width - left - margin - 20 * Double(content.stripCount - 1)) / Double(content.stripCount)
      strips = (0..<content.stripCount).map {
        Rect(
          x: left + Double($0) * (each + 20), y: bottom + Axes.foot(sizes: content.sizes) - height, width: each,
          height: height)
      }
    case .alone:
      map.width = content.width - margin - keyRoom - map.x
    }
    guard map.width >= 120, map.height >= 100 else { return nil }
    // Whole pixels, so that the frame is crisp.
    self.arrangement = arrangement
    self.map = Rect(
      x: map.x.rounded(), y: map.y.rounded(), width: map.width.rounded(.down), height: map.height.rounded(.down))
    key = hasKey ? Rect(x: self.map.maxX + 10, y: self.map.minY, width: content.keyWidth, height: self.map.height) : nil
    self.legendColumn = legendColumn
    self.strips = strips
  }

  /// When nothing fits, the map takes what there is.
  private init(bare content: Content) {
    let margin = Self.margin(content.width)
    let top = min(margin + content.headerHeight + 4, content.height * 0.4)
    let x = margin + Self.gutter(content)
    arrangement = .alone
    map = Rect(
      x: x.rounded(), y: top.rounded(), width: max(40, content.width - margin - x).rounded(.down),
      height: max(40, content.height - margin - Axes.foot(sizes: content.sizes) - top).rounded(.down))
    key = nil
    legendColumn = nil
    strips = []
  }

  private static func gutter(_ content: Content) -> Double {
    let y = Scale(content.view.y, from: 0, to: content.height * 0.6)
    let ticks = y.ticks(spacing: Axes.yTickSpacing(content.sizes))
    return Axes.gutter(for: ticks, sizes: content.sizes)
  }
}
