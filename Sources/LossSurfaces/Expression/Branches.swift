/// Derivatives of what stands in a branch: of `if`, `min` and `max`.
///
/// Where a branch is not taken, the derivative of the whole by it is exactly zero, whatever the branch itself would be there:
/// if(x < 0, x², √x) has the slope 2x at −1, though √x has none. So a factor does not stand beside such a zero, since
/// 0·nan is nan, but in the branch that is taken: if(c, 0, a)·b becomes if(c, 0, a·b).
extension ExpressionGraph {
  /// How many conditions, one in the other, a factor goes through. A longer chain (the minimum of a list of hundreds) would be
  /// written anew for each of its elements.
  private static let deepest = 8

  /// An expression where a comparison holds, and zero elsewhere.
  ///
  /// The condition stands inside those of the expression, from the root of the formula to its leaves: so sums, whose terms came on
  /// different ways, have their conditions in common.
  mutating func whereHolds(_ comparison: Comparison, _ a: Index, _ b: Index, _ u: Index) -> Index {
    let zero = constant(0)
    return inBranches(of: u, Self.deepest) { $0.choose(comparison, a, b, $1, zero) }
  }

  /// An expression where a comparison fails, and zero elsewhere.
  mutating func whereFails(_ comparison: Comparison, _ a: Index, _ b: Index, _ u: Index) -> Index {
    let zero = constant(0)
    return inBranches(of: u, Self.deepest) { $0.choose(comparison, a, b, zero, $1) }
  }

  /// a·b, in the branches of `a`.
  mutating func branchwiseProduct(_ a: Index, _ b: Index) -> Index {
    inBranches(of: a, Self.deepest) { graph, factor in
      let product = graph.product(factor, b)
      return graph.unlessZero(factor, product, beside: b)
    }
  }

  /// a/b, in the branches of `a`.
  mutating func branchwiseQuotient(_ a: Index, _ b: Index) -> Index {
    inBranches(of: a, Self.deepest) { graph, dividend in
      let quotient = graph.quotient(dividend, b)
      return graph.unlessZero(dividend, quotient, beside: b)
    }
  }

  /// What a factor makes of another expression, and zero where the factor is: needed where its branches do not stand outside, as
  /// in if(c, 0, p) + if(d, 0, q), and the other expression is not defined everywhere.
  private mutating func unlessZero(_ factor: Index, _ result: Index, beside other: Index) -> Index {
    guard mayVanish(factor, Self.deepest), !isDefinedEverywhere(other) else { return result }
    let zero = constant(0)
    return choose(.equal, factor, zero, zero, result)
  }

  /// Whether an expression is a sum or a product in which a branch is zero.
  private func mayVanish(_ index: Index, _ depth: Int) -> Bool {
    let node = nodes[index]
    switch node.operation {
    case .choose: return true
    case .add, .subtract, .multiply:
      return depth > 0 && (mayVanish(Index(node.a), depth - 1) || mayVanish(Index(node.b), depth - 1))
    case .divide, .negate: return depth > 0 && mayVanish(Index(node.a), depth - 1)
    default: return false
    }
  }

  /// Whether an expression has a value for all finite variables, apart from overflow.
  private func isDefinedEverywhere(_ index: Index) -> Bool {
    var pending = [index]
    var seen: Set<Index> = [index]
    while let index = pending.popLast() {
      let node = nodes[index]
      switch node.operation {
      case .divide: if values[Index(node.b)].map({ $0 == 0 }) ?? true { return false }
      case .power:
        guard let exponent = values[Index(node.b)], exponent >= 0, exponent == exponent.rounded() else { return false }
      case .unary(let function) where !function.isDefinedEverywhere: return false
      default: break
      }
      forEachOperand(of: index) { if seen.insert($0).inserted { pending.append($0) } }
    }
    return true
  }

  /// a + b; two of the same condition, each of whose branches is zero in one of them, become one.
  mutating func branchwiseSum(_ a: Index, _ b: Index) -> Index { sumInBranches(a, b, Self.deepest) }

  private mutating func sumInBranches(_ a: Index, _ b: Index, _ depth: Int) -> Index {
    let (first, second) = (nodes[a], nodes[b])
    guard depth > 0, case .choose(let comparison) = first.operation, second.operation == first.operation,
      first.a == second.a, first.b == second.b
    else { return sum(a, b) }
    let (c, d) = ((Index(first.c), Index(second.c)), (Index(first.d), Index(second.d)))
    guard number(c.0) == 0 || number(c.1) == 0 || number(d.0) == 0 || number(d.1) == 0 else { return sum(a, b) }
    let (taken, other) = (sumInBranches(c.0, c.1, depth - 1), sumInBranches(d.0, d.1, depth - 1))
    return choose(comparison, Index(first.a), Index(first.b), taken, other)
  }

  /// −a, in the branches of `a`.
  mutating func branchwiseNegation(_ a: Index) -> Index {
    inBranches(of: a, Self.deepest) { $0.negation($1) }
  }

  /// What a function that maps zero to zero makes of an expression: in the branch that is not zero, if one is.
  private mutating func inBranches(
    of index: Index, _ depth: Int, _ function: (inout ExpressionGraph, Index) -> Index
  ) -> Index {
    let node = nodes[index]
    guard depth > 0, case .choose(let comparison) = node.operation else { return function(&self, index) }
    let (a, b, c, d) = (Index(node.a), Index(node.b), Index(node.c), Index(node.d))
    if number(c) == 0 { return choose(comparison, a, b, c, inBranches(of: d, depth - 1, function)) }
    if number(d) == 0 { return choose(comparison, a, b, inBranches(of: c, depth - 1, function), d) }
    return function(&self, index)
  }
}

extension UnaryFunction {
  fileprivate var isDefinedEverywhere: Bool {
    switch self {
    case .exp, .expm1, .sin, .cos, .atan, .sinh, .cosh, .tanh, .abs, .sign, .sigmoid, .softplus, .cbrt: true
    case .log, .log1p, .sqrt, .tan, .asin, .acos: false
    }
  }
}
