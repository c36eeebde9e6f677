import Testing

@testable import LossSurfaces

@Suite struct DifferentiationTests {
  /// The derivatives by x of functions of one variable, by hand: value at x, f′ and f″.
  static let table: [(String, Double, Double, Double)] = [
    ("x^2", 0, 0, 2), ("x^3", 0, 0, 0), ("x^4", 0, 0, 0), ("x^1", 0, 1, 0), ("x^0", 0, 0, 0), ("x^2.5", 0, 0, 0),
    ("x^3", -2, 12, -12), ("x^-1", 2, -0.25, 0.25), ("x^-2", 2, -0.25, 0.375), ("x^65", 1, 65, 4160),
    ("x^0.5", 4, 0.25, -0.03125), ("x^1.5", 4, 3, 0.375), ("sqrt(x)", 4, 0.25, -0.03125),
    ("cbrt(x)", 8, 1.0 / 12, -1.0 / 144),
    ("exp(x)", 0, 1, 1), ("log(x)", 2, 0.5, -0.25), ("log1p(x)", 1, 0.5, -0.25), ("expm1(x)", 0, 1, 1),
    ("e^x", 0, 1, 1),
    ("2^x", 0, 0.6931471805599453, 0.4804530139182014), ("x^x", 1, 1, 2), ("sin(x)", 0, 1, 0), ("cos(x)", 0, 0, -1),
    ("tan(x)", 0, 1, 0), ("asin(x)", 0.6, 1.25, 1.171875), ("acos(x)", 0.6, -1.25, -1.171875),
    ("atan(x)", 1, 0.5, -0.5),
    ("sinh(x)", 0, 1, 0), ("cosh(x)", 0, 0, 1), ("tanh(x)", 0, 1, 0), ("sigmoid(x)", 0, 0.25, 0),
    ("softplus(x)", 0, 0.5, 0.25), ("abs(x)", -3, -1, 0), ("abs(x)", 0, 0, 0), ("sign(x)", 2, 0, 0),
    ("abs(x)^3", -2, -12, 12),
    ("min(x, 2*x)", 1, 1, 0), ("min(x, 2*x)", -1, 2, 0), ("max(x^2, x)", 3, 6, 2), ("max(x, 0)^2", -1, 0, 0),
    ("if(x < 1, x^2, x^3)", 0.5, 1, 2), ("if(x < 1, x^2, x^3)", 2, 12, 12), ("hypot(x, 4)", 3, 0.6, 0.128),
    ("atan2(x, 1)", 1, 0.5, -0.5), ("atan2(1, x)", 1, -0.5, 0.5), ("x*x*x", 2, 12, 12), ("1/x", 2, -0.25, 0.25),
    ("logsumexp(x, 0)", 0, 0.5, 0.25), ("logsumexp(x, x)", 5, 1, 0), ("logsumexp(x, x, 0)", 0, 2.0 / 3, 2.0 / 9),
    ("7", 1, 0, 0),
  ]

  @Test(arguments: table)
  func oneVariable(_ formula: String, _ x: Double, _ first: Double, _ second: Double) throws {
    let order = try LossFunction(formula: formula).secondOrder(at: Point(x, 0.7))
    #expect(abs(order.gradient.x - first) <= 4e-15 * max(1, abs(first)))
    #expect(abs(order.hessian.xx - second) <= 8e-15 * max(1, abs(second)))
    #expect(order.gradient.y == 0 && order.hessian.xy == 0 && order.hessian.yy == 0)
  }

