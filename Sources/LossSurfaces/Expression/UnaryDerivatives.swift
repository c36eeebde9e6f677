extension ExpressionGraph {
  /// The derivative of a function at `u`, of which `value` is the function's own node; nil where it is zero.
  ///
  /// Each is written so that it neither overflows nor loses its leading digits where the function itself does not:
  /// sigmoid′ = sigmoid(u)·sigmoid(−u) and tanh′ = 1/cosh² keep their relative precision in the tails, where
  /// 1 − tanh² would cancel; asin′ is taken from (1 − u)(1 + u) instead of 1 − u².
  mutating func derivative(of function: UnaryFunction, at u: Index, value: Index) -> Index? {
    let one = constant(1)
    switch function {
    case .exp: return value
    case .expm1: return apply(.exp, u)
    case .log: return quotient(one, u)
    case .log1p: return quotient(one, sum(one, u))
    case .sqrt: return quotient(one, product(constant(2), value))
    case .cbrt: return quotient(one, product(constant(3), power(value, constant(2))))
    case .sin: return apply(.cos, u)
    case .cos: return negation(apply(.sin, u))
    case .tan: return sum(one, power(value, constant(2)))
    case .asin: return quotient(one, apply(.sqrt, product(difference(one, u), sum(one, u))))
    case .acos: return negation(quotient(one, apply(.sqrt, product(difference(one, u), sum(one, u)))))
    case .atan: return quotient(one, sum(one, power(u, constant(2))))
    case .sinh: return apply(.cosh, u)
    case .cosh: return apply(.sinh, u)
    case .tanh: return power(apply(.cosh, u), constant(-2))
    case .sigmoid: return product(value, apply(.sigmoid, negation(u)))
    case .softplus: return apply(.sigmoid, u)
    case .abs: return apply(.sign, u)
    case .sign: return nil
    }
  }
}
