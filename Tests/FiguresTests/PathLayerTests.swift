import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct PathLayerTests {
  private func layer(
    _ formula: String, rate: Double, steps: Int, start: Point = Point(2.5, 1.5)
  ) throws -> PathLayer {
    var surface = try Surface(formula: formula)
    surface.view = try View(x: (-3, 3), y: (-2, 2))
    let run = try Run(
      loss: surface.loss, view: surface.view, start: start, steps: steps,
      schedule: Schedule(Specification("constant"), learningRate: rate, steps: steps),
      optimizer: Optimizer(Specification("sgd")))
    return PathLayer(
      run.trajectory(), style: Theme.light.style(ofRun: 0),
      frame: Frame(rect: Rect(x: 0, y: 0, width: 600, height: 400), view: surface.view))
  }

  @Test func aRunThatStaysIsOneStretch() throws {
    let layer = try layer("(x^2 + 10*y^2)/2", rate: 0.19, steps: 60)
    #expect(layer.stretches.count == 1)
    #expect(layer.stretches[0].opacity == 1)
    #expect(layer.departure == nil && layer.exit == nil && !layer.leavesForGood)
    #expect(layer.end != nil)
  }

  /// At η = 0.205 the steep coordinate is −1.05 of the one before: 1.5·1.05ⁿ passes 2 at n = 6.
  @Test func aDivergingRunFadesAfterItLeft() throws {
    let layer = try layer("(x^2 + 10*y^2)/2", rate: 0.205, steps: 60)
    #expect(layer.departure == 6)
    #expect(layer.leavesForGood)
    #expect(layer.exit?.step == 6)
    let opacities = layer.stretches.map(\.opacity)
    #expect(opacities.first == 1)
    #expect(zip(opacities, opacities.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(layer.stretches.count < 10)
    #expect(layer.end == nil)
  }

  /// On −x each step goes 0.1 to the right: from −4 the run is in view from −3 to 3, and leaves at step 71.
  @Test func aRunThatBeginsOutsideIsSeenWhereItIsInside() throws {
    let layer = try layer("-x", rate: 0.1, steps: 90, start: Point(-4, 0))
    #expect(layer.leavesForGood && abs((layer.departure ?? 0) - 71) <= 1)
    let xs = layer.stretches.filter { $0.opacity == 1 }.flatMap { $0.points.map(\.x) }
    #expect(try #require(xs.min()) < 12 && #require(xs.max()) > 585)
  }

  @Test func stepsThatCannotBeToldApartHaveNoMarks() throws {
    #expect(try layer("(x^2 + y^2)/2", rate: 0.001, steps: 200).marks(theme: .light).isEmpty)
    #expect(try !layer("(x^2 + y^2)/2", rate: 0.1, steps: 20).marks(theme: .light).isEmpty)
  }
}
