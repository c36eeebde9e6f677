import LossSurfaces

extension Probe {
  /// Value, gradient and Hessian of random formulas, against values that are found by walking the formula in more digits and
  /// against differences of those.
  static let derivatives = Probe("derivatives", few: 200, accepted: 1...1, input: Compared.input) {
    try Compared.check($0)
  }
}

/// A formula and a point, drawn from the eight bytes of an input.
private struct Compared {
  let tree: FormulaTree
  let x, y: Double

  init(_ input: [UInt8]) {
    var mutator = Mutator(seed: input.reduce(0) { $0 << 8 | UInt64($1) })
    tree = mutator.tree(depth: 1 + mutator.below(4))
    (x, y) = (mutator.number(within: 2), mutator.number(within: 2))
  }

  static func input(_ mutator: inout Mutator) -> [UInt8] {
    (0..<8).map { _ in UInt8(truncatingIfNeeded: mutator.next()) }
  }

  static func check(_ input: [UInt8]) throws {
    let compared = Compared(input)
    let loss = try LossFunction(formula: compared.tree.text, parameters: [.init("a", Double(FormulaTree.a))])
    try compared.compare(loss.secondOrder(at: Point(compared.x, compared.y)))
  }

  private func compare(_ order: SecondOrder) throws(Finding) {
    let f = { (dx: Wide, dy: Wide) in tree.value(Wide(x) + dx, Wide(y) + dy) }
    let value = f(0, 0)
    // Where the formula has no value, or one that is far from those beside it, differences say nothing.
    guard value.isFinite, abs(value) < 1e6 else { return }
    let pairs: [(String, Double, Differences)] = [
      ("∂f/∂x", order.gradient.x, Differences { (f($0, 0) - f(-$0, 0)) / (2 * $0) }),
      ("∂f/∂y", order.gradient.y, Differences { (f(0, $0) - f(0, -$0)) / (2 * $0) }),
      ("∂²f/∂x²", order.hessian.xx, Differences { (f($0, 0) - 2 * value + f(-$0, 0)) / ($0 * $0) }),
      ("∂²f/∂y²", order.hessian.yy, Differences { (f(0, $0) - 2 * value + f(0, -$0)) / ($0 * $0) }),
      (
        "∂²f/∂x∂y", order.hessian.xy,
        Differences { (f($0, $0) - f($0, -$0) - f(-$0, $0) + f(-$0, -$0)) / (4 * $0 * $0) }
      ),
    ]
    // All the numbers are told to be clear: the formula is smooth there and of moderate size, and rounding is not
    // magnified by more than those sizes.
    let size = pairs.reduce(1 + abs(value)) { max($0, abs($1.2.value)) }
    guard pairs.allSatisfy({ $0.2.isClear }), size < 1e4 else { return }
    try Finding.unless(
      abs(Wide(order.value) - value) <= 1e-11 * size, "\(tree.text) at \(x), \(y) is \(value), not \(order.value)")
    for (name, exact, differences) in pairs {
      let miss = abs(Wide(exact) - differences.value)
      try Finding.unless(
        miss <= 1e-8 * size + 30 * differences.error,
        "\(name) of \(tree.text) at \(x), \(y) is \(differences.value) ± \(differences.error), not \(exact)")
    }
  }
}

/// The limit of differences that are even in their step, by extrapolation of ever smaller steps to none.
///
/// Ridders' method, Numerical Recipes 5.7: the table's entry that differs least from its neighbours, and by how much.
private struct Differences {
  private(set) var value = Wide.nan
  private(set) var error = Wide.infinity

  /// The difference at the smallest step.
  private var finest = Wide.nan

  /// Whether they settle, and where the steps are smallest: beside a kink or a pole they do not.
  var isClear: Bool {
    let size = 1 + abs(value)
    return value.isFinite && error <= 1e-7 * size && abs(finest - value) <= 1e-2 * size
  }

  init(_ difference: (Wide) -> Wide) {
    var previous: [Wide] = []
    var step: Wide = 0.0625
    for _ in 0..<10 {
      finest = difference(step)
      var row = [finest]
      var factor: Wide = 1
      for (column, above) in previous.enumerated() {
        factor *= 2.25
        row.append((row[column] * factor - above) / (factor - 1))
        let distance = max(abs(row[column + 1] - row[column]), abs(row[column + 1] - above))
        if distance <= error { (value, error) = (row[column + 1], distance) }
      }
      previous = row
      step /= 1.5
    }
  }
}