  private static let branches: [(String, Double, Double, Double)] = [
    ("if(x < 0, x^2, sqrt(x))", -2.0, -4.0, 2.0), ("if(x < 0, x^2, sqrt(x))", 4, 0.25, -1.0 / 32),
    ("if(x > 0, x*log(x), -x)", -2, -1, 0), ("if(x > 0, x*log(x), -x)", 1, 1, 1),
    ("if(x < 0, 0, sqrt(x)^3 + log(sqrt(x)))", -1, 0, 0), ("if(x < 1, if(x < 0, 1, sqrt(x)), 2*x)", -1, 0, 0),
    ("if(x < 1, if(x < 0, 3*x, 1/sqrt(x)), 2*x)", -1, 3, 0), ("if(x < 0, x, y/sqrt(x)) + x^2", -1, -1, 2),
    ("2*if(x < 0, x, hypot(sqrt(x), 1))^2", -1, -4, 4),
    ("exp(if(x <= 0, x, x^x))", -1, 0.36787944117144233, 0.36787944117144233),
    ("exp(min(if(x < 0, x, sqrt(x)), 10))", -1, 0.36787944117144233, 0.36787944117144233),
    ("if(x > 3, 2/(x - x), 7)", 1, 0, 0),
    ("if(0.5 >= x, 3, logsumexp(log(x), x))", -1, 0, 0), ("max(x, if(x < 2, 2*x, acos(x)))", 0.5, 2, 0),
    ("if(x < 0, x, atan2(sqrt(x), 2) - 1/(1 - asin(x - 1)))", -3, 1, 0),
    // Two conditions, neither within the other.
    ("if(x < 0, x^3, sqrt(x))*min(x, 1)", -2, -32, 48),
    ("(1 - min(x, 2))*if(x < 0, 3, sqrt(x))/softplus(1)", -1, -2.28438857884398, 0),
    ("if(x < 0, x, sqrt(x))*tanh(if(2 >= x, 1, log(x - 2)))", -1, 0.7615941559557649, 0),
  ]

  /// A branch that is not taken may have no value there, and its derivative none: the whole has.
  @Test(arguments: branches)
  func branchesThatAreNotTaken(_ formula: String, _ x: Double, _ first: Double, _ second: Double) throws {
    let order = try LossFunction(formula: formula).secondOrder(at: Point(x, 1))
    #expect(abs(order.gradient.x - first) <= 1e-14 * max(1, abs(first)), "\(order)")
    #expect(abs(order.hessian.xx - second) <= 1e-14 * max(1, abs(second)), "\(order)")
  }

  /// The minimum of many is a chain of conditions: each element's derivative must not write the chain anew.
  @Test(.timeLimit(.minutes(1))) func longMinimum() throws {
    let elements = (1...400).map { "(x - \($0))^2" }
    let order = try LossFunction(formula: "min(\(elements.joined(separator: ", ")))").secondOrder(at: Point(7.25, 0))
    #expect(order.value == 0.0625 && order.gradient.x == 0.5 && order.hessian.xx == 2)
  }

  @Test(arguments: ["sqrt(x)", "hypot(x, y)", "sqrt(x^2 + y^2)", "log(x)", "1/x", "x^y"])
  func whereNoDerivativeExistsItIsNotFinite(_ formula: String) throws {
    let order = try LossFunction(formula: formula).firstOrder(at: Point(0, 0))
    #expect(!order.gradientNorm.isFinite)
  }

  /// A parameter as exponent, also where its power rule would meet 0·∞.
  @Test(arguments: [(0.0, 0.0, 0.0), (1, 1, 0), (2, 0, 2), (3, 0, 0)])
  func parametersAsExponents(_ exponent: Double, _ first: Double, _ second: Double) throws {
    let order = try LossFunction(formula: "x^p", parameters: [Parameter("p", exponent)]).secondOrder(at: Point(0, 0))
    #expect(order.gradient.x == first && order.hessian.xx == second)
  }

  /// A negated product as an exponent keeps its parentheses.
  @Test(arguments: ["e^(-x/2.5*y)", "e^(-x*y)", "2^(-x/y)", "x^-(y/3)", "2^-x", "(-x)^2"])
  func printedExponents(_ formula: String) throws {
    let loss = try LossFunction(formula: formula)
    let again = try LossFunction(formula: loss.derivativeFormulas.value)
    for point in [Point(0.3, 1.7), Point(1.1, -0.4)] {
      let (a, b) = (loss.value(at: point), again.value(at: point))
      #expect(a.isNaN && b.isNaN || abs(a - b) <= 1e-14 * abs(a), "\(loss.derivativeFormulas.value)")
    }
  }

