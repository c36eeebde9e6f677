import Testing

@testable import LossSurfaces

@Suite struct EvaluatorTests {
  static let formulas = [
    "x^2 + 10*y^2", "(1 - x)^2 + 100*(y - x^2)^2", "-0.2*logsumexp(-(x+1)^2/0.2, -y^2/0.2)", "3", "x", "x + y*0",
    "exp(x)*sin(y) + log(x^2 + 1) + tanh(x*y)", "if(x < y, x^3, abs(y)) + min(x, y) + max(x, 0.5)",
    "sigmoid(30*x) + softplus(-40*y) + sign(x)", "abs(x)^y + atan2(y, x) + hypot(x, y) + cbrt(x)",
    "sqrt(x) + asin(x/4) + acos(y/4) + atan(x) + sinh(y) + cosh(x) + tan(y) + expm1(x) + log1p(x)", "1/x - 3/y + 2^x",
    // Numbers whose product overflows, found by millions of formulas at random.
    "1e308^2 - 3", "(x^2 - y - 1e308^2)/22", "x^2 + 25*(sin(x)^2 + 1e308^2)", "exp(1e308^2*x)", "(x^1e308^+2)/2",
  ]

  @Test(arguments: formulas, [1, 7, 8, 255, 256, 257, 600]) func blocksHaveTheBitsOfSinglePoints(
    _ formula: String, _ count: Int
  ) throws {
    let evaluator = Evaluator(try LossFunction(formula: formula))
    let x = (0..<count).map { -3 + 6 * Double($0 * 7919 % count) / Double(count) }
    let y = (0..<count).map { 3 - 6 * Double($0) / Double(count) }
    var (values, dx, dy) = (x, x, x)
    var value = x
    var (gx, gy) = (x, x)
    evaluator.values(x: x, y: y, count: count, into: &values)
    evaluator.gradients(x: x, y: y, count: count, value: &value, dx: &dx, dy: &dy)
    evaluator.gradients(x: x, y: y, count: count, dx: &gx, dy: &gy)
    for i in 0..<count {
      let single = evaluator.firstOrder(at: Point(x[i], y[i]))
      let second = evaluator.secondOrder(at: Point(x[i], y[i]))
      #expect(sameBits(values[i], evaluator.value(at: Point(x[i], y[i]))))
      #expect(sameBits([value[i], dx[i], dy[i]], [single.value, single.x, single.y]))
      #expect(sameBits([values[i], gx[i], gy[i]], [single.value, single.x, single.y]))
      #expect(sameBits([second.value, second.gradient.x, second.gradient.y], [single.value, single.x, single.y]))
    }
  }

  private func sameBits(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }
  private func sameBits(_ a: [Double], _ b: [Double]) -> Bool { zip(a, b).allSatisfy(sameBits) }
}
