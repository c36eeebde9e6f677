import Testing

@testable import LossSurfaces

/// logsumexp, softplus, sigmoid and tanh where their textbook forms overflow or cancel.
@Suite struct StableFunctionsTests {
  /// f, f′ and f″ at x; e^−40 = 4.248354255291589e-18.
  static let table: [(String, Double, Double, Double, Double)] = [
    ("logsumexp(x, 0)", 1e4, 1e4, 1, 0), ("logsumexp(x, 0)", -1e4, 0, 0, 0), ("logsumexp(x, -x)", 1e300, 1e300, 1, 0),
    ("logsumexp(x, 2*x)", -1e5, -1e5, 1, 0), ("softplus(x)", 1e4, 1e4, 1, 0), ("softplus(x)", -1e4, 0, 0, 0),
    ("softplus(x)", -40, 4.248354255291589e-18, 4.248354255291589e-18, 4.248354255291589e-18),
    ("sigmoid(x)", 1e4, 1, 0, 0), ("sigmoid(x)", -1e4, 0, 0, 0),
    ("sigmoid(x)", -40, 4.248354255291589e-18, 4.248354255291589e-18, 4.248354255291589e-18),
    ("sigmoid(x)", 40, 1, 4.248354255291589e-18, -4.248354255291589e-18), ("tanh(x)", 1e4, 1, 0, 0),
    ("tanh(x)", 20, 1, 1.699341702116635e-17, -3.39868340423327e-17), ("tanh(x)", -1e4, -1, 0, 0),
    ("atan(x)", 1e200, 1.5707963267948966, 0, 0), ("hypot(x, 1)", 1e200, 1e200, 1, 0),
  ]

  @Test(arguments: table)
  func tails(_ formula: String, _ x: Double, _ value: Double, _ first: Double, _ second: Double) throws {
    let order = try LossFunction(formula: formula).secondOrder(at: Point(x, 0))
    for (computed, exact) in [(order.value, value), (order.gradient.x, first), (order.hessian.xx, second)] {
      #expect(abs(computed - exact) <= 1e-14 * abs(exact), "\(order)")
    }
  }

  /// The sharp and the flat well: the textbook form gives nan at a learning rate of 1.9.
  @Test func softminimumSurvivesLargeRates() throws {
    let loss = try LossFunction(
      formula: "-tau*logsumexp(-p/tau, -q/tau)", parameters: [Parameter("tau", 0.2)],
      definitions: [
        Definition("p", "10*((x + 1.5)^2 + y^2)"), Definition("q", "0.5*((x - 1.5)^2 + y^2)"),
      ])
    let evaluator = Evaluator(loss)
    var point = Point(-1.9, 0.6)
    for _ in 0..<300 {
      let order = evaluator.secondOrder(at: point)
      #expect(order.all.allSatisfy { $0.isFinite })
      point = Point(point.x - 1.9 * order.gradient.x, point.y - 1.9 * order.gradient.y)
    }
    #expect(point.distance(to: Point(1.5, 0)) < 1e-6)
    #expect(evaluator.secondOrder(at: Point(1e6, -1e6)).all.allSatisfy { $0.isFinite })
  }
}
