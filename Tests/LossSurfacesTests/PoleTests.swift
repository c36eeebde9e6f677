import Testing

@testable import LossSurfaces

@Suite struct PoleTests {
  @Test(arguments: [
    ("log(x^2 + y^2)", true), ("-1/(x^2 + y^2)", true), ("-1/sqrt(x^2 + y^2)", true), ("abs(x) + abs(y)", false),
    ("sqrt(x^2 + y^2)", false), ("(x^2 + y^2)^0.2", false),
  ])
  func cuspsAndPoles(_ formula: String, _ isPole: Bool) throws {
    let evaluator = Evaluator(try LossFunction(formula: formula))
    // A search stops a little way off.
    #expect(evaluator.isPole(at: CriticalPoint(at: Point(1e-18, 0), kind: .cusp)) == isPole)
  }
}
