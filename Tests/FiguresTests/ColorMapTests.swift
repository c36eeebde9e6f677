import LossSurfaces
import Raster
import Testing

@testable import Figures

@Suite struct ColorMapTests {
  /// How far a step between 13 even colours may be from their mean step, in OKLab.
  ///
  /// Ours are uniform in that space up to the rounding to 8 bits (half a step of a channel, of the 8 to 14 that there
  /// are between two colours); the scientific maps are uniform in CAM02-UCS, which differs from it by up to 40 %.
  private static let tolerances = [
    "paper": 0.08, "night": 0.12, "greys": 0.08, "ash": 0.12, "viridis": 0.25, "cividis": 0.35, "mako": 0.4,
  ]

  @Test(arguments: ColorMap.all.map(\.name))
  func isUniform(_ name: String) throws {
    let map = try ColorMap.named(name)
    let tolerance = try #require(Self.tolerances[map.name])
    let colors = map.colors(count: 13).map { OKLab($0) }
    let steps = zip(colors, colors.dropFirst()).map { $0.distance(to: $1) }
    let mean = steps.reduce(0, +) / Double(steps.count)
    #expect((steps.max() ?? 0) / mean - 1 <= tolerance)
    #expect(1 - (steps.min() ?? 0) / mean <= tolerance)
  }

  /// Nowhere along a map is a step of one in forty more than so many times another: ours are even but for the rounding to
  /// 8 bits, of which a channel has few between two such colours; the scientific maps are as their authors made them.
  private static let ratios = [
    "paper": 1.5, "night": 2, "greys": 1.6, "ash": 3, "viridis": 1.8, "cividis": 2.4, "mako": 2.4,
  ]

  @Test(arguments: ColorMap.all.map(\.name))
  func hasNoJumpsAndNoStandstills(_ name: String) throws {
    let map = try ColorMap.named(name)
    let colors = map.colors(count: 41).map { OKLab($0) }
    let steps = zip(colors, colors.dropFirst()).map { $0.distance(to: $1) }
    let (most, least) = (try #require(steps.max()), try #require(steps.min()))
    let allowed = try #require(Self.ratios[name])
    #expect(most <= allowed * least)
  }

  @Test(arguments: ColorMap.all.map(\.name))
  func isDarkestAtTheBottom(_ name: String) throws {
    let map = try ColorMap.named(name)
    let lightness = map.colors(count: 40).map { OKLab($0).lightness }
    #expect(zip(lightness, lightness.dropFirst()).allSatisfy(<))
  }

  /// Values of matplotlib 3.11 and seaborn 0.13 between the stops.
  @Test(arguments: [
    ("viridis", [0x482878, 0x3E4989, 0x1F9E89, 0xB5DE2B] as [UInt32], [28.0, 56, 142, 226] as [Double]),
    ("cividis", [0x123570, 0x3B496C, 0x8A8678, 0xE1CC55], [28, 56, 142, 226]),
  ])
  func matchesTheOriginal(_ name: String, _ expected: [UInt32], _ indices: [Double]) throws {
    let colors = try ColorMap.named(name).colors(count: 256)
    for (hex, index) in zip(expected, indices) {
      #expect(OKLab(colors[Int(index)]).distance(to: OKLab(Color(hex))) < 0.015)
    }
  }

  @Test func standsOutFromThePaths() throws {
    let paths: [UInt32] = [0xD55E00, 0x0072B2, 0x111111, 0x009E73]
    for path in paths {
      for color in ColorMap.paper.colors(count: 12) { #expect(OKLab(color).distance(to: OKLab(Color(path))) > 0.08) }
    }
    for path: UInt32 in [0xFF9E4A, 0x7CC4FF, 0xFFFFFF, 0x5CE0B0] {
      for color in ColorMap.night.colors(count: 12) { #expect(OKLab(color).distance(to: OKLab(Color(path))) > 0.25) }
    }
  }

  @Test(arguments: [ColorMap.greys, .ash]) func greysHaveNoTint(_ map: ColorMap) {
    for count in [1, 7, 21, 200] {
      #expect(map.colors(count: count).allSatisfy { $0.red == $0.green && $0.green == $0.blue })
    }
  }

  @Test func givesAsManyColorsAsAsked() {
    for count in [0, 1, 2, 3, 201] { #expect(ColorMap.paper.colors(count: count).count == count) }
    #expect(ColorMap.viridis.colors(count: 2) == [Color(0x440154), Color(0xFDE725)])
  }

  @Test func namesTheNearest() throws {
    #expect(try ColorMap.named("viridis") == .viridis)
    #expect(throws: InputError("unknown palette 'virdis'", remedy: "Did you mean 'viridis'?")) {
      try ColorMap.named("virdis")
    }
  }

  @Test(arguments: [0x000000, 0xFFFFFF, 0x123456, 0xFF0000, 0x00FF00, 0x0000FF, 0x808080] as [UInt32])
  func roundTripsThroughOKLab(_ hex: UInt32) {
    #expect(OKLab(Color(hex)).color == Color(hex))
  }

  @Test func agreesWithOttossonsValues() {
    let red = OKLab(Color(0xFF0000))
    #expect(abs(red.lightness - 0.62796) < 1e-4 && abs(red.a - 0.22486) < 1e-4 && abs(red.b - 0.12585) < 1e-4)
  }
}
