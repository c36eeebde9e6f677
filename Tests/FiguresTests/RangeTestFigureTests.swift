import Diagnosis
import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct RangeTestFigureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var formula = "(x^2 + 10*y^2)/2"
    var start = Point(2.5, 1.5)
    var low = 1e-4
    var high = 10.0
    var steps = 100
    var optimizer = "sgd"
    var noise = 0.0
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "ravine"), Case(name: "long sweep", steps: 400), Case(name: "noisy", steps: 40, noise: 1),
    Case(name: "negative losses", formula: "(x^2 - y^2)/2", start: Point(1.5, 1e-3)),
    Case(name: "adam", optimizer: "adam"), Case(name: "flat", formula: "3 + 0*x"),
    Case(name: "nothing to read", low: 3, high: 30, steps: 60),
    Case(name: "narrow", low: 0.01, high: 0.02, steps: 30),
  ]

  static func figure(_ one: Case) throws -> RangeTestFigure {
    var surface = try Surface(formula: one.formula)
    surface.axes = ("w₁", "w₂")
    let ramp = try Schedule(
      Specification(parsing: "range-test:low=\(one.low),high=\(one.high)"), learningRate: 1, steps: one.steps)
    let test = try RangeTest(
      Run(
        loss: surface.loss, view: surface.view, start: one.start, steps: one.steps, schedule: ramp,
        optimizer: Optimizer(Specification(one.optimizer)), noise: Noise(x: one.noise, y: one.noise)))
    let outcomes = try test.rates.map { try test.outcome(at: $0) }
    return RangeTestFigure(
      surface: surface, assessment: try RangeTestAssessment(of: test, test.sweep(), outcomes, on: surface))
  }

  @Test(arguments: cases) func nothingOverlapsAndNothingIsClipped(_ one: Case) throws {
    var figure = try Self.figure(one)
    figure.footer = "a line at the foot"
    for size in [(320.0, 240.0), (400, 700), (720, 540), (1200, 400), (1600, 1200)] {
      (figure.width, figure.height) = size
      #expect(figure.drawing().faultyLettering == [], "\(size)")
    }
  }

  /// The legend says each reading with its rate and what the run at that rate does, and the sentences stand below it.
  @Test func says() throws {
    let figure = try Self.figure(Self.cases[1])
    let words = figure.drawing().elements.flatMap(\.texts).map(\.string)
    for word in ["slide: 0.745", "minimum/10: 0.115", "2/λ = 0.2", "lowest", "loss after 400 steps at one rate"] {
      #expect(words.contains(word), "\(word)")
    }
    let text = words.joined(separator: " ")
    // An equation is not broken, so its spaces are of the kind that do not break either.
    for sentence in figure.assessment.sentences {
      #expect(text.contains(sentence.replacing(" = ", with: "\u{A0}=\u{A0}")), "\(sentence)")
      #expect(figure.description.contains(sentence))
    }
    #expect(figure.settings(title: "").last == "smoothing 0.98")
    #expect(!figure.settings(title: "").contains("400 steps"))
  }

  /// A fall of two decades and more is logarithmic; a rise above the start leaves the axis.
  @Test func domains() {
    let falls = RangeTestPanel.domain(of: [10, 1, 1e-3, 1e9, .infinity], around: 10)
    #expect(falls.isLogarithmic)
    #expect(falls.range.contains(1e-3) && falls.range.contains(10) && !falls.range.contains(1e3))
    // All runs end far below the start.
    let all = RangeTestPanel.domain(of: [1e-20, 1e-22], around: 10)
    #expect(all.isLogarithmic && all.range.contains(1e-20))
    let deep = RangeTestPanel.domain(of: [10, 1e-30], around: 10)
    #expect(deep.isLogarithmic && deep.range.lowerBound > 1e-16)
    let linear = RangeTestPanel.domain(of: [10, 5, 2, 1e9], around: 10)
    #expect(!linear.isLogarithmic)
    #expect(linear.range.lowerBound == 0 && linear.range.contains(10) && !linear.range.contains(20))
    // Most of the curve counts, not its plunge.
    let plunge = RangeTestPanel.domain(of: [1, 0.5, 0, -1, -1e6], around: 1)
    #expect(plunge.range.contains(-1) && plunge.range.lowerBound > -100)
    #expect(RangeTestPanel.domain(of: [], around: 1).range == 0...1)
    #expect(RangeTestPanel.domain(of: [.infinity], around: 1).range == 0...1)
    let flat = RangeTestPanel.domain(of: [3, 3], around: 3)
    #expect(flat.range.contains(3) && flat.range.upperBound > 3)
  }
}
