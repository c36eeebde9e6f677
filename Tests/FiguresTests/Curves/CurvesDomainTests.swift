import LossSurfaces
import Optimization
import Testing

@testable import Figures

@Suite struct CurvesDomainTests {
  private func trajectory(_ losses: [Double], diverged: Bool = false) throws -> Trajectory {
    let run = try Run(
      loss: LossFunction(formula: "x^2 + y^2"), view: View(x: (-1, 1), y: (-1, 1)), start: Point(1, 1),
      steps: max(1, losses.count - 1),
      schedule: Schedule(Specification("constant"), learningRate: 0.1, steps: max(1, losses.count - 1)),
      optimizer: Optimizer(Specification("sgd")))
    let zeros = losses.map { _ in 0.0 }
    return Trajectory(
      run: run, x: zeros, y: zeros, loss: losses, gradientNorm: zeros, learningRate: Array(zeros.dropLast()),
      divergedAt: diverged ? losses.count - 1 : nil, cuts: [], restarts: [])
  }

  private func domain(_ losses: [Double]..., diverging: [Double] = []) throws -> Strip.Domain {
    var all = try losses.map { try trajectory($0) }
    if !diverging.isEmpty { all.append(try trajectory(diverging, diverged: true)) }
    return CurvesDomain.domain(of: all)
  }

  /// The axis of curves that stay is not stretched by one that does not.
  @Test func aDivergingRunLeaves() throws {
    let linear = try domain([4, 2, 1], diverging: [4, 8, 1e6])
    #expect(!linear.isLogarithmic && linear.range.contains(12) && !linear.range.contains(14))
    let logarithmic = try domain([4, 0.1, 1e-3], diverging: [4, 8, 1e6, .infinity])
    #expect(logarithmic.isLogarithmic && logarithmic.range.contains(1e-3) && logarithmic.range.contains(40))
    #expect(!logarithmic.range.contains(400))
    // One that rises and comes back is shown whole.
    let catapult = try domain([4, 300, 1])
    #expect(catapult.range.contains(300))
  }

  /// A plunge without a floor does not press the others flat either.
  @Test func aPlungeLeavesBelow() throws {
    let plunge = try domain([1, 0.5, 0.2], diverging: [1, -5, -1e7])
    #expect(!plunge.isLogarithmic && plunge.range.contains(0.2) && !plunge.range.contains(-10))
  }

  @Test func allDiverge() throws {
    let all = try domain(diverging: [2, 50, 1e9])
    #expect(all.range.contains(2) && !all.range.contains(1e3))
  }

  @Test(arguments: [[3.0, 3], [0, 0], [5], [1, .nan, 0.5], [-2, -1]])
  func degenerate(_ losses: [Double]) throws {
    let domain = try domain(losses)
    for loss in losses where !loss.isNaN { #expect(domain.range.contains(loss)) }
    #expect(domain.range.lowerBound < domain.range.upperBound)
  }
}
