import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Documents

/// What a run says goes before what all share.
@Suite struct RunSettingsTests {
  private static let all: RunSettings = {
    var settings = RunSettings()
    settings.start = Point(1, 2)
    settings.steps = 10
    settings.seed = 3
    settings.learningRate = 0.1
    settings.schedule = Specification("cosine")
    settings.optimizer = Specification("adam")
    settings.noise = Noise(x: 1, y: 2)
    return settings
  }()

  @Test func nothingSaidTakesAll() { #expect(RunSettings().over(Self.all) == Self.all) }

  @Test func allSaidKeepsAll() {
    var other = RunSettings()
    other.start = Point(0, 0)
    other.steps = 1
    other.seed = 0
    other.learningRate = 1
    other.schedule = Specification("constant")
    other.optimizer = Specification("sgd")
    other.noise = Noise(x: 0, y: 0)
    #expect(other.over(Self.all) == other)
    #expect(Self.all.over(RunSettings()) == Self.all)
  }

  /// A label is a run's own.
  @Test func labelIsNotShared() {
    var base = RunSettings()
    base.label = "all"
    #expect(RunSettings().over(base).label == nil)
  }

  @Test func surfaceFillsIn() throws {
    let surface = try Catalog.surface(named: "rosenbrock")
    let run = try RunSettings().run(on: surface, view: surface.view)
    #expect(run.start == surface.start)
    #expect(run.steps == surface.steps)
    #expect(run.seed == 1)
    #expect(run.schedule.learningRate == surface.learningRate)
    #expect(run.schedule.specification.name == "constant")
    #expect(run.optimizer.specification.name == "sgd")
    #expect(run.noise.isZero)
  }

  @Test func seedsThatADoubleCannotHold() throws {
    let surface = try Catalog.surface(named: "bowl")
    var settings = RunSettings()
    settings.seed = 1 << 53
    #expect(try settings.run(on: surface, view: surface.view).seed == 1 << 53)
    settings.seed = .max
    #expect(throws: InputError("the seed must be at most 9,007,199,254,740,992, not 18446744073709551615")) {
      try settings.run(on: surface, view: surface.view)
    }
  }
}