  /// Random formulas of every operation against differences of fourth order, and printed against computed.
  @Test(arguments: 0..<200) func randomFormulas(_ seed: Int) throws {
    var random = RandomFormula(seed: UInt64(seed))
    let formula = random.formula(depth: 3)
    let loss = try LossFunction(formula: formula, parameters: [Parameter("a", 1.25)])
    let evaluator = Evaluator(loss)
    let point = Point(random.number(0.3, 1.7), random.number(0.3, 1.7))
    let order = evaluator.secondOrder(at: point)
    guard order.all.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return }
    func difference(_ dx: Double, _ dy: Double, _ f: (FirstOrder) -> Double) -> (value: Double, error: Double) {
      func central(_ h: Double) -> Double {
        let ahead = evaluator.firstOrder(at: Point(point.x + h * dx, point.y + h * dy))
        let behind = evaluator.firstOrder(at: Point(point.x - h * dx, point.y - h * dy))
        return (f(ahead) - f(behind)) / (2 * h)
      }
      let (fine, coarse) = (central(1e-4), central(2e-4))
      return (fine + (fine - coarse) / 3, abs(fine - coarse))
    }
    let computed = [
      (order.gradient.x, difference(1, 0, \.value)), (order.gradient.y, difference(0, 1, \.value)),
      (order.hessian.xx, difference(1, 0, \.x)), (order.hessian.xy, difference(0, 1, \.x)),
      (order.hessian.xy, difference(1, 0, \.y)), (order.hessian.yy, difference(0, 1, \.y)),
    ]
    for (exact, approximate) in computed where approximate.error < 1e-3 * (1 + abs(exact)) {
      // Rounding of differences: 1e-16 of the values, divided by the step.
      let tolerance = 1e-9 * (1 + abs(order.value) + abs(exact)) + approximate.error
      #expect(abs(exact - approximate.value) <= tolerance, "\(formula) at \(point)")
    }
    let formulas = loss.derivativeFormulas
    for (text, exact) in zip(
      [formulas.value, formulas.x, formulas.y, formulas.xx, formulas.xy, formulas.yy], order.all)
    {
      guard text.utf8.count < 5000, !text.hasPrefix("(longer") else { continue }
      let printed = try LossFunction(formula: text, parameters: loss.parameters).value(at: point)
      #expect(abs(printed - exact) <= 1e-9 * (1 + abs(exact)), "\(formula): \(text)")
    }
  }
}

/// Formulas drawn from a seed, all defined around (1, 1).
struct RandomFormula {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 0x1234_5678_9abc_def1 }

  mutating func number(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * Double(next(1_000_000)) / 1_000_000
  }

  private mutating func next(_ count: UInt64) -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state % count
  }

  mutating func formula(depth: Int) -> String {
    if depth == 0 { return ["x", "y", "a", "2", "0.7", "x", "y"][Int(next(7))] }
    func inner(_ random: inout RandomFormula) -> String { random.formula(depth: depth - 1) }
    let (u, v) = (inner(&self), inner(&self))
    switch next(24) {
    case 0, 1: return "(\(u) + \(v))"
    case 2, 3: return "(\(u) - \(v))"
    case 4, 5: return "\(u)*(\(v))"
    case 6: return "(\(u))/(1 + (\(v))^2)"
    case 7: return "(\(u))^\(1 + next(5))"
    case 8: return "-(\(u))"
    case 9: return "(1 + (\(u))^2)^(\(v))"
    case 10: return "logsumexp(\(u), \(v), 3*x)"
    case 11: return "hypot(\(u), 1 + \(v))"
    case 12: return "atan2(\(u), \(v))"
    case 13: return "if(\(u) < \(v), \(u), sin(\(v)))"
    case 14: return "min(\(u), \(v))*max(\(v), y)"
    case 15: return "sqrt(1 + (\(u))^2)"
    case 16: return "log(2 + sin(\(u)))"
    case 17: return "tanh(\(u))/a"
    default:
      let names = ["exp", "sin", "cos", "atan", "sigmoid", "softplus", "abs", "cbrt", "sinh", "expm1"]
      return "\(names[Int(next(10))])(\(u)/3)"
    }
  }
}
