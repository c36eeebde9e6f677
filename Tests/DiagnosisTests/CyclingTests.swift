import Diagnosis
import LossSurfaces
import Testing

@Suite struct CyclingTests {
  @Test func exactlyAtTheLimit() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 2, steps: 40).verdict()
    #expect(verdict.figures["period"] == 2)
    #expect(verdict.figures["amplitude"] == 2.5)
    #expect(verdict.figures["etaSharpness"] == 2)
    #expect(verdict.words == "oscillates, period 2, ±2.5")
    #expect(
      verdict.sentence == """
        Oscillates with period 2 about the minimum at (0, 0), 2.5 to either side, and comes no nearer: η·λmax = 2 is \
        exactly at the limit (2/λmax = 2), so each step overshoots as far as it came.
        """)
  }

  /// The step along the ravine has not died out after 40 steps, so that nothing repeats exactly.
  @Test func chatterHasNoPeriod() throws {
    let verdict = try TestRun(.ravine, 2.5, 1.5, rate: 0.2, steps: 40).verdict()
    #expect(verdict.figures["period"] == nil)
    #expect(verdict.words == "oscillates, no fixed period, ±1.5")
  }

  /// The facts of the bounded saddle at 1.1 and of Himmelblau at 0.026: λmax 2 and 82.28 at the minimum.
  @Test(arguments: [
    (TestRun(.boundedSaddle, 1.5, 0.5, rate: 1.1, steps: 200), Point(0, 1), 2.2),
    (TestRun(.himmelblau, 0, 0, rate: 0.026, steps: 500), Point(3, 2), 2.139),
    (TestRun(.boundedMonkey, 0.9, 0.02, rate: 0.31, steps: 300), Point(-0.75, 0), 2.0925),
  ])
  func aboutAMinimumTooSharpForTheRate(run: TestRun, minimum: Point, etaSharpness: Double) throws {
    let verdict = try run.verdict()
    #expect(verdict.figures["period"] == 2)
    #expect(try #require(verdict.criticalPoint).point.distance(to: minimum) < 1e-6)
    #expect(abs(try #require(verdict.figures["etaSharpnessAtMinimum"]) - etaSharpness) < 1e-3)
    #expect(verdict.sentence.contains("there is above 2"))
  }

  @Test func aKink() throws {
    let verdict = try TestRun(.kink, 1.33, 1, rate: 0.1, steps: 200).verdict()
    // The two points of the cycle are η apart: facts 4.1, a 2-cycle of width lr.
    #expect(abs(try #require(verdict.figures["amplitude"]) - 0.05) < 1e-9)
    #expect(verdict.criticalPoint?.kind == .cusp)
    #expect(
      verdict.sentence == """
        Oscillates with period 2 about the minimum at (0, 0), 0.05 to either side, and comes no nearer: the gradient \
        jumps as the path crosses a kink, so each step overshoots, however small, and only a falling rate settles.
        """)
  }

  /// Facts 5.6: λmax and loss where Rosenbrock's valley pins the run.
  @Test(arguments: [
    (0.0022, 909.3, 0.0755), (0.0025, 800.4, 0.174), (0.003, 667.5, 0.316), (0.004, 501.6, 0.548),
    (0.005, 402.5, 0.753), (0.006, 336.6, 0.956),
  ])
  func theEdgeOfStability(rate: Double, sharpness: Double, loss: Double) throws {
    let verdict = try TestRun(.rosenbrock, -1.2, 1, rate: rate, steps: 20_000).verdict()
    #expect(verdict.kind == .edgeOfStability)
    #expect(abs(try #require(verdict.figures["sharpness"]) - sharpness) < 0.2)
    #expect(abs(try #require(verdict.figures["meanLoss"]) - loss) < 0.001)
    #expect(abs(try #require(verdict.figures["etaSharpness"]) - 2) < 0.025)
    let distance = try #require(verdict.figures["distanceFromMinimum"])
    #expect(distance > 10 * (try #require(verdict.figures["amplitude"])))
  }

  @Test func wordsOfTheEdge() throws {
    let verdict = try TestRun(.rosenbrock, -1.2, 1, rate: 0.0025, steps: 10_000).verdict()
    #expect(verdict.words == "edge of stability at loss 0.17")
    #expect(
      verdict.sentence == """
        Pinned at the edge of stability: it bounces from wall to wall with η·λmax = 2 on average, where 2 is the \
        limit, and the loss stays at 0.174, while the minimum at (1, 1) lies 0.29 away. A smaller rate would let it \
        go on down.
        """)
  }

  /// The two sides of this cycle have losses of 0.05 and 0.15: what is compared must hold both equally often.
  @Test(arguments: 36...44)
  func lopsidedChatter(steps: Int) throws {
    let verdict = try TestRun(.kink, 1.55, 1.2, rate: 0.2, steps: steps).verdict()
    #expect(verdict.kind == .oscillates)
    #expect(abs(try #require(verdict.figures["amplitude"]) - 0.1) < 1e-3)
  }

  @Test func noCycleWhileItSettlesOrGrows() throws {
    for rate in [0.19, 0.198, 0.202, 0.205] {
      let kind = try TestRun(.ravine, 2.5, 1.5, rate: rate, steps: 60).verdict().kind
      #expect(kind != .oscillates && kind != .edgeOfStability)
    }
    // The shortest runs in which a cycle can show.
    #expect(try TestRun(.bowl, 2, 1.5, rate: 2, steps: 20).verdict().kind != .oscillates)
    #expect(try TestRun(.bowl, 2, 1.5, rate: 2, steps: 22).verdict().kind == .oscillates)
  }
}
