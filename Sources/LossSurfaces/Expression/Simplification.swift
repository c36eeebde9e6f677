/// The constructors that parser, derivatives and lowering build expressions with.
///
/// They rewrite only where no value is lost: what is finite stays finite and equal to within rounding. So 0·u stays a
/// product (u may be infinite) and u − u a difference; derivatives, whose zeros are exact, leave out what is zero
/// before they come here.
extension ExpressionGraph {
  mutating func sum(_ a: Index, _ b: Index) -> Index {
    if let x = number(a), let y = number(b), (x + y).isFinite { return constant(x + y) }
    if number(a) == 0 { return b }
    if number(b) == 0 { return a }
    if let positive = negated(b) { return difference(a, positive) }
    if let positive = negated(a) { return difference(b, positive) }
    let (first, second) = (factored(a), factored(b))
    if first.rest == second.rest, let scale = finite(first.scale + second.scale) { return scaled(scale, first.rest) }
    return node(.add, a, b)
  }

  mutating func difference(_ a: Index, _ b: Index) -> Index {
    if let x = number(a), let y = number(b), (x - y).isFinite { return constant(x - y) }
    if number(b) == 0 { return a }
    if number(a) == 0 { return negation(b) }
    if let positive = negated(b) { return sum(a, positive) }
    let (first, second) = (factored(a), factored(b))
    if first.rest == second.rest, first.scale != second.scale, let scale = finite(first.scale - second.scale) {
      return scaled(scale, first.rest)
    }
    return node(.subtract, a, b)
  }

  mutating func negation(_ a: Index) -> Index {
    if let positive = negated(a) { return positive }
    let node = nodes[a]
    if let x = number(a) { return constant(-x) }
    if node.operation == .subtract { return difference(Index(node.b), Index(node.a)) }
    if node.operation == .multiply, let scale = number(Index(node.a)) { return scaled(-scale, Index(node.b)) }
    return self.node(.negate, a)
  }

  mutating func product(_ a: Index, _ b: Index) -> Index {
    if let x = number(a), let y = number(b), (x * y).isFinite { return constant(x * y) }
    let (first, second) = (factored(a), factored(b))
    if first.scale != 1 || second.scale != 1, let scale = normal(first.scale * second.scale) {
      if number(first.rest) == 1 { return scaled(scale, second.rest) }
      if number(second.rest) == 1 { return scaled(scale, first.rest) }
      return scaled(scale, productOfFactors(first.rest, second.rest))
    }
    if number(a) == 1 { return b }
    if number(b) == 1 { return a }
    return productOfFactors(a, b)
  }

  mutating func quotient(_ a: Index, _ b: Index) -> Index {
    if number(b) == 1 { return a }
    if let divisor = number(b), divisor != 0 {
      if let dividend = number(a), let ratio = ratio(dividend, divisor) { return constant(ratio) }
      let (scale, rest) = factored(a)
      if scale != 1, let ratio = ratio(scale, divisor) { return scaled(ratio, rest) }
      if divisor < 0 { return negation(quotient(a, constant(-divisor))) }
      if isLowered, let reciprocal = exactReciprocal(divisor) { return product(constant(reciprocal), a) }
    }
    if let positive = negated(a), number(positive) == nil { return negation(quotient(positive, b)) }
    if let value = values[b], value.isNormal, let rest = removing(b, from: a) { return rest }
    return node(.divide, a, b)
  }

  /// `scale`·`rest`, where `rest` has no numeric factor.
  private mutating func scaled(_ scale: Double, _ rest: Index) -> Index {
    if scale == 1 { return rest }
    if let value = number(rest), let product = finite(scale * value) { return constant(product) }
    if scale == -1 { return node(.negate, rest) }
    return node(.multiply, constant(scale), rest)
  }

