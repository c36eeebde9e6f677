import Testing

@testable import LossSurfaces

@Suite struct DegenerateShapeTests {
  @Test(arguments: [
    ("-x^2 - y^4", 0.0, 0.0, DegenerateShape.maximum), ("-x^4 - y^4", 0, 0, .maximum), ("-x^2", 0, 1, .ridge),
    ("cos(x^2 + y^2)", 1.5, -2.008308, .ridge), ("x^2*y^2", 0, 0, .valley), ("x^4", 0, 0.5, .valley),
    ("x^3", 0, 2, .terrace), ("x^3 + y^3", 0, 0, .inflection), ("x^3 + y^2", 0, 0, .inflection),
    ("x^4 - y^4", 0, 0, .saddle), ("x^2 - y^4", 0, 0, .saddle), ("x^3 - 3*x*y^2", 0, 0, .monkeySaddle),
    ("(x - 100)^3 - 3*(x - 100)*y^2", 100, 0, .monkeySaddle),
  ])
  func shapes(_ formula: String, _ x: Double, _ y: Double, _ shape: DegenerateShape) throws {
    var point = Point(x, y)
    let evaluator = Evaluator(try LossFunction(formula: formula))
    // Six decimals do not do on a ridge: there the point nearest is meant.
    if formula.hasPrefix("cos") { point = try #require(evaluator.criticalPoint(near: point)).point }
    #expect(evaluator.shape(ofDegenerateAt: point) == shape)
  }

  /// Level ground, ground that is undefined around, and four directions that fall.
  @Test(arguments: ["3", "log(x)*log(y)", "x^4*y - y^3*x^2*4 + y^5/5*4"])
  func none(_ formula: String) throws {
    #expect(Evaluator(try LossFunction(formula: formula)).shape(ofDegenerateAt: Point(0, 0)) == nil)
  }
}
