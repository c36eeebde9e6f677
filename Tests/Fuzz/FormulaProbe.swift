import LossSurfaces
import SurfaceCatalog

extension Probe {
  /// Formulas that nobody would type, and some that somebody might: parsed, differentiated twice, compiled, evaluated in every
  /// way and printed.
  static let formula = Probe("formula", few: 2500, accepted: 0.05...0.9, input: formulaInput, check: checkFormula)

  private static let formulas: [[UInt8]] =
    Catalog.names.compactMap { try? Catalog.surface(named: $0).loss.formula }.map { Array($0.utf8) }
    + ["if(x < y, x^2, -y)", "logsumexp(x, y, 1)/hypot(x, y)", "2^-3^x", "x^y^-2", "min(x, y, 1)*max(x, 2)"].map {
      Array($0.utf8)
    }

  private static let tokens = [
    "x", "y", "a", "pi", "e", "1e308", "1e-400", "5e-324", ".5", "0", "-0", "(", ")", ",", "^", "-", "+", "*", "/", "<",
    "<=", "=", ">=", "exp(", "log(", "if(", "atan2(", "hypot(", "logsumexp(", "max(", "sqrt(", "sign(", " ", "\n",
    "\r\n",
    "²", "λ", "x^", "^2", "99999999999999999999", "1e", "0x1", "sinh(sinh(", "\u{0}", "e\u{301}", "((((", "----",
    "2^2^",
  ]

  private static func formulaInput(_ mutator: inout Mutator) -> [UInt8] {
    let drawn = Array(mutator.tree(depth: 1 + mutator.below(5)).text.utf8)
    guard mutator.below(3) > 0 else { return drawn }
    let start = mutator.below(2) == 0 ? drawn : mutator.pick(formulas)
    return mutator.mutated(start, with: mutator.below(2) == 0 ? drawn : mutator.pick(formulas), tokens: tokens)
  }

  private static let parameters = "abckrs".map { Parameter(String($0), 2) } + [Parameter("tau", 0.2)]

  private static func checkFormula(_ bytes: [UInt8]) throws {
    let loss = try LossFunction(formula: String(decoding: bytes, as: UTF8.self), parameters: parameters)
    let evaluator = Evaluator(loss)
    let xs = [-4, 0, 0.5, 3, 1e200]
    let ys = [0.5, 0, 0.5, -2, -1e-200]
    let block = Block(evaluator, xs, ys)
    for (i, point) in zip(xs, ys).map({ Point($0, $1) }).enumerated() {
      let (value, first, second) = (
        evaluator.value(at: point), evaluator.firstOrder(at: point), evaluator.secondOrder(at: point)
      )
      try same([value, first.value, second.value, block.values[i]], "value at \(point)")
      try same([first.x, second.gradient.x, block.dx[i]], "∂f/∂x at \(point)")
      try same([first.y, second.gradient.y, block.dy[i]], "∂f/∂y at \(point)")
    }
    try readBack(loss)
  }

  /// What the block program says of the same points.
  private struct Block {
    var values, dx, dy: [Double]

    init(_ evaluator: Evaluator, _ x: [Double], _ y: [Double]) {
      (values, dx, dy) = (x, x, x)
      evaluator.values(x: x, y: y, count: x.count, into: &values)
      evaluator.gradients(x: x, y: y, count: x.count, dx: &dx, dy: &dy)
    }
  }

  /// The same bits, or no numbers at all.
  private static func same(_ numbers: [Double], _ what: String) throws(Finding) {
    let isSame = numbers.allSatisfy { $0.bitPattern == numbers[0].bitPattern || $0.isNaN && numbers[0].isNaN }
    try Finding.unless(isSame, "\(what) is one of \(numbers), by the way it is evaluated")
  }

  /// The formula as it is printed can be read again.
  private static func readBack(_ loss: LossFunction) throws(Finding) {
    let printed = loss.derivativeFormulas
    for text in [printed.value, printed.x, printed.yy] where text.utf8.count < 2000 && !text.hasPrefix("(longer") {
      do throws(InputError) { _ = try LossFunction(formula: text, parameters: parameters) } catch {
        throw Finding("a formula that is printed cannot be read: \(error)")
      }
    }
  }
}
