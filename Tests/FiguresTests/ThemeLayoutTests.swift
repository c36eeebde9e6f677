import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

/// A theme changes colours alone: whatever is legible on a light page is so on a dark one and on paper, where it stands the same.
@Suite struct ThemeLayoutTests {
  enum Kind: CaseIterable, Sendable {
    case path
    case curves
    case relief
    case grid
    case schedule
    case rangeTest
  }

  private static func drawing(_ kind: Kind, _ theme: Theme, _ size: (Double, Double)) throws -> Drawing {
    func sized(_ figure: some RunFigure) throws -> Drawing {
      var figure = figure
      (figure.width, figure.height, figure.theme, figure.footer) = (size.0, size.1, theme, "a line at the foot")
      return try figure.drawing()
    }
    let runs = try PathFigureTests.figure(PathFigureTests.cases[0])
    switch kind {
    case .path: return try sized(runs)
    case .curves: return try sized(CurvesFigure(surface: runs.surface, groups: runs.groups))
    case .relief: return try sized(ReliefFigure(surface: runs.surface, groups: runs.groups))
    case .grid:
      var figure = GridFigure(sections: [.init(surface: runs.surface, view: runs.view, groups: runs.groups)])
      (figure.width, figure.height, figure.theme) = (size.0, size.1, theme)
      return try figure.drawing()
    case .schedule:
      var figure = ScheduleFigure(curves: Curves.some(11), title: "Title", settings: [])
      (figure.width, figure.height, figure.theme) = (size.0, size.1, theme)
      return figure.drawing()
    case .rangeTest:
      var figure = try RangeTestFigureTests.figure(RangeTestFigureTests.cases[0])
      (figure.width, figure.height, figure.theme) = (size.0, size.1, theme)
      return figure.drawing()
    }
  }

  private static func lettering(_ drawing: Drawing) -> [String] {
    drawing.elements.flatMap(\.texts).map { text in
      "\(text.string) at \(text.position.x), \(text.position.y), \(text.anchor), \(text.size), \(text.weight), \(text.rotation)"
    }
  }

  @Test(arguments: Kind.allCases, [(320.0, 240.0), (720, 540)])
  func lettersStandTheSame(_ kind: Kind, _ size: (Double, Double)) throws {
    let light = Self.lettering(try Self.drawing(kind, .light, size))
    #expect(light.count > 5)
    for theme in [Theme.dark, .print] {
      #expect(Self.lettering(try Self.drawing(kind, theme, size)) == light, "\(theme.name)")
    }
  }
}

/// Curves of schedules for tests.
enum Curves {
  /// So many rates that all end elsewhere.
  static func some(_ count: Int) -> [ScheduleFigure.Curve] {
    (0..<count).map { index in
      ScheduleFigure.Curve(
        label: "curve \(index)", words: "falls",
        rates: (0..<60).map { 0.1 * (1 - Double($0) / 60 * Double(index) / Double(count)) })
    }
  }
}
