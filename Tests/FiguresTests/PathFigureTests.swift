import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct PathFigureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var formula: String
    var view: [Double]
    var start: Point
    var rates: [Double]
    var steps = 40
    var noise = 0.0
    var criticalPoints: [CriticalPoint] = []
    var panels = PathFigure.Panel.standard
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "ravine", formula: "(x^2 + 10*y^2)/2", view: [-3, 3, -2, 2], start: Point(2.5, 1.5),
      rates: [0.02, 0.1, 0.19, 0.205], criticalPoints: [CriticalPoint(at: Point(0, 0), kind: .minimum)]),
    Case(
      name: "noisy bowl", formula: "(x^2 + y^2)/2", view: [-3, 3, -3, 3], start: Point(2, 1.5),
      rates: [0.01, 0.1, 1.6, 2.1], noise: 0.5, criticalPoints: [CriticalPoint(at: Point(0, 0), kind: .minimum)]),
    Case(
      name: "saddle", formula: "x^2/2 + y^4/4 - y^2/2", view: [-2, 2, -2, 2], start: Point(1.5, 0.001), rates: [0.1],
      steps: 120,
      criticalPoints: [
        CriticalPoint(at: Point(0, 1), kind: .minimum), CriticalPoint(at: Point(0, -1), kind: .minimum),
        CriticalPoint(at: Point(0, 0), kind: .saddle),
      ]),
    Case(
      name: "undefined in part", formula: "sqrt(x) + y^2", view: [-1, 3, -1, 1], start: Point(2, 0.5), rates: [0.1]),
    Case(name: "flat", formula: "0*x", view: [-1, 1, -1, 1], start: Point(0, 0), rates: [0.1], steps: 1),
    Case(
      name: "twelve runs", formula: "(x^2 + y^2)/2", view: [-3, 3, -1, 1], start: Point(2, 0.7),
      rates: (1...12).map { 0.15 * Double($0) }),
    Case(
      name: "edge of stability", formula: "(1 - x)^2 + 100*(y - x^2)^2", view: [-2, 2, -1, 3], start: Point(-1.2, 1),
      rates: [0.0025, 0.004], steps: 400, criticalPoints: [CriticalPoint(at: Point(1, 1), kind: .minimum)],
      panels: PathFigure.Panel.allCases),
    Case(
      name: "tiny view far away", formula: "x*1e-9 + y", view: [1e9, 1e9 + 1, 0, 1e-9], start: Point(1e9, 0),
      rates: [1e-12]),
  ]

  static func figure(_ one: Case) throws -> PathFigure {
    var surface = try Surface(formula: one.formula)
    surface.axes = ("w₁", "w₂")
    surface.view = try View(x: (one.view[0], one.view[1]), y: (one.view[2], one.view[3]))
    surface.criticalPoints = one.criticalPoints
    let runs = try one.rates.map { rate in
      let run = try Run(
        loss: surface.loss, view: surface.view, start: one.start, steps: one.steps,
        schedule: Schedule(Specification("constant"), learningRate: rate, steps: one.steps),
        optimizer: Optimizer(Specification("sgd")), noise: Noise(x: one.noise, y: one.noise))
      let trajectory = run.trajectory()
      return FigureRun(
        label: "η = \(NumberText.string(rate))", trajectory: trajectory,
        assessment: Assessment(of: trajectory, on: surface))
    }
    var figure = PathFigure(surface: surface, runs: runs)
    figure.panels = one.panels
    return figure
  }

  static let sizes = [(320.0, 240.0), (400, 700), (720, 540), (1200, 400)]

  @Test(arguments: cases, sizes) func nothingOverlapsAndNothingIsClipped(_ one: Case, _ size: (Double, Double)) throws {
    var figure = try Self.figure(one)
    (figure.width, figure.height) = size
    figure.levelCount = 5
    figure.footer = "a line at the foot"
    try Self.checkLettering(of: figure)
  }

  static func checkLettering(of figure: PathFigure) throws {
    let drawing = try figure.drawing()
    #expect(drawing.elements.flatMap(\.texts).contains { $0.weight == .bold })
    #expect(drawing.faultyLettering == [])
  }

  @Test func everyLetterHasAGlyph() throws {
    for one in Self.cases {
      for text in try Self.figure(one).drawing().elements.flatMap(\.texts) {
        #expect(Typeface.covers(text.string), "\(text.string)")
      }
    }
  }

  @Test func theMapIsAtLeastAThirdOfTheFigure() throws {
    for size in Self.sizes {
      let sizes = TypeSizes(width: size.0, height: size.1)
      let legend = Legend(
        entries: [.init(style: Theme.light.style(ofRun: 0), label: "η = 0.1", words: "arrives in 40 steps")],
        theme: .light, sizes: sizes)
      for view in [(1.0, 1.0), (3, 1), (1, 3)] {
        let content = MapLayout.Content(
          width: size.0, height: size.1, view: try View(x: (0, view.0), y: (0, view.1)),
          headerHeight: sizes.title * 2.4,
          footerHeight: 0, legend: legend, stripCount: 2, keyWidth: 40, sizes: sizes)
        let map = MapLayout.best(for: content).map
        #expect(map.width * map.height >= size.0 * size.1 / 3)
      }
    }
  }

  @Test func theDescriptionTellsEveryRun() throws {
    let figure = try Self.figure(Self.cases[0])
    let text = figure.description
    for run in figure.groups.flatMap(\.runs) {
      #expect(text.contains("\(run.label): \(run.assessment.verdict.sentence)"))
    }
    #expect(text.contains("w₁ from −3 to 3"))
  }

  @Test func themesDifferInColoursOnly() throws {
    var figure = try Self.figure(Self.cases[0])
    let light = try figure.drawing()
    figure.theme = .dark
    let dark = try figure.drawing()
    #expect(light.elements.flatMap(\.texts).map(\.string) == dark.elements.flatMap(\.texts).map(\.string))
    #expect(light.background != dark.background)
  }

  @Test(arguments: [("flat", false), ("ravine", true)]) func aFlatSurfaceHasNoKey(_ name: String, _ hasKey: Bool) throws
  {
    let one = try #require(Self.cases.first { $0.name == name })
    let words = try Self.figure(one).drawing().elements.flatMap(\.texts).filter { $0.string == "loss" }
    // One names the strip, the other the key.
    #expect(words.count == (hasKey ? 2 : 1))
  }

  @Test func anUnknownPaletteIsNamed() throws {
    var figure = try Self.figure(Self.cases[0])
    figure.palette = "virdis"
    #expect {
      try figure.drawing()
    } throws: { error in
      (error as? InputError)?.remedy == "Did you mean 'viridis'?"
    }
  }
}
