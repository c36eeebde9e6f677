import Testing

@testable import LossSurfaces

@Suite struct NewtonRefinementTests {
  static let himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"

  @Test(arguments: [
    (himmelblau, 3.2, 1.8, 3, 2, CriticalPoint.Kind.minimum), (himmelblau, -0.2, -0.9, -0.270845, -0.923039, .maximum),
    ("x^2/2 + y^4/4 - y^2/2", 0.1, 0.1, 0, 0, .saddle), ("x^3 - 3*x*y^2", 0.4, 0.3, 0, 0, .degenerate),
    ("1e-20*(x - 1)^2 + 1e-20*y^2", 0, 3, 1, 0, .minimum), ("1e20*x^2 - 1e18*y^2", 0.3, 0.2, 0, 0, .saddle),
  ])
  func comesToRest(
    _ formula: String, _ x: Double, _ y: Double, _ toX: Double, _ toY: Double, _ kind: CriticalPoint.Kind
  ) throws {
    let point = Evaluator(try LossFunction(formula: formula)).criticalPoint(near: Point(x, y))
    #expect(point?.kind == kind)
    #expect((point?.point.distance(to: Point(toX, toY)) ?? .infinity) < 1e-6)
  }

  @Test(arguments: [
    ("exp(x)", 0.0, 0.0), ("x + y", 1, 1), ("3", 1, 1), ("1 - exp(-(x^2 + y^2)/2)", 5, 1), ("log(x)", -1, 0),
    ("x^2 + y^2", .nan, 0), ("x^2 + y^2", .infinity, 0),
  ])
  func leavesOrStaysAway(_ formula: String, _ x: Double, _ y: Double) throws {
    #expect(Evaluator(try LossFunction(formula: formula)).criticalPoint(near: Point(x, y), within: 3) == nil)
  }

  @Test func staysWithinTheDistanceAllowed() throws {
    let evaluator = Evaluator(try LossFunction(formula: "x^2 + y^2"))
    #expect(evaluator.criticalPoint(near: Point(1, 0), within: 0.9) == nil)
    #expect(evaluator.criticalPoint(near: Point(1, 0), within: 1.1) != nil)
  }
}
