import Diagnosis
import LossSurfaces
import Optimization
import Raster
import SurfaceCatalog
import Testing

@testable import Figures

@Suite struct StabilityPanelTests {
  private func panel(_ name: String, _ runs: [Spec], steps: Int = 20) throws -> StabilityPanel {
    let surface = try Catalog.surface(named: name)
    let groups = try runs.map { rate, schedule, optimizer in
      let trajectory = try Run(
        loss: surface.loss, view: surface.view, start: surface.start, steps: steps,
        schedule: Schedule(Specification(parsing: schedule), learningRate: rate, steps: steps),
        optimizer: Optimizer(Specification(parsing: optimizer))
      ).trajectory()
      return RunGroup(
        FigureRun(label: "", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface)))
    }
    return StabilityPanel(of: groups, in: surface.view)
  }

  typealias Spec = (Double, String, String)

  /// Runs, heading, limit, and what is hatched.
  static let shown: [(runs: [Spec], title: String, limit: Double?, hatched: String?)] = [
    ([(0.05, "constant", "sgd"), (0.15, "constant", "sgd")], "η·λmax", 2.0, "η·λmax > 2 at η = 0.15"),
    ([(0.15, "constant", "sgd")], "η·λmax", 2, "η·λmax > 2"),
    ([(0.15, "cosine", "sgd")], "η·λmax", 2, nil),
    ([(0.15, "cosine", "sgd"), (0.12, "constant", "sgd")], "η·λmax", 2, "η·λmax > 2 at η = 0.12"),
    ([(0.15, "constant", "sgd:momentum=0.5")], "η·λmax", 3, nil),
    (
      [(0.15, "constant", "sgd"), (0.15, "constant", "sgd:momentum=0.5")], "η·λmax as a share of its limit", 1,
      "η·λmax > 2 at η = 0.15"
    ),
    ([(0.01, "constant", "adam")], "η·λmax: no limit for Adam", nil, nil),
    (
      [(0.15, "constant", "sgd"), (0.01, "constant", "adam"), (0.01, "constant", "rmsprop")],
      "η·λmax: no limit for Adam, RMSprop", 2, "η·λmax > 2 at η = 0.15"
    ),
    // Too small a rate for any curvature in view.
    ([(0.01, "constant", "sgd")], "η·λmax", 2, nil),
  ]

  @Test(arguments: shown)
  func saysWhatItShows(
    runs: [Spec], title: String, limit: Double?, hatched: String?
  ) throws {
    let panel = try panel("sharp-flat", runs)
    #expect(panel.title == title)
    #expect(panel.strip.limit?.value == limit)
    #expect(panel.ground?.words == hatched)
    #expect(panel.strip.curves.count == runs.count)
    for character in title { #expect(Typeface.covers(String(character))) }
  }

  /// Of different limits each run is a share of its own.
  @Test func sharesOfTheirLimits() throws {
    let panel = try panel(
      "ravine", [(0.1, "constant", "sgd"), (0.1, "constant", "sgd:momentum=0.5"), (0.1, "constant", "adam")], steps: 2)
    #expect(panel.strip.curves.map(\.mean) == [[0.5, 0.5], [1.0 / 3, 1.0 / 3], []])
  }

  /// Of several seeds each is drawn, and their mean.
  @Test func aFan() throws {
    let surface = try Catalog.surface(named: "rosenbrock-10")
    let runs = try (1...3).map { seed in
      let trajectory = try Run(
        loss: surface.loss, view: surface.view, start: surface.start, steps: 20,
        schedule: Schedule(constant: 0.01), optimizer: Optimizer(Specification("sgd")), noise: Noise(x: 1, y: 1),
        seed: UInt64(seed)
      ).trajectory()
      return FigureRun(label: "", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
    }
    let panel = StabilityPanel(of: [RunGroup(label: "", runs: runs, on: surface)], in: surface.view)
    let curve = try #require(panel.strip.curves.first)
    #expect(curve.members.count == 3 && curve.mean.count == 20)
    for (step, mean) in curve.mean.enumerated() {
      let sum = curve.members.reduce(0) { $0 + $1[step] }
      // Rounded a few times.
      #expect(abs(mean - sum / 3) < 1e-14 * mean)
    }
    #expect(Set(curve.members.map { $0[10] }).count == 3)
    // The rate that all share is too large where λmax is above 200.
    #expect(panel.ground?.sharpness == 200)
  }

  private static let linear: [(values: [[Double]], limit: Double?, top: Double)] = [
    // Room above the limit, and more when values are there.
    ([[0.5, 1, 1.9]], 2, 2.9), ([[0.5, 3, 2]], 2, 3.15),
    // A spike leaves at the top, negative curvature at the foot.
    ([[0.5, 300, 2]], 2, 5.8), ([[-5, -1, 0.5]], 2, 2.9),
    ([[]], 2, 2.9), ([[.nan, .infinity]], 2, 2.9), ([[0, 0]], nil, 1.45), ([[4, 5]], nil, 5.25),
  ]

  @Test(arguments: linear) func linearAxes(values: [[Double]], limit: Double?, top: Double) {
    let domain = StabilityPanel.domain(of: values, limit: limit)
    // Rounded a few times.
    #expect(abs(domain.range.upperBound - top) < 1e-12)
    #expect(domain.range.lowerBound == 0)
    #expect(!domain.isLogarithmic)
  }

  private static let logarithmic: [[[Double]]] = [
    [[0.01, 0.02, 0.01]], [[50, 100, 200]], [[1e9, 1e12, .infinity]], [[1e-9, 1e-9, -1]], [[1, 1], [0.001, 0.001]],
  ]

  @Test(arguments: logarithmic) func logarithmicAxes(values: [[Double]]) {
    let domain = StabilityPanel.domain(of: values, limit: 2)
    #expect(domain.isLogarithmic)
    // The limit is seen, and the axis spans no more than six decades and their margins.
    #expect(domain.range.contains(2) && domain.range.lowerBound > 0)
    #expect(domain.range.upperBound / domain.range.lowerBound < 1e7)
  }

  @Test func theMapIsHatchedOnlyWhereItIsAskedFor() throws {
    var figure = try PathFigureTests.figure(try #require(PathFigureTests.cases.first))
    #expect(figure.stability == nil)
    let plain = try figure.drawing().description
    #expect(!plain.contains("hatched"))
    figure.panels = [.loss, .stability]
    let drawing = try figure.drawing().description
    // The ravine at 0.205: λmax = 10 is above 2/0.205 everywhere.
    #expect(drawing.contains("hatched: η·λmax > 2 at η = 0.205"))
    #expect(drawing.contains("unstable above 2") || drawing.contains("limit 2"))
    #expect(figure.description.contains("Where η·λmax > 2 at η = 0.205 the map is hatched."))
  }
}
