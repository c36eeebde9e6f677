import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct BasinChangeTests {
  @Test func fromSharpToFlat() throws {
    let run = TestRun(.sharpFlat, -1.55, 0.05, rate: 0.12, steps: 100)
    let event = try #require(try run.events(.changedBasin).first)
    #expect(event.step == 7)
    #expect(event.criticalPoint?.name == "the flat minimum")
    #expect(
      event.sentence
        == "Changed basins at step 7: from the sharp minimum at (−1.5, 0) to the flat minimum at (1.5, 0).")
  }

  /// The same step is found when the points looked at lie further apart.
  @Test func refinedToAStep() throws {
    let run = TestRun(.sharpFlat, -1.55, 0.05, rate: 0.12, steps: 5000)
    #expect(try run.events(.changedBasin).map(\.step) == [7])
  }

  @Test(arguments: [
    TestRun(.sharpFlat, -1.9, 0.6, rate: 0.05, steps: 100), TestRun(.sharpFlat, -1.55, 0.05, rate: 0.103, steps: 300),
    TestRun(.bowl, 2, 1.5, rate: 1.9, steps: 100), TestRun(.himmelblau, 0, 0, rate: 0.01, steps: 100),
    // All points of a curve of minima are one basin.
    TestRun(.twoLayer, 2, 0.1, rate: 0.5, steps: 100),
  ])
  func staysWhereItIs(run: TestRun) throws {
    #expect(try run.events(.changedBasin).isEmpty)
  }

  /// A run that noise drives to and fro over the ridge: no change is missed that lasts as long as one of 200 points, and
  /// each is where descent from every single step has it.
  @Test(arguments: [UInt64(1), 2, 3]) func asFromEveryStep(seed: UInt64) throws {
    let run = TestRun(.boundedSaddle, 0.5, 0.7, rate: 0.3, steps: 199, noise: 1.2, seed: seed)
    let (surface, trajectory) = (try run.surface.surface, try run.trajectory)
    let evaluator = Evaluator(surface.loss)
    var changes: [Int] = []
    var side: Double?
    for step in 0...trajectory.lastStep where surface.view.contains(trajectory[step]) {
      guard let minimum = evaluator.minimum(downhillFrom: trajectory[step]) else { continue }
      if let side, side * minimum.point.y < 0 { changes.append(step) }
      side = minimum.point.y
    }
    #expect(changes.count > 4)
    #expect(try run.events(.changedBasin).map(\.step) == changes)
  }

  /// The formula alone, without its minima declared, tells as much.
  @Test func undeclared() throws {
    let run = TestRun(.boundedSaddle, 0.5, 0.7, rate: 0.3, steps: 199, noise: 1.2)
    var surface = try run.surface.surface
    let declared = try run.events(.changedBasin).map(\.step)
    surface.criticalPoints = []
    let bare = Assessment(of: try run.trajectory, on: surface).events.filter { $0.kind == .changedBasin }.map(\.step)
    #expect(bare == declared)
  }
}
