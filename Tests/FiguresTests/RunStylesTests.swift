import Raster
import Testing

@testable import Figures

/// How many runs are told apart.
@Suite struct RunStylesTests {
  private struct Look: Hashable {
    var color: Color
    var dash: [Double]
  }

  /// Two runs share colour and dashes only after 24, on paper after 20, and never all three of colour, dashes and marker
  /// among the first 140.
  @Test(arguments: Theme.Name.allCases) func styles(_ name: Theme.Name) {
    let styles = (0..<140).map { Theme.named(name).style(ofRun: $0) }
    #expect(Set(styles).count == 140)
    let looks = styles.prefix(name == .print ? 20 : 24).map { Look(color: $0.color, dash: $0.dash) }
    #expect(Set(looks).count == looks.count)
  }

  /// 24 schedules are 24 different lines.
  @Test(arguments: [Theme.light, .dark]) func schedules(_ theme: Theme) {
    var figure = ScheduleFigure(curves: Curves.some(24), title: "Title", settings: [])
    (figure.width, figure.height, figure.theme) = (1200, 1000, theme)
    // The width is that of the curves in the strip alone.
    let lines = figure.drawing().elements.flatMap(\.strokes).map(\.stroke).filter { $0.width == 1.9 }
    #expect(lines.count == 24)
    #expect(Set(lines.map { Look(color: $0.color, dash: $0.dash) }).count == 24)
  }

  /// Where there is room names are led to the ends of many curves; where there is none a legend stands above.
  @Test func namesOfManyCurvesStandAtTheirEnds() {
    var figure = ScheduleFigure(curves: Curves.some(16), title: "Title", settings: [])
    for index in figure.curves.indices {
      figure.curves[index].label = "the curve of number \(index)"
      // All end in one place.
      figure.curves[index].rates[59] = 0.05
    }
    (figure.width, figure.height) = (1200, 1000)
    #expect(figure.drawing().faultyLettering == [])
    let names = figure.drawing().elements.flatMap(\.texts).filter { $0.string.hasPrefix("the curve") }
    #expect(names.count == 16 && names.allSatisfy { $0.position.x > 800 })
    (figure.width, figure.height) = (600, 300)
    #expect(figure.drawing().faultyLettering == [])
    let legend = figure.drawing().elements.flatMap(\.texts).filter { $0.string.hasPrefix("the c") }
    #expect(legend.contains { $0.position.x < 300 })
  }
}
