import Foundation
import Raster
import Testing

@testable import Figures

/// Runs are told apart, and seen, by those who see few colours or none.
@Suite struct ColorVisionTests {
  /// How colours look without one kind of cone: linear RGB to linear RGB, severity 1 of Machado, Oliveira and Fernandes
  /// (2009), "A physiologically-based model for simulation of color vision deficiency".
  enum Vision: CaseIterable {
    case normal
    case deuteranopia
    case protanopia

    private var rows: [SIMD3<Double>] {
      switch self {
      case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      }
    }

    func sees(_ color: Color) -> OKLab {
      let light = ColorVisionTests.light(color)
      let seen = rows.map { row in UInt8((encoded((row * light).sum()) * 255).rounded()) }
      return OKLab(Color(red: seen[0], green: seen[1], blue: seen[2]))
    }

    private func encoded(_ light: Double) -> Double {
      let light = min(max(light, 0), 1)
      return light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
    }
  }

  private static func light(_ color: Color) -> SIMD3<Double> {
    func decoded(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return [decoded(color.red), decoded(color.green), decoded(color.blue)]
  }

  /// The contrast ratio of WCAG 2, from 1 to 21.
  private static func contrast(_ a: Color, _ b: Color) -> Double {
    let luminances = [a, b].map { (light($0) * [0.2126, 0.7152, 0.0722]).sum() }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }

  private static func pairs(of count: Int) -> [(Int, Int)] {
    (0..<count).flatMap { i in (0..<i).map { ($0, i) } }
  }

  /// A distance in OKLab of 0.1 is five times what can just be told side by side, and so is told on thin lines apart.
  /// In print there are greys alone: there dashes and markers tell runs apart.
  @Test(arguments: Theme.Name.allCases.filter { $0 != .print }, Vision.allCases)
  func theFirstFourRunsDifferInColor(_ name: Theme.Name, _ vision: Vision) {
    let colors = (0..<4).map { vision.sees(Theme.named(name).style(ofRun: $0).color) }
    for (i, j) in Self.pairs(of: 4) { #expect(colors[i].distance(to: colors[j]) > 0.1, "\(i), \(j)") }
  }

  /// What looks alike to anyone, or in grey, differs in its marker, and among the first six in its dashes too.
  @Test(arguments: Theme.Name.allCases, [Vision.normal, .deuteranopia, .protanopia])
  func whatLooksAlikeIsDrawnOtherwise(_ name: Theme.Name, _ vision: Vision) {
    let styles = (0..<16).map { Theme.named(name).style(ofRun: $0) }
    for (i, j) in Self.pairs(of: styles.count) {
      let (a, b) = (vision.sees(styles[i].color), vision.sees(styles[j].color))
      guard a.distance(to: b) < 0.1 || abs(a.lightness - b.lightness) < 0.1 else { continue }
      #expect(styles[i].marker != styles[j].marker || styles[i].dash != styles[j].dash, "\(i), \(j)")
      if j < 7 { #expect(styles[i].marker != styles[j].marker, "\(i), \(j)") }
      if j < 6 { #expect(styles[i].dash != styles[j].dash, "\(i), \(j)") }
    }
  }

  /// A path on a map lies in its casing, and a curve in a chart on the page: 3:1 is what WCAG 2.2 asks of lines that carry meaning
  /// against what adjoins them (success criterion 1.4.11).
  @Test(arguments: Theme.Name.allCases) func pathsStandOutFromWhatAdjoinsThem(_ name: Theme.Name) {
    let theme = Theme.named(name)
    for index in 0..<8 {
      let color = theme.style(ofRun: index).color
      #expect(Self.contrast(color, theme.casing) >= 3, "\(index)")
      #expect(Self.contrast(color, theme.background) >= 3, "\(index)")
    }
  }

  /// On any fill of any map either the path or its casing is seen. Where the fill is half way between them both are at the
  /// root of their own contrast, which is 1.8 for the least of them.
  @Test(arguments: Theme.Name.allCases, ColorMap.all.map(\.name))
  func pathOrCasingStandsOutFromAnyFill(_ name: Theme.Name, _ palette: String) throws {
    let theme = Theme.named(name)
    for fill in try ColorMap.named(palette).colors(count: 64) {
      for index in 0..<8 {
        let color = theme.style(ofRun: index).color
        #expect(max(Self.contrast(color, fill), Self.contrast(theme.casing, fill)) >= 1.8)
      }
    }
  }

  /// 4.5:1 is what WCAG 2.2 asks of small text (1.4.3); ink has what it asks at its strictest.
  @Test(arguments: Theme.Name.allCases) func textIsLegible(_ name: Theme.Name) {
    let theme = Theme.named(name)
    for ground in [theme.background, theme.casing] {
      #expect(Self.contrast(theme.ink, ground) >= 7)
      #expect(Self.contrast(theme.quietInk, ground) >= 4.5)
    }
  }

  /// Words in a run's colour are legible on the page and, through their halo, on any fill of the theme's own map; where the
  /// colour is legible as it is it stays.
  @Test(arguments: Theme.Name.allCases) func wordsInColorsOfRunsAreLegible(_ name: Theme.Name) {
    let theme = Theme.named(name)
    let colors = (0..<8).map { theme.style(ofRun: $0).color } + (0...8).map { theme.shade(Double($0) / 8) }
    let fills = theme.colorMap.colors(count: 64).map { $0.covered(by: theme.casing, 0.85) }
    for color in colors {
      let lettering = theme.lettering(in: color)
      let least = ([theme.background, theme.casing] + fills).map { Self.contrast(lettering, $0) }.min() ?? 0
      #expect(least >= 4.47, "\(color) is \(lettering)")
      // No darker than it must be, and of the same hue.
      #expect(lettering == color || least < 5, "\(color) is \(lettering)")
    }
    #expect(theme.lettering(in: theme.ink) == theme.ink)
  }

  /// The figures set them so: every word that bears no ink of the theme.
  @Test(arguments: Theme.Name.allCases) func figuresAreLegible(_ name: Theme.Name) throws {
    let theme = Theme.named(name)
    var map = try PathFigureTests.figure(PathFigureTests.cases[0])
    map.theme = theme
    var curves = CurvesFigure(surface: map.surface, groups: map.groups)
    curves.theme = theme
    var schedules = ScheduleFigure(curves: Array(Curves.some(9).suffix(6)), title: "Title", settings: [])
    schedules.theme = theme
    let drawings = [try map.drawing(), curves.drawing(), schedules.drawing()]
    var colored = 0
    for text in drawings.flatMap({ $0.elements.flatMap(\.texts) })
    where ![theme.ink, theme.quietInk].contains(text.color) {
      guard text.color.alpha == 255 else { continue }
      colored += 1
      #expect(Self.contrast(text.color, theme.background) >= 4.5, "\(text.string)")
    }
    // An exit on the map, one from the curves, six names.
    #expect(colored >= (name == .print ? 2 : 7))
  }

  @Test func contrastsOfWCAG() {
    #expect(abs(Self.contrast(Color(0x000000), Color(0xFFFFFF)) - 21) < 1e-9)
    // The grey that is known for just passing on white.
    #expect(abs(Self.contrast(Color(0x767676), Color(0xFFFFFF)) - 4.54) < 0.005)
  }
}
