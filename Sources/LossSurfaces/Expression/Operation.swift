/// The functions of one argument.
enum UnaryFunction: String, CaseIterable, Sendable {
  case exp
  case log
  case log1p
  case expm1
  case sqrt
  case cbrt
  case sin
  case cos
  case tan
  case asin
  case acos
  case atan
  case sinh
  case cosh
  case tanh
  case sigmoid
  case softplus
  case abs
  case sign
}

/// The conditions of `if`; the others are these with operands or branches exchanged.
enum Comparison: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case equal = "="
}

/// What a node of the expression graph does with its operands.
enum Operation: Hashable, Sendable {
  /// A number, by its bit pattern, so that 0 and −0 differ and nan equals itself.
  case constant(UInt64)
  /// An index into the graph's parameters: a number with a name.
  case parameter(Int32)
  /// An index into the graph's variables.
  case variable(Int32)
  case add
  case subtract
  case multiply
  case divide
  case negate
  case power
  case unary(UnaryFunction)
  case atan2
  case hypot
  case minimum
  case maximum
  /// Operands a, b, c, d: c if a compares so with b, otherwise d.
  case choose(Comparison)
  /// An index into the graph's lists: the arguments of logsumexp, which are no value by themselves.
  case list(Int32)
  /// log Σ exp aⱼ over a list.
  case logsumexp
  /// exp(b)/Σ exp aⱼ over a list, of which b is an element.
  case softmax
  /// The operand if it is finite, otherwise 0: what logsumexp subtracts. Arises in lowering only.
  case finiteOrZero
}

extension Operation {
  var isCommutative: Bool {
    switch self {
    case .add, .multiply, .hypot: true
    default: false
    }
  }
}
