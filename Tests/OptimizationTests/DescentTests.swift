import Foundation
import LossSurfaces
import Optimization
import Testing

/// Runs against theory.
@Suite struct DescentTests {
  static let bowl = "(x^2 + y^2)/2"
  static let saddle = "x^2/2 + y^4/4 - y^2/2"

  @Test func historyHoldsThePointBeforeEachUpdate() throws {
    let trajectory = try run(on: Self.bowl, from: Point(2, -4), Schedule(constant: 0.5), steps: 2)
      .trajectory()
    #expect(trajectory.x == [2, 1, 0.5])
    #expect(trajectory.y == [-4, -2, -1])
    #expect(trajectory.loss == [10, 2.5, 0.625])
    #expect(trajectory.gradientNorm == [20, 5, 1.25].map { $0.squareRoot() })
    #expect(trajectory.learningRate == [0.5, 0.5])
    #expect(trajectory.divergedAt == nil)
    #expect(trajectory.lastStep == 2)
  }

  /// More steps than one block of the loop holds; the distance shrinks by 1 − η each.
  @Test(arguments: [1, 2, 1023, 1024, 1025, 5000])
  func runsTheStepsAskedFor(steps: Int) throws {
    let trajectory = try run(
      on: Self.bowl, from: Point(1, 0), Schedule(constant: 0.001), steps: steps
    ).trajectory()
    #expect(trajectory.lastStep == steps)
    #expect(trajectory.learningRate == [Double](repeating: 0.001, count: steps))
    var expected = 1.0
    for _ in 0..<steps { expected *= 0.999 }
    // One rounding a step in either, half an ulp each.
    #expect(abs(trajectory.x[steps] / expected - 1) < Double(steps) * 0x1p-52)
    #expect(trajectory.y == [Double](repeating: 0, count: steps + 1))
  }

  /// 5.1: on the quadratic with curvatures 1 and 10 the border is 0.2; at it the fast direction is a 2-cycle.
  @Test func stabilityOnTheRavine() throws {
    func last(_ rate: Double, steps: Int) throws -> Trajectory {
      try run(on: "(x^2 + 10*y^2)/2", from: Point(2.5, 1.5), Schedule(constant: rate), steps: steps)
        .trajectory()
    }
    #expect(try abs(last(0.19, steps: 400).y.last!) < 1e-15)
    let cycle = try last(0.2, steps: 400)
    #expect(cycle.y.enumerated().allSatisfy { abs($1 - ($0 % 2 == 0 ? 1.5 : -1.5)) < 1e-12 })
    // f = 5·(1.5·1.05ᵗ)² passes 10⁶·(14.375 + 1) after ln(√(10⁶·15.375/5)/1.5)/ln 1.05 = 144.8 steps.
    let out = try last(0.205, steps: 400)
    #expect(out.divergedAt == 145)
    #expect(out.lastStep == 145)
    #expect(out.learningRate.count == 145)
  }

  /// 5.4: the rates of an exponential decay sum to ε₀/(1 − γ), so some of the way is never gone.
  @Test(arguments: [(0.95, 0.128), (0.9, 0.36)])
  func exponentialDecayFreezes(factor: Double, left: Double) throws {
    let exponential = try schedule("exponential:factor=\(factor)", learningRate: 0.1)
    let trajectory = try run(on: Self.bowl, from: Point(1, 1), exponential, steps: 5000)
      .trajectory()
    #expect(abs(trajectory.x.last! - left) < 0.005)
    // What is left is the product of 1 − ηₜ, whose logarithm is below −Σηₜ by Σηₜ²/2 at most to first order.
    let sum = 0.1 / (1 - factor)
    #expect(abs(trajectory.learningRate.reduce(0, +) - sum) < 1e-12)
    #expect(trajectory.x.last! < exp(-sum))
    #expect(trajectory.x.last! > exp(-sum) * (1 - sum * 0.1))
  }

