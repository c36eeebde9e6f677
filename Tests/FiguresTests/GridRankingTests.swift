import Diagnosis
import LossSurfaces
import Optimization
import Testing

@testable import Figures

@Suite struct GridRankingTests {
  private static func groups(rates: [Double], steps: Int, noise: Double = 0, seeds: Int = 1) throws -> (
    Surface, [RunGroup]
  ) {
    var surface = try Surface(formula: "(x^2 + 10*y^2)/2")
    surface.criticalPoints = [CriticalPoint(at: Point(0, 0), kind: .minimum)]
    let groups = try rates.map { rate in
      let runs = try (1...seeds).map { seed in
        let run = try Run(
          loss: surface.loss, view: surface.view, start: Point(2.5, 1.5), steps: steps,
          schedule: Schedule(constant: rate), optimizer: Optimizer(Specification("sgd")),
          noise: Noise(x: noise, y: noise), seed: UInt64(seed))
        let trajectory = run.trajectory()
        return FigureRun(
          label: "\(rate)", trajectory: trajectory, assessment: Assessment(of: trajectory, on: surface))
      }
      return RunGroup(label: "\(rate)", runs: runs, on: surface)
    }
    return (surface, groups)
  }

  /// By theory: both directions shrink by |1 − ηλ| a step, so of these rates 2/11 is the best, then 0.1, 0.19 and 0.02;
  /// 0.3 diverges.
  @Test func byTheLastLoss() throws {
    let (surface, groups) = try Self.groups(rates: [0.3, 0.02, 0.19, 2 / 11, 0.1], steps: 60)
    #expect(GridRanking(groups, on: surface).order == [3, 4, 2, 1, 0])
  }

  /// Of those that arrived the faster comes first, however near the slower one came in the end.
  @Test func bySpeedWhereAllArrived() throws {
    let (surface, groups) = try Self.groups(rates: [0.05, 0.1, 2 / 11], steps: 2000)
    #expect(groups.allSatisfy { $0.runs[0].assessment.verdict.kind == .converged })
    #expect(GridRanking(groups, on: surface).order == [2, 1, 0])
  }

  @Test func fewerThatDivergedComeFirst() throws {
    let (surface, groups) = try Self.groups(rates: [0.21, 0.05], steps: 300, noise: 0.5, seeds: 3)
    #expect(GridRanking(groups, on: surface).order == [1, 0])
  }

  /// What diverged is not the best, though it comes first.
  @Test func noneIsTheBestWhereAllDiverge() throws {
    for (rates, best) in [([0.3, 0.4], nil), ([0.3, 0.1], 1), ([0.1], nil)] as [([Double], Int?)] {
      let (surface, groups) = try Self.groups(rates: rates, steps: 300)
      #expect(GridFigure.Section(surface: surface, view: surface.view, groups: groups).best == best)
    }
  }

  @Test func criterion() {
    #expect(GridRanking.criterion(isOrdered: true, hasSeeds: false) == "ordered by last loss, ★ lowest")
    #expect(GridRanking.criterion(isOrdered: false, hasSeeds: true) == "★ lowest mean last loss")
  }
}
