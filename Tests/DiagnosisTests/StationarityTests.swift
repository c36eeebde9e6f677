import Diagnosis
import LossSurfaces
import Optimization
import Testing

@Suite struct StationarityTests {
  @Test func arrivesAtTheMinimum() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 0.1, steps: 200).verdict()
    // The gradient is the distance, 2.5·0.9ᵗ, and below 1e-6 from t = 140 on.
    #expect(verdict.step == 140)
    #expect(verdict.criticalPoint?.kind == .minimum)
    #expect(verdict.words == "arrives in 140 steps")
    #expect(
      verdict.sentence == """
        Converged at step 140 to the minimum at (0, 0): from there on the gradient stays below 10⁻⁶. \
        There η·λmax = 0.1 is below the limit 2.
        """)
    let distance = try #require(verdict.figures["distance"])
    // 2.5·0.9²⁰⁰
    #expect(abs(distance / 1.7638e-9 - 1) < 1e-3)
  }

  @Test func saysWhyItZigzags() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.19, steps: 200).verdict()
    #expect(verdict.words == "zigzags, arrives in 157 steps")
    #expect(
      verdict.sentence == """
        Converged at step 157 to the minimum at (0, 0): from there on the gradient stays below 10⁻⁶. \
        It zigzags because η·λmax = 1.9 is above 1, and arrives because it is below 2.
        """)
  }

  @Test func namesTheLimitWithMomentum() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.1, steps: 400, optimizer: "sgd:momentum=0.9").verdict()
    #expect(verdict.sentence.hasSuffix("There η·λmax = 1 is below the limit 2(1 + β) = 3.8."))
  }

  @Test func startsAtTheMinimum() throws {
    let verdict = try TestRun(.bowl, 0, 0, rate: 0.1, steps: 1).verdict()
    #expect(verdict.step == 0)
    #expect(verdict.words == "starts at the minimum")
    #expect(verdict.sentence == "Started at the minimum at (0, 0): the gradient is zero there, so nothing moves.")
  }

  @Test func saysWhichOfSeveralMinima() throws {
    let sharp = try TestRun(.sharpFlat, -1.9, 0.6, rate: 0.05, steps: 100).verdict()
    #expect(sharp.words == "reaches the sharp minimum in 2 steps")
    #expect(abs(try #require(sharp.figures["sharpness"]) - 20) < 1e-6)
    let flat = try TestRun(.sharpFlat, -1.9, 0.6, rate: 0.15, steps: 200).verdict()
    #expect(flat.words == "reaches the flat minimum in 92 steps")
    #expect(flat.criticalPoint?.name == "the flat minimum")
  }

  @Test func findsAMinimumThatIsNotDeclared() throws {
    let verdict = try TestRun(.boundedMonkey, 0.9, 0.02, rate: 0.1, steps: 200).verdict()
    let point = try #require(verdict.criticalPoint)
    #expect(point.point.distance(to: Point(0.375, 0.649519)) < 1e-6)
    #expect(point.kind == .minimum)
    #expect(point.name == nil)
  }

  @Test func aCurveOfMinimaCounts() throws {
    let verdict = try TestRun(.twoLayer, 2, 0.1, rate: 0.3, steps: 100).verdict()
    #expect(verdict.criticalPoint?.kind == .valley)
    #expect(verdict.sentence.hasPrefix("Converged at step 11 to the curve of minima at (2, 0.5): from there on"))
  }

  @Test func weightDecayMovesTheMinimum() throws {
    let run = TestRun(.rosenbrock, 0.5, 0.5, rate: 0.001, steps: 40_000, optimizer: "sgd:weight-decay=0.1")
    let verdict = try run.verdict()
    #expect(verdict.kind == .converged)
    let point = try #require(verdict.criticalPoint).point
    // The gradient of the loss alone is −0.1·(x, y) there.
    let gradient = try run.surface.surface.loss.firstOrder(at: point)
    #expect(abs(gradient.x + 0.1 * point.x) < 1e-9 && abs(gradient.y + 0.1 * point.y) < 1e-9)
    #expect(verdict.sentence.contains("of the loss with weight decay 0.1"))
  }

  @Test func exactlyOnTheWayIntoTheSaddleItNeverLeaves() throws {
    let verdict = try TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 250).verdict()
    #expect(verdict.figures["escapeSteps"] == .infinity)
    #expect(verdict.criticalPoint?.kind == .saddle)
    #expect(verdict.words == "stuck at the saddle for ever")
    #expect(
      verdict.sentence == """
        Stuck at the saddle at (0, 0) after 250 steps: the gradient is below 10⁻⁶, although the surface falls away in \
        one direction (λmin = −1); the point lies exactly on the line that leads in, so no schedule will ever leave \
        it; noise would.
        """)
  }

  /// The forecast is ln(R/|c|)/ln(1 + η|λ|), with R = 2 and after 100 steps c = 1e-12·1.1¹⁰⁰.
  @Test func forecastsTheEscape() throws {
    let run = TestRun(.boundedSaddle, 0, 1e-12, rate: 0.1, steps: 100)
    let verdict = try run.verdict()
    #expect(verdict.kind == .atSaddle)
    let offset = try #require(verdict.figures["offset"])
    #expect(abs(offset / 1.378e-8 - 1) < 0.001)
    // ln(2/1.378e-8)/ln 1.1 = 197.2
    #expect(abs(try #require(verdict.figures["escapeSteps"]) - 197.2) < 0.1)
    #expect(verdict.words == "stuck at the saddle, 200 steps to go")
    // It does: y = 0.9 comes 100 + 197 steps after the start, give or take what the quartic term holds back.
    let continued = try TestRun(.boundedSaddle, 0, 1e-12, rate: 0.1, steps: 400).trajectory
    let left = try #require(continued.y.firstIndex { $0 > 0.9 })
    #expect(abs(left - 297) < 10)
  }

  /// For Adam there is no such theory, and no forecast.
  @Test func noForecastWithoutATheory() throws {
    let verdict = try TestRun(.boundedSaddle, 0, 1e-12, rate: 1e-9, steps: 20, optimizer: "adam").verdict()
    #expect(verdict.kind == .atSaddle)
    #expect(verdict.figures["escapeSteps"] == nil)
    #expect(verdict.words == "stuck at the saddle")
  }

  @Test func aMaximumIsNoMinimum() throws {
    let verdict = try TestRun(.plateau, 0, 0, rate: 0.1, steps: 10).verdict()
    #expect(verdict.kind == .converged)
    let surface = try Surface(formula: "-(x^2 + y^2)")
    let peak = try Assessment(of: trajectory(on: surface, from: Point(0, 0)), on: surface).verdict
    #expect(peak.kind == .atSaddle)
    #expect(peak.criticalPoint?.kind == .maximum)
    #expect(peak.words == "stuck at the maximum for ever")
    #expect(
      peak.sentence == """
        Stuck at the maximum at (0, 0) after 100 steps: the gradient is below 10⁻⁶, although it is a maximum, from \
        which every direction falls away (λmin = −2, λmax = −2); the point lies exactly on the top, so no schedule \
        will ever leave it; noise would.
        """)
  }

  /// Both directions lead away from a maximum: the offset may lie along the flatter one, or along either when equal.
  @Test(arguments: [("cos(x) - y^2", 1e-9, 0.0), ("(x^2 + y^2 - 1)^2", 0, 1e-9), ("(x^2 + y^2 - 1)^2", 1e-9, 0)])
  func leavesAMaximumSomehow(formula: String, x: Double, y: Double) throws {
    let surface = try Surface(formula: formula)
    let verdict = try Assessment(of: trajectory(on: surface, from: Point(x, y), steps: 10), on: surface).verdict
    #expect(verdict.kind == .atSaddle)
    #expect(try #require(verdict.figures["escapeSteps"]).isFinite)
    #expect(verdict.sentence.contains(" from the top grows by ×"))
    // R = 3, from where it started.
    let growth = formula.hasPrefix("cos") ? 1.1 : 1.4
    let expected = Elementary.log(3e9) / Elementary.log(growth) - 10
    #expect(abs(try #require(verdict.figures["escapeSteps"]) - expected) < 1e-3)
  }

  /// x² + y³ has no minimum at its flat point, whatever the eigenvalues 2 and 0 allow.
  @Test func aFlatPointThatIsNoMinimumIsNotCalledOne() throws {
    let surface = try Surface(formula: "x^2 + y^3")
    let verdict = try Assessment(of: trajectory(on: surface, from: Point(0, 0)), on: surface).verdict
    #expect(!verdict.sentence.contains("Converged"))
    #expect(verdict.words == "starts at a flat point, no minimum")
  }

  @Test func flatGround() throws {
    let verdict = try TestRun(.plateau, 7, 1, rate: 0.1, steps: 100).verdict()
    #expect(abs(try #require(verdict.figures["gradientNorm"]) / 9.82e-11 - 1) < 1e-3)
    #expect(verdict.words == "stuck on a plateau, gradient 9.8×10⁻¹¹")
    #expect(
      verdict.sentence == """
        Stuck on a plateau at (7, 1): the gradient is only 9.8×10⁻¹¹ and the curvature no larger than 6.8×10⁻¹⁰, so \
        that 10 steps moved the point by just 9.8×10⁻¹¹. It takes another start, or a far larger rate, to get away.
        """)
  }
}