  /// 5.5: the steps until y = ½ on the bounded saddle.
  @Test(arguments: [
    (1e-2, "sgd", 43), (1e-4, "sgd", 91), (1e-8, "sgd", 188), (1e-12, "sgd", 284),
    (1e-2, "sgd:momentum=0.9", 16),
    (1e-4, "sgd:momentum=0.9", 33), (1e-8, "sgd:momentum=0.9", 67),
    (1e-12, "sgd:momentum=0.9", 100),
  ])
  func escapesTheSaddle(y: Double, optimizer: String, steps: Int) throws {
    let trajectory = try run(
      on: Self.saddle, from: Point(0, y), Schedule(constant: 0.1), steps: 400, optimizer: optimizer
    ).trajectory()
    #expect(trajectory.y.firstIndex { $0 >= 0.5 } == steps)
  }

  @Test func neverLeavesTheStableManifold() throws {
    let trajectory = try run(
      on: Self.saddle, from: Point(1.5, 0), Schedule(constant: 0.1), steps: 2000
    ).trajectory()
    #expect(trajectory.y.allSatisfy { $0 == 0 })
    let noisy = try run(
      on: Self.saddle, from: Point(1.5, 0), Schedule(constant: 0.1), steps: 2000,
      noise: Noise(x: 0.01, y: 0.01)
    ).trajectory()
    #expect(abs(abs(noisy.y.last!) - 1) < 0.05)
  }

  /// 5.10: what counts is the sum of the rates, not the cycling.
  @Test(arguments: [
    ("constant", 0.01, 1334), ("triangular:low=0.01,up=50", 0.2, 142), ("constant", 0.105, 133),
  ])
  func crossesThePlateauOfASaddle(text: String, learningRate: Double, steps: Int) throws {
    let trajectory = try run(
      on: Self.saddle, from: Point(0, 1e-6), schedule(text, learningRate: learningRate), steps: 1500
    ).trajectory()
    #expect(trajectory.y.firstIndex { $0 >= 0.5 } == steps)
  }

  @Test func divergesWhenTheLossIsTooHighAndRising() throws {
    // f = 50·x², f₀ = 50: with η = 0.03 each step doubles x, f passes 10⁶·51 after log₄(10⁶·51/50) = 9.98 steps.
    let trajectory = try run(on: "50*x^2", from: Point(1, 0), Schedule(constant: 0.03), steps: 100)
      .trajectory()
    #expect(trajectory.divergedAt == 10)
    #expect(trajectory.lastStep == 10)
    #expect(trajectory.loss.last! > 51e6)
  }

  @Test func divergesWhereTheLossIsNotFinite() throws {
    let trajectory = try run(on: "log(x)", from: Point(0.1, 0), Schedule(constant: 0.1), steps: 5)
      .trajectory()
    // x = 0.1 − 0.1/0.1 = −0.9, where the logarithm is not defined.
    #expect(trajectory.divergedAt == 1)
    #expect(trajectory.x == [0.1, -0.9])
    #expect(trajectory.loss.last!.isNaN)
  }

  @Test func divergesFarFromTheView() throws {
    // The loss falls for ever, and the view's diagonal is 20·√2: 28284 is out.
    let trajectory = try run(on: "-x", from: Point(0, 0), Schedule(constant: 1000), steps: 100)
      .trajectory()
    #expect(trajectory.divergedAt == 29)
    #expect(trajectory.x.last == 29_000)
  }

  @Test func staysOnAFlatSurface() throws {
    let trajectory = try run(on: "1 + 0*x", from: Point(1, 2), Schedule(constant: 0.1), steps: 10)
      .trajectory()
    #expect(trajectory.x == [Double](repeating: 1, count: 11))
    #expect(trajectory.gradientNorm == [Double](repeating: 0, count: 11))
    #expect(trajectory.divergedAt == nil)
  }

