public import LossSurfaces
public import Raster

/// A scale of colours from the lowest loss to the highest, perceptually uniform: equal steps look equally large.
///
/// `paper` (light pages) and `night` (dark ones) keep away from the saturated colours of the paths; the others are the
/// scientific maps by their usual names: viridis (van der Walt and Smith 2015, CC0), cividis (Nuñez, Anderton and
/// Renslow 2018, CC0), mako (Waskom, seaborn, BSD), given by 13 colours each, which a curve in OKLab takes through to
/// within a distance of 0.006 of the originals. Each is darkest at the lowest loss.
public struct ColorMap: Hashable, Sendable {
  /// The pages that a map suits.
  public enum Page: Hashable, Sendable {
    case light
    case dark
    case any
  }

  public let name: String
  public let page: Page
  /// The colour of contour lines on it, seen through to the bands.
  public let line: Color
  /// The colour of the labels on the lines.
  public let label: Color
  /// What surrounds the labels of a map whose colours run from dark to light, so that one colour reads on all.
  public let halo: Text.Halo?
  /// Evenly spaced from the lowest loss to the highest.
  private let stops: [Color]

  private init(
    _ name: String, page: Page, line: Color, label: Color, halo: Text.Halo? = nil, _ stops: [UInt32]
  ) {
    self.name = name
    self.page = page
    self.line = line
    self.label = label
    self.halo = halo
    self.stops = stops.map { Color($0) }
  }

  public static let paper = ColorMap(
    "paper", page: .light, line: Color(0x2F4F62, alpha: 0.55), label: Color(0x2A4455),
    [0x5D8AA0, 0x749DAF, 0x8BB0BD, 0xA4C4CC, 0xBFD6DB, 0xDCE8E8, 0xFBFAF6])
  public static let night = ColorMap(
    "night", page: .dark, line: Color(0x86A9BD, alpha: 0.5), label: Color(0xA9C4D3),
    [0x080D17, 0x0E1727, 0x132237, 0x182E48, 0x1F3B56, 0x274963, 0x355670])
  public static let viridis = ColorMap(
    "viridis", page: .any, line: Color(0xFFFFFF, alpha: 0.4), label: Color(0xFFFFFF),
    halo: Text.Halo(Color(0x0B1020, alpha: 0.55), width: 1.5),
    [
      0x440154, 0x481F70, 0x443983, 0x3B528B, 0x31688E, 0x287C8E, 0x21918C, 0x20A486, 0x35B779, 0x5EC962, 0x90D743,
      0xC8E020, 0xFDE725,
    ])
  public static let cividis = ColorMap(
    "cividis", page: .any, line: Color(0xFFFFFF, alpha: 0.4), label: Color(0xFFFFFF),
    halo: Text.Halo(Color(0x0B1020, alpha: 0.55), width: 1.5),
    [
      0x00224E, 0x003170, 0x2A3F6D, 0x434E6C, 0x575D6D, 0x6A6C71, 0x7D7C78, 0x918B78, 0xA59C74, 0xBCAE6C, 0xD2C060,
      0xE9D34E, 0xFEE838,
    ])
  public static let mako = ColorMap(
    "mako", page: .any, line: Color(0xFFFFFF, alpha: 0.4), label: Color(0xFFFFFF),
    halo: Text.Halo(Color(0x0B1020, alpha: 0.55), width: 1.5),
    [
      0x0B0405, 0x211423, 0x332345, 0x3E356B, 0x40498E, 0x38629D, 0x357BA3, 0x3492A8, 0x38AAAC, 0x4BC2AD, 0x79D6AE,
      0xB2E4C2, 0xDEF5E5,
    ])
  public static let greys = ColorMap(
    "greys", page: .light, line: Color(0x333333, alpha: 0.5), label: Color(0x222222),
    [0x707070, 0x868686, 0x9D9D9D, 0xB4B4B4, 0xCCCCCC, 0xE5E5E5, 0xFFFFFF])
  /// Greys so light that black paths and words stand out from all of them on any printer.
  public static let ash = ColorMap(
    "ash", page: .light, line: Color(0x555555, alpha: 0.6), label: Color(0x333333),
    [0xBDBDBD, 0xC8C8C8, 0xD3D3D3, 0xDEDEDE, 0xE9E9E9, 0xF4F4F4, 0xFFFFFF])

  public static let all: [ColorMap] = [paper, night, viridis, cividis, mako, greys, ash]

  /// The map of that name; throws with the nearest name when there is none.
  public static func named(_ name: String) throws(InputError) -> ColorMap {
    if let map = all.first(where: { $0.name == name }) { return map }
    throw InputError(
      "unknown palette '\(name)'", remedy: Spelling.remedy(for: name, among: all.map(\.name), called: "palettes"))
  }

  /// The map that a page on a screen takes unless another is asked for.
  public static func standard(dark: Bool) -> ColorMap { dark ? night : paper }

  /// As many colours as asked for, evenly spaced, both ends included; one alone is the middle.
  public func colors(count: Int) -> [Color] {
    precondition(count >= 0, "a number of colours")
    let nodes = stops.map(OKLab.init)
    let isGrey = stops.allSatisfy { $0.red == $0.green && $0.green == $0.blue }
    return (0..<count).map { index in
      let color = Self.curve(nodes, at: count == 1 ? 0.5 : Double(index) / Double(count - 1)).color
      // Between greys rounding would leave a tint.
      return isGrey ? Color(red: color.green, green: color.green, blue: color.green) : color
    }
  }

  /// A Catmull-Rom curve through evenly spaced nodes, mirrored at the ends; `position` in 0…1.
  private static func curve(_ nodes: [OKLab], at position: Double) -> OKLab {
    let last = nodes.count - 1
    let scaled = position * Double(last)
    let index = min(last - 1, Int(scaled))
    let t = scaled - Double(index)
    func blend(_ channel: (OKLab) -> Double) -> Double {
      let (b, c) = (channel(nodes[index]), channel(nodes[index + 1]))
      let a = index > 0 ? channel(nodes[index - 1]) : 2 * b - c
      let d = index + 2 <= last ? channel(nodes[index + 2]) : 2 * c - b
      return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
    }
    return OKLab(lightness: blend(\.lightness), a: blend(\.a), b: blend(\.b))
  }
}
