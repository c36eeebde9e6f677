extension ExpressionGraph {
  mutating func power(_ base: Index, _ exponent: Index) -> Index {
    if let exponent = number(exponent) {
      if exponent == 1 { return base }
      if exponent == 0 { return constant(1) }
      if let base = number(base), base == 1 { return constant(1) }
    }
    return node(.power, base, exponent)
  }

  mutating func apply(_ function: UnaryFunction, _ argument: Index) -> Index {
    if isLowered, let value = values[argument], let result = Optional(function.value(value)), result.isFinite {
      return constant(result)
    }
    return node(.unary(function), argument)
  }

  mutating func atan2(_ y: Index, _ x: Index) -> Index { node(.atan2, y, x) }
  mutating func hypot(_ x: Index, _ y: Index) -> Index { node(.hypot, x, y) }
  mutating func minimum(_ a: Index, _ b: Index) -> Index { a == b ? a : node(.minimum, a, b) }
  mutating func maximum(_ a: Index, _ b: Index) -> Index { a == b ? a : node(.maximum, a, b) }

  mutating func choose(_ comparison: Comparison, _ a: Index, _ b: Index, _ c: Index, _ d: Index) -> Index {
    // Inside a branch its own condition is known.
    func known(_ branch: Index, _ holds: Bool) -> Index {
      let inner = nodes[branch]
      guard inner.operation == .choose(comparison), Index(inner.a) == a, Index(inner.b) == b else { return branch }
      return Index(holds ? inner.c : inner.d)
    }
    let (taken, other) = (known(c, true), known(d, false))
    return taken == other ? taken : node(.choose(comparison), a, b, taken, other)
  }

  mutating func logsumexp(_ elements: [Index]) -> Index {
    elements.count == 1 ? elements[0] : node(.logsumexp, list(elements))
  }
}
