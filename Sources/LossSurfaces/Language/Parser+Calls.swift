/// Parentheses, calls and their arguments.
extension Parser {
  /// The opening parenthesis of the innermost parenthesis or call, if there is one on top of the stack.
  func openingOfInnermost() -> Token? {
    switch pending.last {
    case .parenthesis(let opening)?: opening
    case .call(let call)?: call.opening
    case .operation?, nil: nil
    }
  }

  /// A comma: the end of an argument.
  mutating func separate() throws(InputError) {
    try reduce(downTo: 0)
    switch pending.last {
    case .call(var call)?:
      try endArgument(of: &call)
      pending[pending.count - 1] = .call(call)
    case .parenthesis(let opening)?: throw unclosed(opening)
    case .operation?, nil: throw unexpectedToken()
    }
  }

  /// A comparison: the end of the left side of a condition.
  mutating func compare(_ sign: Token.ComparisonSign) throws(InputError) {
    try reduce(downTo: 0)
    guard case .call(var call)? = pending.last, case .choose = call.function, call.arguments.count < 2 else {
      throw unexpectedToken()
    }
    guard call.comparison == nil else { throw secondComparison() }
    call.comparison = sign
    call.arguments.append(operands.removeLast())
    pending[pending.count - 1] = .call(call)
  }

  /// A closing parenthesis.
  mutating func close() throws(InputError) {
    try reduce(downTo: 0)
    switch pending.last {
    case .parenthesis?: leave()
    case .call(var call)?:
      try endArgument(of: &call)
      operands.append(try value(of: call))
      leave()
    case .operation?, nil: throw unexpectedToken()
    }
  }

  private mutating func endArgument(of call: inout Call) throws(InputError) {
    if case .choose = call.function, call.comparison == nil { throw missingComparison(call) }
    call.arguments.append(operands.removeLast())
  }

  private mutating func value(of call: Call) throws(InputError) -> Index {
    let arguments = call.arguments
    // The two sides of a comparison are one argument.
    let count = call.comparison == nil ? arguments.count : arguments.count - 1
    guard call.function.argumentCount.contains(count) else { throw wrongCount(of: call, count) }
    let (first, rest) = (arguments[0], arguments.dropFirst())
    switch call.function {
    case .unary(let unary): return graph.apply(unary, first)
    case .atan2: return graph.atan2(first, arguments[1])
    case .hypot: return graph.hypot(first, arguments[1])
    case .minimum: return rest.reduce(first) { graph.minimum($0, $1) }
    case .maximum: return rest.reduce(first) { graph.maximum($0, $1) }
    case .logsumexp: return graph.logsumexp(arguments)
    case .choose: return choice(call.comparison!, first, arguments[1], arguments[2], arguments[3])
    }
  }

  private mutating func choice(
    _ sign: Token.ComparisonSign, _ left: Index, _ right: Index, _ yes: Index, _ no: Index
  ) -> Index {
    switch sign {
    case .less: graph.choose(.less, left, right, yes, no)
    case .lessOrEqual: graph.choose(.lessOrEqual, left, right, yes, no)
    case .greater: graph.choose(.less, right, left, yes, no)
    case .greaterOrEqual: graph.choose(.lessOrEqual, right, left, yes, no)
    case .equal: graph.choose(.equal, left, right, yes, no)
    case .notEqual: graph.choose(.equal, left, right, no, yes)
    }
  }
}
