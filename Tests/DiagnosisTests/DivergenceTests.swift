import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct DivergenceTests {
  @Test func saysHowFastAndWhy() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 1000).verdict()
    // f = 5·2.25·1.05²ᵗ exceeds 1e6·(14.375 + 1) from t = 145 on.
    #expect(verdict.step == 145)
    #expect(verdict.words == "diverges: ×1.05 a step, 2/λ = 0.2")
    #expect(
      verdict.sentence == """
        Diverged at step 145: each step multiplied the distance by 1.05, because η·λmax = 2.05 is above 2 \
        (2/λmax = 0.2).
        """)
    #expect(abs(try #require(verdict.figures["growthPerStep"]) - 1.05) < 1e-9)
    #expect(abs(try #require(verdict.figures["predictedGrowth"]) - 1.05) < 1e-12)
  }

  /// The growth that theory has for momentum is the one measured, well past the limit and just past it.
  @Test(arguments: [
    ("sgd:momentum=0.9", 0.385), ("sgd:momentum=0.5", 0.4), ("sgd:momentum=0.9,nesterov=true", 0.14),
    ("sgd:momentum=0.5,dampening=0.5", 0.7), ("sgd", 0.5),
  ])
  func theoryOfMomentum(optimizer: String, rate: Double) throws {
    let verdict = try TestRun(.ravine, 0.001, 1e-3, rate: rate, steps: 3000, optimizer: optimizer).verdict()
    #expect(verdict.kind == .diverged)
    let measured = try #require(verdict.figures["growthPerStep"])
    let predicted = try #require(verdict.figures["predictedGrowth"])
    #expect(measured > 1.001)
    #expect(abs(measured / predicted - 1) < 1e-3)
  }

  @Test func namesTheLimitWithMomentum() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.385, steps: 400, optimizer: "sgd:momentum=0.9").verdict()
    #expect(verdict.words == "diverges: ×1.2 a step, limit 0.38")
    #expect(
      verdict.sentence == """
        Diverged at step 31: each step multiplied the distance by 1.2, because η·λmax = 3.85 is above \
        2(1 + β) = 3.8 (rates are stable up to 0.38).
        """)
  }

  @Test func onTheWayOut() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.205, steps: 40).verdict()
    #expect(verdict.words == "diverges: ×1.05 a step, 2/λ = 0.2")
    #expect(
      verdict.sentence == """
        On its way out after 40 steps: each step multiplies the distance by 1.05, because η·λmax = 2.05 is above 2 \
        (2/λmax = 0.2); the loss has been above its start since step 1.
        """)
    #expect(verdict.figures["aboveStartFrom"] == 1)
  }

  /// A curvature that grows on the way out: no one factor describes it.
  @Test func curvatureThatGrows() throws {
    let verdict = try TestRun(.rosenbrock, -2, 2, rate: 0.01, steps: 100).verdict()
    #expect(verdict.step == 2)
    #expect(verdict.words == "diverges at step 2, 2/λ = 0.00048 at the start")
    #expect(verdict.sentence.hasPrefix("Diverged at step 2: at the start η·λmax = 41.6 is above 2 (2/λmax = 0.00048),"))
  }

  /// A rate that was stable where it started.
  @Test func curvatureMetOnTheWay() throws {
    let verdict = try TestRun(.eosQuartic, 3, 0.1, rate: 0.15, steps: 100).verdict()
    #expect(verdict.figures["stableRate"] == nil)
    #expect(
      verdict.sentence == """
        Diverged at step 5: η·λmax rose above 2 at step 1, where the curvature λmax is 41.2, and from there each step \
        overshot further.
        """)
  }

  @Test func aSurfaceThatFallsWithoutEnd() throws {
    let verdict = try TestRun(.saddle, 1.5, 1e-3, rate: 0.1, steps: 300).verdict()
    #expect(verdict.words == "falls without end, gone at step 164")
    #expect(abs(try #require(verdict.figures["growthPerStep"]) - 1.1) < 1e-6)
  }

  @Test func leavingTheDomain() throws {
    // x ← x − η(1 − 1/x) leads from 2 to −0.5, of which there is no logarithm.
    let verdict = try TestRun(.logarithm, 2, 0, rate: 5, steps: 10).verdict()
    #expect(verdict.words == "leaves the domain at step 1")
    #expect(verdict.sentence == "Diverged at step 1: the step led to (−0.5, 0), where the loss is not defined.")
  }

  @Test func inOneStep() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 1e9, steps: 5).verdict()
    #expect(verdict.step == 1)
    #expect(verdict.figures["growthPerStep"] == nil)
    #expect(verdict.words == "diverges at step 1, 2/λ = 2")
  }

  /// Without a limit from theory there is no reason to give, but still what happened.
  @Test func withAnotherOptimizer() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 1e6, steps: 5, optimizer: "adam").verdict()
    #expect(verdict.words == "diverges at step 1")
    #expect(verdict.sentence.hasPrefix("Diverged at step 1: a single step led to (−10⁶, −10⁶), where the loss is 10¹²"))
  }

  /// Noise can lift the loss for a while; that is no reason to call it diverging.
  @Test func notDivergingWithNoise() throws {
    for seed in UInt64(1)...20 {
      let kind = try TestRun(.bowl, 0.1, 0, rate: 0.1, steps: 40, noise: 1, seed: seed).verdict().kind
      #expect(kind != .diverging && kind != .diverged)
    }
  }

  /// An entry that is not finite ends a run even where the trajectory does not say so.
  @Test func handMadeTrajectory() throws {
    let surface = try TestSurface.bowl.surface
    var trajectory = try trajectory(on: surface, from: Point(2, 1), rate: 0.5, steps: 3)
    trajectory.x[3] = .nan
    trajectory.loss[3] = .nan
    let verdict = Assessment(of: trajectory, on: surface).verdict
    #expect(verdict.kind == .diverged)
    #expect(verdict.step == 3)
  }
}
