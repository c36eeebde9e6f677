import LossSurfaces
import Optimization
import Testing

@Suite struct MeanTrajectoryTests {
  /// A run that is made up: one coordinate's values, which are also its losses.
  private static func run(_ x: [Double], divergedAt: Int? = nil, cuts: [Int] = [], restarts: [Int] = []) throws
    -> Trajectory
  {
    let surface = try Surface(formula: "x + y")
    let run = try Run(
      loss: surface.loss, view: surface.view, start: surface.start, steps: 3, schedule: Schedule(constant: 0.1),
      optimizer: Optimizer(Specification("sgd")))
    return Trajectory(
      run: run, x: x, y: x.map { -$0 }, loss: x, gradientNorm: x.map { 2 * $0 },
      learningRate: x.dropLast().map { $0 / 10 }, divergedAt: divergedAt, cuts: cuts, restarts: restarts)
  }

  @Test func isTheMeanAtEachStep() throws {
    let mean = Trajectory(meanOf: [
      try Self.run([0, 1, 4, 3], cuts: [1, 2], restarts: [3]), try Self.run([0, 3, 2, 5], cuts: [2]),
    ])
    #expect(mean.x == [0, 2, 3, 4])
    #expect(mean.y == [0, -2, -3, -4])
    #expect(mean.loss == [0, 2, 3, 4])
    #expect(mean.gradientNorm == [0, 4, 6, 8])
    #expect(zip(mean.learningRate, [0, 0.2, 0.3]).allSatisfy { abs($0 - $1) < 1e-15 })
    #expect(mean.cuts == [2] && mean.restarts == [])
    #expect(mean.divergedAt == nil && mean.lastStep == 3)
  }

  /// What all have in common is kept to the last bit, however many there are.
  @Test func equalRunsHaveThemselvesForMean() throws {
    let run = try Self.run([0.1, 0.7, 1e-300, 1 / 3])
    for count in 1...7 {
      let mean = Trajectory(meanOf: Array(repeating: run, count: count))
      #expect(mean.x == run.x && mean.loss == run.loss && mean.learningRate == run.learningRate)
    }
  }

  @Test func runsThatDivergedAreLeftOut() throws {
    let mean = Trajectory(meanOf: [
      try Self.run([0, 100, .infinity], divergedAt: 2), try Self.run([0, 1, 2, 3]), try Self.run([0, 3, 4, 5]),
    ])
    #expect(mean.x == [0, 2, 3, 4])
    #expect(mean.divergedAt == nil)
  }

  @Test func whenAllDivergeTheFirstEndsTheMean() throws {
    let mean = Trajectory(meanOf: [
      try Self.run([0, 8, 1e9, .infinity], divergedAt: 3), try Self.run([0, 2, 1e9], divergedAt: 2),
    ])
    #expect(mean.x == [0, 5, 1e9])
    #expect(mean.divergedAt == 2)
    #expect(mean.learningRate.count == 2)
  }
}
