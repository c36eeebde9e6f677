extension Operation {
  /// The value of an operation on numbers: the definition that every interpreter follows to the bit.
  func value(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    switch self {
    case .constant(let bits): Double(bitPattern: bits)
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: a / b
    case .negate: -a
    case .power: Elementary.pow(a, b)
    case .unary(let function): function.value(a)
    case .atan2: Elementary.atan2(a, b)
    case .hypot: Elementary.hypot(a, b)
    case .minimum: Choice.minimum(a, b)
    case .maximum: Choice.maximum(a, b)
    case .choose(.less): a < b ? c : d
    case .choose(.lessOrEqual): a <= b ? c : d
    case .choose(.equal): a == b ? c : d
    case .finiteOrZero: Choice.finiteOrZero(a)
    case .parameter, .variable, .list, .logsumexp, .softmax: preconditionFailure("\(self) has no value by itself")
    }
  }
}

extension UnaryFunction {
  func value(_ x: Double) -> Double {
    switch self {
    case .exp: Elementary.exp(x)
    case .log: Elementary.log(x)
    case .log1p: Elementary.log1p(x)
    case .expm1: Elementary.expm1(x)
    case .sqrt: x.squareRoot()
    case .cbrt: Elementary.cbrt(x)
    case .sin: Elementary.sin(x)
    case .cos: Elementary.cos(x)
    case .tan: Elementary.tan(x)
    case .asin: Elementary.asin(x)
    case .acos: Elementary.acos(x)
    case .atan: Elementary.atan(x)
    case .sinh: Elementary.sinh(x)
    case .cosh: Elementary.cosh(x)
    case .tanh: Elementary.tanh(x)
    case .sigmoid: 1 / (1 + Elementary.exp(-x))
    case .softplus: Choice.maximum(x, 0) + Elementary.log1p(Elementary.exp(-Swift.abs(x)))
    case .abs: Swift.abs(x)
    case .sign: Choice.sign(x)
    }
  }
}
