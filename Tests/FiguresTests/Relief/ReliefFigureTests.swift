import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct ReliefFigureTests {
  private static func figure(_ one: PathFigureTests.Case) throws -> ReliefFigure {
    let map = try PathFigureTests.figure(one)
    return ReliefFigure(surface: map.surface, groups: map.groups)
  }

  @Test(arguments: PathFigureTests.cases, PathFigureTests.sizes)
  func nothingOverlapsAndNothingIsClipped(_ one: PathFigureTests.Case, _ size: (Double, Double)) throws {
    var figure = try Self.figure(one)
    (figure.width, figure.height) = size
    figure.footer = "a line at the foot"
    #expect(try figure.drawing().faultyLettering == [])
  }

  /// Every azimuth has numbers along two sides and the loss upright; elevations at both ends are drawn.
  @Test(arguments: [0.0, 45, 90, 180, 270, -30], [10.0, 80])
  func anyOutlook(_ azimuth: Double, _ elevation: Double) throws {
    var figure = try Self.figure(PathFigureTests.cases[0])
    (figure.azimuth, figure.elevation) = (azimuth, elevation)
    let drawing = try figure.drawing()
    #expect(drawing.faultyLettering == [])
    let words = drawing.elements.flatMap(\.texts).map(\.string)
    #expect(words.contains("w₁") && words.contains("w₂") && words.contains("loss"))
  }

  /// Heights that are not the losses are told.
  @Test(arguments: [("(1 - x)^2 + 100*(y - x^2)^2", true), ("x^2 + y^2", false)])
  func saysThatHeightsAreLogarithmic(_ formula: String, _ isLogarithmic: Bool) throws {
    let one = PathFigureTests.Case(
      name: "", formula: formula, view: [-2, 2, -1, 3], start: Point(-1.2, 1), rates: [0.001])
    let words = try Self.figure(one).drawing().elements.flatMap(\.texts).map(\.string)
    #expect(words.contains { $0.contains("height logarithmic") } == isLogarithmic)
  }

  /// From where a path is seen, not from behind the hill.
  @Test func theViewerStandsWhereThePathIsSeen() throws {
    let surface = try Surface(formula: "exp(-20*(y - 0.2)^2) + 0.01*x^2 + 0.001*y")
    let heights = ReliefHeights(surface: surface, view: surface.view)
    let grid = ReliefGrid(surface.loss, surface.view, heights)
    let one = PathFigureTests.Case(
      name: "", formula: surface.loss.formula, view: [-3, 3, -3, 3], start: Point(2, 0.6), rates: [0.1], steps: 80)
    let trajectory = try PathFigureTests.figure(one).groups[0].mean
    let outlook = ReliefOutlook(
      grid, elevation: 20, trajectories: [trajectory], room: Rect(x: 0, y: 0, width: 2, height: 1))
    let chosen = outlook.projection(azimuth: nil)
    // Behind the ridge as seen from low y, so the viewer stands at high y.
    #expect(chosen.turn.y > 0)
    #expect(outlook.projection(azimuth: 300).azimuth == 300)
  }

  /// What a hill hides of a path is dotted, and a mark there is not drawn.
  @Test func hiddenPartsAreDotted() throws {
    var figure = try Self.figure(
      PathFigureTests.Case(
        name: "", formula: "exp(-20*y^2)", view: [-1, 1, -1, 1], start: Point(0, 0.001), rates: [0.1], steps: 60))
    (figure.azimuth, figure.elevation) = (270, 20)
    let dotted = try figure.drawing().elements.contains { element in
      if case .stroke(_, let stroke) = element { stroke.dash == [0.1, 4] } else { false }
    }
    #expect(dotted)
  }

  /// A run that leaves is drawn to the edge, with an arrow and the step.
  @Test func aDivergingRunLeavesTheBox() throws {
    let figure = try Self.figure(
      PathFigureTests.Case(
        name: "", formula: "(x^2 + 10*y^2)/2", view: [-3, 3, -2, 2], start: Point(2.5, 1.5), rates: [0.3], steps: 30))
    let words = try figure.drawing().elements.flatMap(\.texts).map(\.string)
    #expect(words.contains("leaves at step 1"))
  }

  @Test func theDescriptionSaysWhatItIs() throws {
    let figure = try Self.figure(PathFigureTests.cases[2])
    #expect(figure.description.hasPrefix("Relief of "))
    #expect(figure.description.contains(figure.groups[0].sentence))
  }
}
