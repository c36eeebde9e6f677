import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct CurvesFigureTests {
  private static func figure(_ one: PathFigureTests.Case) throws -> CurvesFigure {
    let map = try PathFigureTests.figure(one)
    return CurvesFigure(surface: map.surface, groups: map.groups)
  }

  /// An equation is not broken, so its spaces are of the kind that do not break; here they are plain.
  private static func texts(_ figure: CurvesFigure) -> [Text] {
    figure.drawing().elements.flatMap(\.texts).map { text in
      var text = text
      text.string = text.string.replacing("\u{A0}", with: " ")
      return text
    }
  }

  private static func words(_ figure: CurvesFigure) -> [String] { texts(figure).map(\.string) }

  @Test(arguments: PathFigureTests.cases, PathFigureTests.sizes + [(1600, 1200)])
  func nothingOverlapsAndNothingIsClipped(_ one: PathFigureTests.Case, _ size: (Double, Double)) throws {
    var figure = try Self.figure(one)
    (figure.width, figure.height) = size
    figure.panels = [.learningRate]
    figure.footer = "a line at the foot"
    #expect(figure.drawing().faultyLettering == [])
  }

  /// One step, one run, 12 runs, 20 runs: all named.
  @Test(arguments: [1, 2, 12, 20]) func manyRuns(_ count: Int) throws {
    let one = PathFigureTests.Case(
      name: "", formula: "(x^2 + y^2)/2", view: [-3, 3, -3, 3], start: Point(2, 1),
      rates: (1...count).map { 0.1 * Double($0) }, steps: count == 1 ? 1 : 30)
    let figure = try Self.figure(one)
    let words = Self.words(figure)
    for group in figure.groups { #expect(words.contains(group.label), "\(group.label)") }
    #expect(figure.drawing().faultyLettering == [])
  }

  /// Names stand at the ends; without labels, above.
  @Test func namesAtTheEnds() throws {
    var figure = try Self.figure(PathFigureTests.cases[0])
    func name() throws -> Text {
      try #require(Self.texts(figure).first { $0.string == figure.groups[0].label })
    }
    #expect(try name().position.x > 0.7 * figure.width)
    figure.hasLabels = false
    #expect(try name().position.x < 0.3 * figure.width)
  }

  /// A diverging run leaves at the top, and the figure says when.
  @Test func aDivergingRunLeaves() throws {
    let figure = try Self.figure(PathFigureTests.cases[0])
    let diverging = try #require(figure.groups.last).mean
    let top = CurvesDomain.domain(of: figure.groups.map(\.mean)).range.upperBound
    #expect(diverging.loss.last! < top, "not yet: 0.205 is just above the limit")
    var one = PathFigureTests.cases[0]
    one.rates = [0.1, 0.3]
    let figure2 = try Self.figure(one)
    let losses = figure2.groups[1].mean.loss
    let limit = CurvesDomain.domain(of: figure2.groups.map(\.mean)).range.upperBound
    let step = try #require(losses.firstIndex { $0 > limit })
    #expect(Self.words(figure2).contains("leaves at step \(step)"))
  }

  /// The steps are numbered once, below the lowest panel; where there is no room the panels go first.
  @Test func panels() throws {
    var figure = try Self.figure(PathFigureTests.cases[0])
    figure.panels = [.loss, .learningRate]
    #expect(Self.words(figure).filter { $0 == "step" }.count == 1)
    #expect(Self.words(figure).contains("learning rate η"))
    (figure.width, figure.height) = (320, 240)
    #expect(!Self.words(figure).contains("learning rate η"))
  }

  /// Dashes on noise cannot be read.
  @Test(arguments: [(0.0, 40, false), (1, 200, true), (1, 10, false)])
  func noiseIsUndashed(_ noise: Double, _ steps: Int, _ isRough: Bool) throws {
    let one = PathFigureTests.Case(
      name: "", formula: "(x^2 + y^2)/2", view: [-3, 3, -3, 3], start: Point(2, 1), rates: [0.1], steps: steps,
      noise: noise)
    #expect(CurvesFigure.isRough(try PathFigureTests.figure(one).groups[0].mean, over: 720) == isRough)
  }

  /// Cuts and restarts are marked and explained.
  @Test(arguments: [("step:every=10", "cut"), ("warm-restarts:period=10", "restart")])
  func rateChanges(_ schedule: String, _ word: String) throws {
    var figure = try Self.figure(PathFigureTests.cases[0])
    #expect(!Self.words(figure).contains(word))
    let run = try Run(
      loss: figure.surface.loss, view: figure.view, start: Point(2, 1), steps: 40,
      schedule: Schedule(Specification(parsing: schedule), learningRate: 0.1, steps: 40),
      optimizer: Optimizer(Specification("sgd")))
    let trajectory = run.trajectory()
    figure.groups.append(
      RunGroup(
        FigureRun(
          label: schedule, trajectory: trajectory, assessment: Assessment(of: trajectory, on: figure.surface))))
    #expect(Self.words(figure).contains(word))
  }

  @Test func theDescriptionSaysWhatItIs() throws {
    let figure = try Self.figure(PathFigureTests.cases[0])
    #expect(figure.description.hasPrefix("Loss against step on "))
    for group in figure.groups { #expect(figure.description.contains("\(group.label): \(group.sentence)")) }
  }
}