  @Test func noisyRunsRepeatAndDifferBySeed() throws {
    func points(seed: UInt64) throws -> [Double] {
      let noisy = try run(
        on: Self.bowl, from: Point(1, 1), Schedule(constant: 0.1), steps: 3000,
        noise: Noise(x: 1, y: 0), seed: seed)
      let trajectory = noisy.trajectory()
      // Noise in x alone leaves y as it is without noise.
      let still = try run(on: Self.bowl, from: Point(1, 1), Schedule(constant: 0.1), steps: 3000)
        .trajectory()
      #expect(trajectory.y == still.y)
      return trajectory.x
    }
    #expect(try points(seed: 1) == points(seed: 1))
    #expect(try points(seed: 1) != points(seed: 2))
  }

  /// The same bits on whatever thread, in whatever order.
  @Test func runsAreIndependentOfThreads() async throws {
    let runs = try (1...8).map { seed in
      try run(
        on: Self.saddle, from: Point(1.5, 0.1), schedule("plateau:patience=3", learningRate: 0.1), steps: 1500,
        optimizer: "sgd:momentum=0.5", noise: Noise(x: 0.1, y: 0.2), seed: UInt64(seed))
    }
    let alone = runs.map { $0.trajectory().y }
    let together = await withTaskGroup(of: (Int, [Double]).self) { group in
      for (i, run) in runs.enumerated() { group.addTask { (i, run.trajectory().y) } }
      return await group.reduce(into: [[Double]](repeating: [], count: runs.count)) { $0[$1.0] = $1.1 }
    }
    #expect(together == alone)
  }

  /// The history holds the exact loss and gradient: the noise is only in the update.
  @Test func historyIsWithoutNoise() throws {
    let trajectory = try run(
      on: Self.bowl, from: Point(1, 1), Schedule(constant: 0.1), steps: 100,
      noise: Noise(x: 1, y: 1)
    ).trajectory()
    for t in 0...100 {
      let (x, y) = (trajectory.x[t], trajectory.y[t])
      #expect(trajectory.loss[t] == (x * x + y * y) / 2)
      #expect(trajectory.gradientNorm[t] == (x * x + y * y).squareRoot())
    }
  }

  @Test func marksCutsAndRestarts() throws {
    func marks(_ text: String, steps: Int) throws -> (cuts: [Int], restarts: [Int]) {
      let trajectory = try run(on: "1 + 0*x", from: Point(1, 1), schedule(text), steps: steps)
        .trajectory()
      return (trajectory.cuts, trajectory.restarts)
    }
    #expect(try marks("step:every=20", steps: 60).cuts == [20, 40])
    #expect(try marks("step:every=20,warmup=5", steps: 60).cuts == [25, 45])
    #expect(try marks("multi-step:milestones=5/5/12", steps: 60).cuts == [5, 12])
    #expect(try marks("exponential:factor=0.9", steps: 60).cuts == [])
    #expect(try marks("exponential:every=25,staircase=true", steps: 60).cuts == [25, 50])
    #expect(try marks("inverse-time:every=25,staircase=true", steps: 60).cuts == [25, 50])
    // The loss is flat: losses after updates 0 … 3 bring the first cut, which update 4 uses.
    #expect(try marks("plateau:patience=2", steps: 11).cuts == [4, 7, 10])
    // The cut that the loss after the last update would bring is used by none.
    #expect(try marks("plateau:patience=2", steps: 10).cuts == [4, 7])
    #expect(try marks("warm-restarts:period=10,multiplier=2", steps: 70).restarts == [10, 30])
    #expect(try marks("triangular:up=5,down=10", steps: 46).restarts == [15, 30, 45])
    #expect(try marks("constant", steps: 60) == ([], []))
  }

  @Test func plateauSeesTheLossAfterEachUpdate() throws {
    let plateau = try schedule("plateau:patience=0,threshold=0,factor=0.5", learningRate: 2)
    // On the bowl a rate of 2 is a 2-cycle with a constant loss: the first loss is the best, the second brings a cut
    // to 1, which is the minimum in one step.
    let trajectory = try run(on: Self.bowl, from: Point(1, 0), plateau, steps: 4).trajectory()
    #expect(trajectory.learningRate == [2, 2, 1, 1])
    #expect(trajectory.x == [1, -1, 1, 0, 0])
  }
}
