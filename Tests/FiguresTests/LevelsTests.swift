import LossSurfaces
import Testing

@testable import Figures

@Suite struct LevelsTests {
  private static let formulas = [
    "(1-x)^2+100*(y-x^2)^2", "(x^2+y^2)/2", "(x^2-y^2)/2", "x^3-3*x*y^2", "x + 2*y", "exp(3*x)+y^2", "sqrt(x)",
    "log(x*y)", "1/x", "-1/(x^2+y^2)", "1e6*(x^2+y^2)+1e9", "1e-9*x^2", "1-exp(-(x^2+y^2)/2)", "abs(x)+y^2/2",
    "x^2 + y^2 - 0.4876", "1e-200*x", "exp(300*x)",
    // Where little rises from a high ground, and at the end of all numbers.
    "1e6 + max(0, x)", "1e5 + max(0, x)", "1e4 + max(0, x)^2", "1e9 + x", "0*x + 1e308", "0*x - 1e308", "1e308*x",
  ]

  private func levels(_ formula: String, _ count: Int, points: [CriticalPoint] = []) throws -> Levels {
    var surface = try Surface(formula: formula)
    surface.criticalPoints = points
    return try Levels(count: count, surface: surface, view: surface.view)
  }

  @Test(arguments: formulas, [1, 2, 12, 30, 200])
  func areAsManyAsAskedAndIncrease(_ formula: String, _ count: Int) throws {
    let values = try levels(formula, count).values
    #expect(values.count == count)
    #expect(values.allSatisfy { $0.isFinite })
    #expect(zip(values, values.dropFirst()).allSatisfy(<))
  }

  @Test(arguments: [0, -1, 201, Int.max, Int.min])
  func refusesOtherCounts(_ count: Int) throws {
    let surface = try Surface(formula: "x^2")
    #expect(throws: InputError.self) { try Levels(count: count, surface: surface, view: surface.view) }
  }

  @Test(arguments: ["3", "0*x", "sqrt(-1-x^2)"])
  func liesClearOfAConstant(_ formula: String) throws {
    let levels = try levels(formula, 30)
    #expect(levels.values.count == 30)
    #expect(levels.band(of: 3) == 0 || formula != "3")
  }

  @Test(arguments: [
    ("(x^2+y^2)/2", Levels.Spacing.logarithmic), ("x + 2*y", .linear), ("(x^2-y^2)/2", .signedSquare),
    ("x^3-3*x*y^2", .signedSquare), ("1-exp(-(x^2+y^2)/2)", .linear), ("exp(3*x)+y^2", .logarithmic),
  ])
  func spacesByTheShapeOfTheSurface(_ formula: String, _ spacing: Levels.Spacing) throws {
    #expect(try levels(formula, 12).spacing == spacing)
  }

  @Test func areRound() throws {
    let points = [CriticalPoint(at: Point(0, 0), kind: .minimum)]
    let levels = try levels("(x^2+10*y^2)/2", 12, points: points)
    for index in levels.values.indices {
      // What the label prints is the level.
      let text = levels.text(at: index)
      #expect(Double(text) == levels.values[index])
      #expect(text.filter(\.isNumber).drop { $0 == "0" }.count <= 2)
    }
  }

  @Test func printRoundNumbersAsTheyAreSet() {
    let levels = Levels([-1.5, -0.02, 0, 0.3, 20, 1300, 250_000])
    #expect(levels.values.indices.map(levels.text(at:)) == ["−1.5", "−0.02", "0", "0.3", "20", "1300", "2.5×10⁵"])
  }

  @Test func encloseAVisiblePieceOfTheValley() throws {
    // Of the 6×6 view of (x² + y²)/2 the disc below the loss v has the area 2πv.
    let values = try levels("(x^2+y^2)/2", 12).values
    #expect(2 * Double.pi * values[0] > 0.003 * 36)
    #expect(2 * Double.pi * values[0] < 0.03 * 36)
    #expect(values[11] > 5 && values[11] < 9)
  }

  @Test func lieSymmetricallyAboutASaddle() throws {
    let values = try levels("(x^2-y^2)/2", 12, points: [CriticalPoint(at: Point(0, 0), kind: .saddle)]).values
    for (low, high) in zip(values, values.reversed()) { #expect(abs(low + high) <= 0.1 * abs(high)) }
  }

  @Test func findTheBandOfALoss() {
    let levels = Levels([1, 2, 3])
    #expect([0, 1, 1.5, 2, 3, 4, -.infinity, .infinity, .nan].map(levels.band(of:)) == [0, 1, 1, 2, 3, 3, 0, 3, 0])
  }

  @Test func bandIsTheSameFromAnyNeighbour() {
    let levels = Levels([-1, 0, 0.5, 2])
    for loss in [-Double.infinity, -2, -1, -0.5, 0, 0.25, 0.5, 1, 2, 3, .infinity] {
      for neighbour in 0...4 { #expect(levels.band(of: loss, from: neighbour) == levels.band(of: loss)) }
    }
  }
}
