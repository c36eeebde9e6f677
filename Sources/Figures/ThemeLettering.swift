import LossSurfaces
import Raster

extension Theme {
  /// What WCAG 2.2 asks of small text (success criterion 1.4.3).
  static let leastContrast = 4.5
  /// How opaque the halo of a word is that stands on a map.
  static let haloOpacity = 0.85

  /// A run's colour for its words: as it is, or so much darker, on dark pages so much lighter, that it stands out from the page and
  /// from the halo about it on any fill of the theme's own map, 4.5:1 at least.
  func lettering(in color: Color) -> Color {
    let grounds = [background, casing] + colorMap.colors(count: 16).map { $0.covered(by: casing, Self.haloOpacity) }
    let luminances = grounds.map(\.luminance)
    // Whatever stands out from the ground that is nearest to the ink stands out from all.
    let ground = (isDark ? luminances.max() : luminances.min()) ?? background.luminance
    func isLegible(_ color: Color) -> Bool { color.contrast(withLuminance: ground) >= Self.leastContrast }
    guard !isLegible(color) else { return color }
    let (from, to) = (OKLab(color), OKLab(ink))
    let steps = 100
    for step in 1...steps {
      // Towards the lightness of ink, keeping what colour there is room for.
      let share = Double(step) / Double(steps)
      let mixed = OKLab(
        lightness: from.lightness + (to.lightness - from.lightness) * share, a: from.a * (1 - share / 2),
        b: from.b * (1 - share / 2)
      ).color
      if isLegible(mixed) { return mixed }
    }
    return ink
  }
}

extension Color {
  /// The relative luminance of WCAG 2, from 0 for black to 1 for white.
  var luminance: Double {
    func light(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : Elementary.exp(2.4 * Elementary.log((value + 0.055) / 1.055))
    }
    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)
  }

  /// The contrast ratio of WCAG 2 with a ground, from 1 to 21.
  func contrast(withLuminance ground: Double) -> Double {
    let own = luminance
    return (max(own, ground) + 0.05) / (min(own, ground) + 0.05)
  }

  /// The colour that is seen where another lies over it with an opacity.
  func covered(by other: Color, _ opacity: Double) -> Color {
    func mixed(_ below: UInt8, _ above: UInt8) -> UInt8 {
      UInt8((Double(below) + (Double(above) - Double(below)) * opacity).rounded())
    }
    return Color(
      red: mixed(red, other.red), green: mixed(green, other.green), blue: mixed(blue, other.blue))
  }
}