  /// A product without numeric factors; equal factors become a power, and constant divisors stand outside.
  private mutating func productOfFactors(_ a: Index, _ b: Index) -> Index {
    if isLowered { return node(.multiply, a, b) }
    if let fraction = fraction(a) { return quotient(product(fraction.dividend, b), fraction.divisor) }
    if let fraction = fraction(b) { return quotient(product(a, fraction.dividend), fraction.divisor) }
    if let power = joined(a, b) { return power }
    for (first, second) in [(a, b), (b, a)] where nodes[first].operation == .multiply {
      let (left, right) = (Index(nodes[first].a), Index(nodes[first].b))
      if let power = joined(left, second) { return node(.multiply, power, right) }
      if let power = joined(right, second) { return node(.multiply, left, power) }
    }
    return node(.multiply, a, b)
  }

  /// u^m·u^n as one power, if that is what the factors are.
  private mutating func joined(_ a: Index, _ b: Index) -> Index? {
    let (first, second) = (powerParts(a), powerParts(b))
    guard first.base == second.base, number(first.base) == nil, first.exponent + second.exponent <= 64 else {
      return nil
    }
    return node(.power, first.base, constant(first.exponent + second.exponent))
  }

  /// The parts of a quotient whose divisor depends on no variable; not of a quotient of a quotient, so that no chain of
  /// divisions is followed to its beginning.
  private func fraction(_ index: Index) -> (dividend: Index, divisor: Index)? {
    let node = nodes[index]
    guard node.operation == .divide, values[Index(node.b)] != nil, nodes[Index(node.a)].operation != .divide else {
      return nil
    }
    return (Index(node.a), Index(node.b))
  }

  /// What is left of a product without one of its factors; nil if it has no such factor.
  private mutating func removing(_ factor: Index, from index: Index) -> Index? {
    let node = nodes[index]
    guard node.operation == .multiply else { return index == factor ? constant(1) : nil }
    if Index(node.a) == factor { return Index(node.b) }
    if Index(node.b) == factor { return Index(node.a) }
    guard let scale = number(Index(node.a)) else { return nil }
    return removing(factor, from: Index(node.b)).map { scaled(scale, $0) }
  }

  /// u and n of u^n with a whole n ≥ 1.
  private func powerParts(_ index: Index) -> (base: Index, exponent: Double) {
    let node = nodes[index]
    if node.operation == .power, let exponent = number(Index(node.b)), exponent >= 1, exponent <= 64,
      exponent == Double(Int(exponent))
    {
      return (Index(node.a), exponent)
    }
    return (index, 1)
  }

  /// An expression as a number times the rest.
  private mutating func factored(_ index: Index) -> (scale: Double, rest: Index) {
    let node = nodes[index]
    if let value = number(index) { return (value, constant(1)) }
    if node.operation == .negate { return (-1, Index(node.a)) }
    if node.operation == .multiply, let scale = number(Index(node.a)) { return (scale, Index(node.b)) }
    return (1, index)
  }

  /// −u for an expression that is written with a minus sign.
  private mutating func negated(_ index: Index) -> Index? {
    let node = nodes[index]
    if let value = number(index) { return value < 0 ? constant(-value) : nil }
    if node.operation == .negate { return Index(node.a) }
    if node.operation == .multiply, let scale = number(Index(node.a)), scale < 0 {
      return scaled(-scale, Index(node.b))
    }
    return nil
  }

  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
  private func normal(_ value: Double) -> Double? { value.isNormal ? value : nil }

  /// a/b, where nothing is lost by dividing now: the quotient is exact, or legibility does not matter.
  private func ratio(_ a: Double, _ b: Double) -> Double? {
    let quotient = a / b
    guard quotient.isNormal else { return nil }
    // A product of factors with so few digits is exact.
    let isExact = quotient.significandWidth + b.significandWidth < 52 && quotient * b == a
    return isLowered || isExact ? quotient : nil
  }

  /// 1/c where it is exact: c is a power of two.
  private func exactReciprocal(_ value: Double) -> Double? {
    let reciprocal = 1 / value
    return value.significandBitPattern == 0 && reciprocal.isNormal ? reciprocal : nil
  }
}
