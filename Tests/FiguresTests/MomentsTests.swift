import LossSurfaces
import Optimization
import Raster
import Testing

@testable import Figures

@Suite struct MomentsTests {
  private static let frame = Frame(rect: Rect(x: 0, y: 0, width: 600, height: 400), view: unitView)

  private static var unitView: View {
    guard let view = try? View(x: (-3, 3), y: (-2, 2)) else { preconditionFailure("a view") }
    return view
  }

  private func moments(rate: Double, steps: Int, noise: Double = 0, start: Point = Point(2.5, 1.5)) throws -> Moments {
    let surface = try Surface(formula: "(x^2 + 10*y^2)/2")
    let run = try Run(
      loss: surface.loss, view: Self.unitView, start: start, steps: steps,
      schedule: Schedule(Specification("constant"), learningRate: rate, steps: steps),
      optimizer: Optimizer(Specification("sgd")), noise: Noise(x: noise, y: noise))
    return Moments(of: [run.trajectory()], in: Self.frame)
  }

  @Test(arguments: [1, 2, 40, 96]) func aShortRunHasAFrameForEveryStep(steps: Int) throws {
    #expect(try moments(rate: 0.05, steps: steps).steps == Array(0...steps))
  }

  @Test(arguments: [97, 300, 5000, 100_000], [0, 0.5]) func aLongRunIsThinned(steps: Int, noise: Double) throws {
    let moments = try moments(rate: 0.05, steps: steps, noise: noise)
    #expect(moments.steps.count <= 97 && moments.steps.count > 80)
    #expect(moments.steps.first == 0 && moments.steps.last == steps)
    #expect(zip(moments.steps, moments.steps.dropFirst()).allSatisfy(<))
  }

  /// A run that settles in the first fifty of 5000 steps has most of its frames there; one that wanders has them evenly.
  @Test func framesAreWhereThePathMoves() throws {
    let settling = try moments(rate: 0.05, steps: 5000)
    #expect(settling.steps.count { $0 <= 100 } > 60)
    #expect(settling.steps.prefix(10) == Array(0..<10)[...])
    let wandering = try moments(rate: 0.05, steps: 5000, noise: 1)
    #expect((20...60).contains(wandering.steps.count { $0 <= 1700 }))
  }

  /// At the minimum nothing moves: the frames go by the steps.
  @Test func aRunThatStands() throws {
    let moments = try moments(rate: 0.05, steps: 960, start: Point(0, 0))
    #expect(moments.steps == (0...96).map { $0 * 10 })
  }

  /// A run that leaves has a frame for each step until it has gone: 1.5·2ⁿ is past 1000 diagonals of the view at n = 13.
  @Test func aRunThatDiverges() throws {
    let moments = try moments(rate: 0.3, steps: 500)
    let last = try #require(moments.steps.last)
    #expect(last <= 13 && moments.steps == Array(0...last))
  }

  @Test(arguments: [1, 2, 3, 10, 30, 96, 97, 1000]) func fiveSecondsAtMost(steps: Int) throws {
    let moments = try moments(rate: 0.05, steps: steps)
    #expect(moments.milliseconds.count == moments.steps.count)
    #expect(moments.milliseconds.reduce(0, +) <= 5000)
    #expect(moments.milliseconds.last == 1200)
    // Faster than that the eye does not follow, and browsers do not.
    #expect(moments.milliseconds.allSatisfy { $0 >= 33 })
  }
}
