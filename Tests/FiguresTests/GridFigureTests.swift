import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct GridFigureTests {
  private static func section(
    _ formula: String, schedules: [String], noise: Double = 0, seeds: Int = 1, title: String = "A surface"
  ) throws -> GridFigure.Section {
    var surface = try Surface(formula: formula)
    surface.title = title
    let groups = try schedules.map { text in
      let runs = try (1...seeds).map { seed in
        let run = try Run(
          loss: surface.loss, view: surface.view, start: surface.start, steps: 40,
          schedule: Schedule(Specification(parsing: text), learningRate: 0.1, steps: 40),
          optimizer: Optimizer(Specification("sgd")), noise: Noise(x: noise, y: noise), seed: UInt64(seed))
        let trajectory = run.trajectory()
        return FigureRun(label: text, trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
      }
      return RunGroup(label: runs[0].trajectory.run.schedule.settings, runs: runs, on: surface)
    }
    return GridFigure.Section(surface: surface, view: surface.view, groups: groups)
  }

  private static let ravine = "(x^2 + 10*y^2)/2"

  static func figures() throws -> [GridFigure] {
    try [
      GridFigure(sections: [section(ravine, schedules: Schedule.namesOfAll)]),
      GridFigure(sections: [section(ravine, schedules: ["constant", "cosine"], noise: 0.3, seeds: 5)]),
      GridFigure(sections: [section("0*x", schedules: ["constant"])]),
      GridFigure(sections: [
        section(ravine, schedules: ["constant", "cosine"], title: "One"),
        section("x^2 - y^2", schedules: ["constant", "cosine"], title: "Two"),
      ]),
      GridFigure(
        sections: (1...5).map { try section("x^2 + \($0)*y^2", schedules: ["constant"], title: "Number \($0)") }),
    ]
  }

  @Test func nothingOverlapsAndNothingIsClipped() throws {
    for var figure in try Self.figures() {
      let own = GridFigure.size(cells: figure.sections.map(\.groups.count))
      for size in [(320.0, 240.0), (400, 700), (720, 540), (1200, 400), (Double(own.width), Double(own.height))] {
        (figure.width, figure.height) = size
        figure.footer = "a line at the foot"
        #expect(try figure.drawing().faultyLettering == [], "\(figure.displayTitle) at \(size)")
      }
    }
  }

  /// A size that was asked for and holds no maps is refused with one that does.
  @Test func cellsThatDoNotFit() throws {
    var figure = GridFigure(
      sections: try (1...20).map { try Self.section("x^2 + \($0)*y^2", schedules: ["constant", "cosine"]) })
    (figure.width, figure.height) = (720, 540)
    let error = #expect(throws: InputError.self) { try figure.drawing() }
    #expect(error?.problem == "40 cells do not fit a picture of 720×540")
    #expect(error?.remedy == "Leave the size out, which makes 720x6870, or compare less.")
  }

  /// Best first on one surface, as given on several; the best is marked on each, and the figure says by what.
  @Test func ordersAndMarks() throws {
    let figures = try Self.figures()
    var one = figures[0]
    (one.width, one.height) = (1200, 1200)
    let words = try one.drawing().elements.flatMap(\.texts)
    let marked = words.filter { $0.string.hasPrefix("★ ") }
    #expect(marked.count == 1)
    #expect(one.criterion == "ordered by last loss, ★ lowest")
    #expect(words.contains { $0.string.contains("ordered by last loss, ★ lowest") })
    let best = one.sections[0].groups[one.sections[0].ranking[0]].label
    #expect(marked[0].string.dropFirst(2).hasPrefix(best.prefix(5)))
    #expect(figures[3].criterion == "★ lowest last loss")
    #expect(try figures[3].drawing().elements.flatMap(\.texts).count { $0.string.hasPrefix("★ ") } == 2)
    // A cell alone is not the best of anything.
    #expect(figures[4].criterion == nil)
    #expect(figures[2].criterion == nil)
  }

  @Test func titles() throws {
    let figures = try Self.figures()
    #expect(figures[0].displayTitle == "A surface: 16 schedules")
    #expect(figures[3].displayTitle == "2 surfaces, 2 schedules")
    #expect(figures[4].displayTitle == "5 surfaces")
  }

  /// The description tells every cell, of several seeds how many ended how.
  @Test func theDescriptionTellsEveryCell() throws {
    for figure in try Self.figures() {
      for group in figure.sections.flatMap(\.groups) {
        #expect(figure.description.contains(group.sentence.replacing(Tally.meaningOfErrors, with: "")))
      }
    }
  }

  /// The scales of the strips are the same in all cells of a surface, and hold every loss.
  @Test func sharesItsScales() throws {
    let section = try Self.section(Self.ravine, schedules: ["constant", "exponential:factor=0.8"])
    let cells = try GridFigure(sections: [section]).composition().cells
    let domains = cells.map { $0.shared.strips.map(\.domain.range) }
    #expect(cells.count == 2 && domains[0] == domains[1])
    for group in section.groups { #expect(group.mean.loss.allSatisfy { domains[0][0].contains($0) }) }
  }

  @Test func anUnknownPaletteIsNamed() throws {
    var figure = try Self.figures()[2]
    figure.palette = "virdis"
    #expect(#expect(throws: InputError.self) { try figure.drawing() }?.remedy == "Did you mean 'viridis'?")
  }
}
