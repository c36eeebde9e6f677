public import Raster

/// The colours of a page: what is ink, what is paper, and how runs are told apart.
public struct Theme: Hashable, Sendable {
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case light
    case dark
    /// For paper, in black and greys.
    case print
  }

  public let name: Name
  public let background: Color
  public let ink: Color
  public let quietInk: Color
  /// Frames, grid lines.
  public let grid: Color
  /// What surrounds a path or a letter that stands on the fill.
  public let casing: Color
  /// Beneath a legend inside the map.
  public let card: Color
  private let runColors: [Color]
  private var dashes = RunStyle.dashes

  public static let light = Theme(
    name: .light, background: Color(0xFFFFFF), ink: Color(0x1F2933), quietInk: Color(0x5B6773), grid: Color(0xD9DEE3),
    casing: Color(0xFFFFFF), card: Color(0xFFFFFF, alpha: 0.94),
    runColors: [0xD55E00, 0x0072B2, 0x111111, 0x009E73, 0xB0478C, 0x8A6100, 0x2F8FD0, 0x6B5BB5].map { Color($0) })
  public static let dark = Theme(
    name: .dark, background: Color(0x11151C), ink: Color(0xE8ECF1), quietInk: Color(0x9AA5B1), grid: Color(0x2B333E),
    casing: Color(0x0A0D12), card: Color(0x11151C, alpha: 0.94),
    runColors: [0xFF9E4A, 0x7CC4FF, 0xFFFFFF, 0x5CE0B0, 0xF2A6D4, 0xF0E442, 0x4FA8F0, 0xB9A8FF].map { Color($0) })

  /// White paper; runs are told apart by dashes, of which there are enough for ten, and markers.
  public static let print = Theme(
    name: .print, background: Color(0xFFFFFF), ink: Color(0x000000), quietInk: Color(0x4A4A4A), grid: Color(0xC4C4C4),
    casing: Color(0xFFFFFF), card: Color(0xFFFFFF, alpha: 0.94), runColors: [Color(0x000000), Color(0x6B6B6B)],
    dashes: RunStyle.dashes + RunStyle.moreDashes)

  public var isDark: Bool { name == .dark }

  /// The map that a page takes unless another is asked for.
  public var colorMap: ColorMap { name == .print ? .ash : .standard(dark: isDark) }

  public static func named(_ name: Name) -> Theme {
    switch name {
    case .light: .light
    case .dark: .dark
    case .print: .print
    }
  }

  /// How the run of that index is drawn. Colours repeat after eight runs, dashes after six, markers after seven: two runs
  /// share colour and dashes only after 24, all three only after 168. In print there are a black and a grey, which change
  /// places after each ten dashes: two runs share both only after 20, all three only after 140.
  public func style(ofRun index: Int) -> RunStyle {
    let turn = runColors.count < dashes.count ? index / dashes.count : 0
    return RunStyle(
      color: runColors[(index + turn) % runColors.count], dash: dashes[index % dashes.count],
      marker: Marker.allCases[index % Marker.allCases.count])
  }

  /// The same in a figure of so many runs.
  func style(ofRun index: Int, of count: Int) -> RunStyle {
    var style = style(ofRun: index)
    style.isOneOfSeveral = count > 1
    return style
  }

  /// The colour of a member of a family, from the least (0) to the greatest (1): the part of viridis that stands out
  /// from the page.
  public func shade(_ position: Double) -> Color {
    let colors = ColorMap.viridis.colors(count: 101)
    let part = isDark ? 0.38...1.0 : 0.0...0.66
    let place = part.lowerBound + (part.upperBound - part.lowerBound) * min(max(position, 0), 1)
    return colors[Int((place * 100).rounded())]
  }
}

/// Colour, dash and marker of one run: three ways to tell it from the others, so that none is needed alone.
public struct RunStyle: Hashable, Sendable {
  public var color: Color
  public var dash: [Double]
  public var marker: Marker
  /// The size of what is drawn, 1 but on small maps.
  var scale = 1.0
  /// Whether there are other runs in the figure, from which its end must be told.
  var isOneOfSeveral = false

  public init(color: Color, dash: [Double], marker: Marker) {
    (self.color, self.dash, self.marker) = (color, dash, marker)
  }

  /// In CSS pixels. The gaps stay short, so that a dashed path still reads as one line, and long enough to show a path
  /// beneath.
  static let dashes: [[Double]] = [
    [], [9, 5], [3, 4.5], [11, 4.5, 2.5, 4.5], [15, 5], [6, 4.5, 2.5, 4.5, 2.5, 4.5],
  ]
  static let moreDashes: [[Double]] = [
    [1, 7], [22, 4.5, 4, 4.5], [9, 4.5, 9, 4.5, 2.5, 4.5], [15, 4.5, 2.5, 4.5, 2.5, 4.5, 2.5, 4.5],
  ]
}
