import Testing

@testable import LossSurfaces

@Suite struct FiniteSumTests {
  static let targets = [-2.725, -2.675, -1.125, -1.475, 0.075, 0.925, 0.875, 2.225]
  static let rows = targets.enumerated().map { [-1.75 + 0.5 * Double($0.offset), $0.element] }

  static func regression() throws -> LossFunction {
    try LossFunction(formula: "(x*u + y - v)^2/2", samples: try Samples(columns: ["u", "v"], rows: rows))
  }

  /// Minimum, least loss and Hessian from the normal equations.
  @Test func linearRegression() throws {
    let loss = try Self.regression()
    let point = try #require(Evaluator(loss).criticalPoint(near: Point(0, 0)))
    #expect(point.kind == .minimum)
    #expect(point.point.distance(to: Point(1.4309523809523809, -0.4875)) < 1e-14)
    let order = loss.secondOrder(at: point.point)
    #expect(abs(order.value - 0.0749182) < 5e-8)
    #expect(order.hessian == Hessian(xx: 1.3125, xy: 0, yy: 1))
    #expect(2 / order.hessian.eigenvalues.large == 2 / 1.3125)
  }

  /// The covariance of the gradients of single rows at the minimum: the noise of mini-batches.
  @Test func gradientsOfSingleRows() throws {
    let evaluator = Evaluator(try Self.regression())
    let point = Point(1.4309523809523809, -0.4875)
    let gradients = Self.rows.indices.map { evaluator.firstOrder(at: point, rows: [$0]) }
    func mean(_ f: (FirstOrder) -> Double) -> Double { gradients.map(f).reduce(0, +) / 8 }
    #expect(abs(mean(\.x)) < 1e-15 && abs(mean(\.y)) < 1e-15)
    #expect(abs(mean { $0.x * $0.x } - 0.13525) < 5e-6)
    #expect(abs(mean { $0.x * $0.y } + 0.02062) < 5e-6)
    #expect(abs(mean { $0.y * $0.y } - 0.14984) < 5e-6)
  }

  @Test func batchesAreMeansOverTheirRows() throws {
    let evaluator = Evaluator(try Self.regression())
    let point = Point(0.3, -0.7)
    func row(_ i: Int) -> FirstOrder { evaluator.firstOrder(at: point, rows: [i]) }
    let batch = evaluator.firstOrder(at: point, rows: [5, 2, 2])
    #expect(batch.value == (row(5).value + row(2).value + row(2).value) / 3)
    #expect(batch.x == (row(5).x + row(2).x + row(2).x) / 3)
    #expect(batch.y == (row(5).y + row(2).y + row(2).y) / 3)
    #expect(evaluator.firstOrder(at: point, rows: 0..<8) == evaluator.firstOrder(at: point))
    #expect(
      evaluator.firstOrder(at: point, rows: Set(0..<8).sorted().lazy.map { $0 }) == evaluator.firstOrder(at: point))
  }

  @Test(arguments: [
    "(x*u + y - v)^2/2", "log(1 + exp(-v*(x*u + y))) + (x^2 + y^2)/20", "x^2 + y", "3", "u*v", "x*u", "tanh(u*x)*y - v",
    "logsumexp(x*u, y*v)",
  ])
  func blocksHaveTheBitsOfSinglePoints(_ formula: String) throws {
    let loss = try LossFunction(formula: formula, samples: try Samples(columns: ["u", "v"], rows: Self.rows))
    let evaluator = Evaluator(loss)
    let x = (0..<300).map { -2 + 4 * Double($0) / 300 }
    let y = x.map { 1 - $0 * $0 }
    var (value, dx, dy) = (x, x, x)
    evaluator.gradients(x: x, y: y, count: 300, value: &value, dx: &dx, dy: &dy)
    for i in x.indices {
      #expect(evaluator.firstOrder(at: Point(x[i], y[i])) == FirstOrder(value: value[i], x: dx[i], y: dy[i]))
      #expect(evaluator.value(at: Point(x[i], y[i])) == value[i])
    }
  }

  @Test func batchesWithoutRowsOrBeyondThemAreMistakesOfTheProgram() async {
    await #expect(processExitsWith: .failure) {
      _ = try Evaluator(FiniteSumTests.regression()).firstOrder(at: Point(0, 0), rows: [8])
    }
    await #expect(processExitsWith: .failure) {
      _ = try Evaluator(FiniteSumTests.regression()).firstOrder(at: Point(0, 0), rows: [])
    }
  }
}
