import Testing

@testable import LossSurfaces

@Suite struct GradientFlowTests {
  static let himmelblau = "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"
  static let sharpFlat = "-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)"

  @Test(arguments: [
    ("(1 - x)^2 + 100*(y - x^2)^2", -1.2, 1.0, 1.0, 1.0), (himmelblau, 0, 0, 3, 2),
    (himmelblau, -1, -1, -3.779310, -3.283186), ("x^2/2 + y^4/4 - y^2/2", 1.5, 1e-6, 0, 1),
    ("x^2/2 + y^4/4 - y^2/2", 1.5, -1e-300, 0, -1), (sharpFlat, -1.9, 0.6, -1.5, 0), (sharpFlat, 0, 2, 1.5, 0),
    ("12.5*(y - 0.4*sin(1.2*x))^2 + 0.01*(x - 8)^2", -1.5, 1.2, 8, -0.069731), ("x^4 + y^4", 1, 2, 0, 0),
    ("1 - exp(-(x^2 + y^2)/2)", 4, 0.5, 0, 0), ("abs(x) + y^2/2", 1.5, 1, 0, 0),
  ])
  func reachesTheMinimum(_ formula: String, _ x: Double, _ y: Double, _ toX: Double, _ toY: Double) throws {
    let end = Evaluator(try LossFunction(formula: formula)).minimum(downhillFrom: Point(x, y))
    #expect((end?.point.distance(to: Point(toX, toY)) ?? .infinity) < 1e-6, "\(String(describing: end))")
  }

  @Test(arguments: [
    ("x^2/2 + y^4/4 - y^2/2", 1.5, 0.0), ("(x^2 - y^2)/2", 1.5, 1e-3), ("x^3 - 3*x*y^2", 1, 0), ("x + y", 0, 0),
    ("3", 0, 0), ("log(x)", -1, 0), ("x^2 + y^2", .nan, 0),
  ])
  func reachesNone(_ formula: String, _ x: Double, _ y: Double) throws {
    #expect(Evaluator(try LossFunction(formula: formula)).minimum(downhillFrom: Point(x, y)) == nil)
  }

  /// The basins of Himmelblau's function against small plain steps of gradient descent.
  @Test func endsWhereSmallStepsEnd() throws {
    let evaluator = Evaluator(try LossFunction(formula: Self.himmelblau))
    for i in 0..<7 {
      for j in 0..<7 {
        let start = Point(-5.1 + 1.7 * Double(i), -5 + 1.6 * Double(j))
        var here = start
        for _ in 0..<3000 {
          let order = evaluator.firstOrder(at: here)
          here = Point(here.x - 5e-4 * order.x, here.y - 5e-4 * order.y)
        }
        let end = evaluator.minimum(downhillFrom: start)
        #expect((end?.point.distance(to: here) ?? .infinity) < 1e-6, "from \(start)")
      }
    }
  }
}
