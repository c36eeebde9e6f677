import Diagnosis
import LossSurfaces
import Testing

@Suite struct DescendingTests {
  @Test func noMinimumInSight() throws {
    let verdict = try TestRun(.saddle, 1.5, 1e-3, rate: 0.1, steps: 60).verdict()
    #expect(verdict.words == "descends: loss −0.0464, no minimum in sight")
    #expect(
      verdict.sentence == """
        Still descending after 60 steps: the loss is −0.0464 and the gradient 0.304, and no minimum is in sight: plain \
        descent from here finds none.
        """)
  }

  @Test func headingForASaddle() throws {
    let verdict = try TestRun(.boundedSaddle, 1.5, 0, rate: 0.1, steps: 100).verdict()
    #expect(verdict.kind == .descending)
    #expect(verdict.criticalPoint?.kind == .saddle)
    #expect(verdict.words == "heads for a saddle, gradient 4×10⁻⁵")
    #expect(
      verdict.sentence == """
        Probably heading for the saddle at (0, 0), which is no minimum: after 100 steps the loss is 7.94×10⁻¹⁰ and the \
        gradient 3.98×10⁻⁵, and plain descent from here would end there.
        """)
  }

  @Test func nothingCanBeSaid() throws {
    let verdict = try TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 1).verdict()
    #expect(verdict.words == "undecided: loss 3.45 after 1 step")
    #expect(
      verdict.sentence
        == "No verdict after 1 step: the loss went from 3.13 to 3.45, and it neither settles nor falls steadily.")
  }

  private func verdict(_ formula: String, _ x: Double, _ y: Double, rate: Double, steps: Int) throws -> Verdict {
    let surface = try Surface(formula: formula)
    let run = try trajectory(on: surface, from: Point(x, y), rate: rate, steps: steps)
    return Assessment(of: run, on: surface).verdict
  }

  /// A loss of −∞ is no minimum, however near the search for one stops.
  @Test(arguments: [("log(x^2 + y^2)", "0.0157", "1.98"), ("-1/sqrt(x^2 + y^2)", "−0.496", "0.246")])
  func towardsAPole(formula: String, loss: String, gradient: String) throws {
    let verdict = try verdict(formula, 2, 1, rate: 0.01, steps: 100)
    #expect(verdict.kind == .descending)
    #expect(verdict.criticalPoint == nil && verdict.figures["distance"] == nil)
    #expect(verdict.words == "falls towards a pole at (0, 0), loss \(loss)")
    #expect(
      verdict.sentence == """
        Falls, probably without end, towards a pole at (0, 0): after 100 steps the loss is \(loss) and the gradient \(gradient). \
        There is no minimum this way.
        """)
  }

  /// Cusps with an end are still minima.
  @Test(arguments: ["sqrt(x^2 + y^2)", "(x^2 + y^2)^0.25", "(x^2 + y^2)^0.1", "abs(x) + y^2"])
  func cuspsAreNoPoles(formula: String) throws {
    let verdict = try verdict(formula, 2, 1, rate: 0.02, steps: 60)
    #expect([.converging, .crawling].contains(verdict.kind))
    #expect(verdict.criticalPoint?.kind == .cusp)
  }

  @Test func thrownUpByAPole() throws {
    let verdict = try verdict("log(x^2 + y^2)", 2, 1, rate: 0.1, steps: 30)
    #expect(verdict.kind == .descending)
    #expect(verdict.words == "jumped up at step 23, now falls: loss 3.04")
    #expect(
      verdict.sentence == """
        The loss rose from 1.61 to 3.04 in 30 steps: step 23 alone, from (0.036, 0.018) to (−4.36, −2.18) past the \
        pole at (0, 0), raised it by 9.57. Now it falls again, towards the pole at (0, 0).
        """)
  }

  /// Poles that are lines: along the axes.
  @Test(arguments: [
    ("log(x*y)", 0.5, 0.5, 0.6, " over a pole, raised it by 13.6."),
    ("1/(x*y)", -1, 0.5, 0.1, " over a pole, raised it by 12.4."),
  ])
  func jumpsOverALineOfPoles(formula: String, x: Double, y: Double, rate: Double, jump: String) throws {
    let verdict = try verdict(formula, x, y, rate: rate, steps: 100)
    #expect(verdict.kind == .descending)
    #expect(verdict.sentence.hasPrefix("The loss rose from "))
    #expect(verdict.sentence.contains(jump), "\(verdict.sentence)")
    #expect(!verdict.sentence.contains("Still descending"))
    #expect(verdict.words.hasPrefix("jumped up at step "))
  }

  /// A step out of a narrow hole, to where the ground falls away for ever.
  @Test func aRiseWithoutAPole() throws {
    let verdict = try verdict("-5*exp(-10*x^2) - x^2/1e4", 0.3, 0, rate: 1, steps: 30)
    #expect(verdict.words == "jumped up at step 1, now falls: loss −0.0143")
    #expect(
      verdict.sentence == """
        The loss rose from −2.03 to −0.0143 in 30 steps: step 1 alone, from (0.3, 0) to (−11.897, 0), raised it by 2.02. \
        Now it falls again, with no minimum in sight.
        """)
  }

  /// Thrown up again in its last tenth, so that the mean loss does not fall.
  @Test func thrownUpAndNotFalling() throws {
    let verdict = try verdict("log(x^2 + y^2)", 2, 1, rate: 0.1, steps: 100)
    #expect(verdict.kind == .descending)
    #expect(verdict.words.hasPrefix("jumped up at step 85, loss 5.78"))
    #expect(verdict.sentence.hasSuffix(" past the pole at (0, 0), raised it by 14.8."))
  }
}
