import Diagnosis
import LossSurfaces
import Testing

@Suite struct ArrivalTests {
  /// A double well with its minima at x = ±1 or near, tilted by a multiple of x.
  private func wells(tilt: Double, names: (String?, String?) = (nil, nil)) throws -> Surface {
    var surface = try Surface(formula: "(x^2 - 1)^2/4 + \(tilt)*x + y^2/2")
    // With a tilt of 0.1, x³ − x + 0.1 = 0.
    let (left, right) = tilt == 0 ? (-1, 1) : (-1.0466805318046022, 0.9456492739235915)
    surface.criticalPoints = [
      CriticalPoint(at: Point(left, 0), kind: .minimum, name: names.0),
      CriticalPoint(at: Point(right, 0), kind: .minimum, name: names.1),
    ]
    return surface
  }

  private func verdict(on surface: Surface, from x: Double) throws -> Verdict {
    Assessment(of: try trajectory(on: surface, from: Point(x, 1), rate: 0.5, steps: 100), on: surface).verdict
  }

  @Test func aLocalMinimum() throws {
    let verdict = try verdict(on: wells(tilt: 0.1), from: 0.8)
    #expect(verdict.words == "ends in a local minimum in 20 steps")
    #expect(
      verdict.sentence == """
        Converged at step 20 to the minimum at (0.946, 0): from there on the gradient stays below 10⁻⁶. It is a local \
        minimum, loss 0.0974; the lowest known has −0.102. There η·λmax = 0.841 is below the limit 2.
        """)
    #expect(abs(try #require(verdict.figures["lowestKnownLoss"]) + 0.102) < 1e-3)
  }

  @Test func aLocalMinimumWithAName() throws {
    let short = try verdict(on: wells(tilt: 0.1, names: ("deep well", "upper well")), from: 0.8)
    #expect(short.words == "ends in the upper well (local) in 20 steps")
    let long = try verdict(on: wells(tilt: 0.1, names: ("deep well", "well that is not quite as deep")), from: 0.8)
    #expect(long.words == "ends in a local minimum in 20 steps")
  }

  @Test func theLowest() throws {
    let named = try verdict(on: wells(tilt: 0.1, names: ("deep well", nil)), from: -0.8)
    #expect(named.words.hasPrefix("reaches the deep well in "))
    #expect(!named.sentence.contains("local"))
    #expect(named.figures["lowestKnownLoss"] == nil)
  }

  /// Of equal minima without names the words say where the one reached lies.
  @Test(arguments: [(-0.8, "reaches (−1, 0) in 20 steps"), (0.8, "reaches (1, 0) in 20 steps")])
  func equalMinima(x: Double, words: String) throws {
    let verdict = try verdict(on: wells(tilt: 0), from: x)
    #expect(verdict.words == words)
    #expect(!verdict.sentence.contains("local"))
  }

  /// Declared to six digits only, they are still equal.
  @Test func roundedCoordinates() throws {
    let verdict = try TestRun(.himmelblau, -3, 3, rate: 0.01, steps: 100).verdict()
    #expect(verdict.words == "reaches (−2.81, 3.13) in 16 steps")
    #expect(!verdict.sentence.contains("local"))
  }

  @Test func startsAtALocalMinimum() throws {
    let surface = try Surface(
      name: "wells", title: "wells", loss: LossFunction(formula: "(x^2 - 1)^2*((x - 3)^2 + 1) - x/1e9"),
      axes: ("x", "y"),
      view: View(x: (-3, 3), y: (-3, 3)), start: Point(0, 0), learningRate: 0.1, steps: 10,
      criticalPoints: [
        CriticalPoint(at: Point(1, 0), kind: .minimum), CriticalPoint(at: Point(-1, 0), kind: .minimum),
      ])
    // Losses of ∓1e-9 beside 640 at the corners are equal.
    let verdict = Assessment(of: try trajectory(on: surface, from: Point(-1, 0), steps: 10), on: surface).verdict
    #expect(!verdict.sentence.contains("local"))
    let tilted = try wells(tilt: 0.1)
    let start = tilted.criticalPoints[1].point
    let still = Assessment(of: try trajectory(on: tilted, from: start), on: tilted).verdict
    #expect(still.words == "starts at a local minimum")
    #expect(
      still.sentence.hasSuffix("so nothing moves. It is a local minimum, loss 0.0974; the lowest known has −0.102."))
  }
}
