import Testing

@testable import LossSurfaces

@Suite struct ClassificationTests {
  /// Points given to six decimals, as a surface file has them, are still recognised.
  @Test(arguments: [
    ("(x^2 + y^2)/2", 0.0, 0.0, CriticalPoint.Kind.minimum), ("-(x^2 + y^2)", 0, 0, .maximum),
    ("x*y", 0, 0, .saddle), ("(x*y - 1)^2/2", 2, 0.5, .valley), ("(x*y)^2/2", 0, 0, .degenerate),
    ("(x*y)^2/2", 2, 0, .valley), ("x^2 + y^3", 0, 0, .degenerate), ("x^2 + y^4", 0, 0, .minimum),
    ("x^2 - y^4", 0, 0, .degenerate), ("-x^2", 0, 1, .degenerate), ("x^2", 0, 1, .valley),
    ("abs(x) + y^2/2", 0, 0, .cusp),
    ("sqrt(x^2 + y^2)", 0, 0, .cusp), ("hypot(x - 1, y)", 1, 0, .cusp), ("1e-30*(x^2 + y^2)", 0, 0, .minimum),
    ("1e6*x^2 + 1e-3*y^2", 0, 0, .minimum),
    ("-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)", -0.929061, 0, .saddle),
    ("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", -3.779310, -3.283186, .minimum),
  ])
  func kinds(_ formula: String, _ x: Double, _ y: Double, _ kind: CriticalPoint.Kind) throws {
    #expect(Evaluator(try LossFunction(formula: formula)).kind(ofCriticalPointAt: Point(x, y)) == kind)
  }

  @Test(arguments: [
    ("(x^2 + y^2)/2", 0.001, 0.0), ("x + y", 0, 0), ("abs(x) + y^2/2", 0, 0.1), ("3", 0, 0), ("log(x)", -1, 0),
    ("x^2", .nan, 0), ("-abs(x) - abs(y)", 0, 0),
  ])
  func noCriticalPoint(_ formula: String, _ x: Double, _ y: Double) throws {
    #expect(Evaluator(try LossFunction(formula: formula)).kind(ofCriticalPointAt: Point(x, y)) == nil)
  }
}
