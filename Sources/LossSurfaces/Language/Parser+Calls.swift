extension Parser {
  /// The arguments of a call, after its opening parenthesis, and its closing parenthesis.
  mutating func call(
    _ function: LanguageFunction, _ name: String, _ word: Token, _ opening: Token
  ) throws(InputError) -> Index {
    if case .choose = function { return try conditional(word, opening) }
    var arguments: [Index] = []
    if token.kind != .close {
      arguments.append(try sum())
      while token.kind == .comma {
        try advance()
        arguments.append(try sum())
      }
    }
    try close(opening)
    guard function.argumentCount.contains(arguments.count) else {
      throw wrongCount(of: function, name, arguments.count, word)
    }
    let (first, rest) = (arguments[0], arguments.dropFirst())
    switch function {
    case .unary(let unary): return graph.apply(unary, first)
    case .atan2: return graph.atan2(first, arguments[1])
    case .hypot: return graph.hypot(first, arguments[1])
    case .minimum: return rest.reduce(first) { graph.minimum($0, $1) }
    case .maximum: return rest.reduce(first) { graph.maximum($0, $1) }
    case .logsumexp: return graph.logsumexp(arguments)
    case .choose: preconditionFailure("conditionals are parsed by themselves")
    }
  }

  private mutating func conditional(_ word: Token, _ opening: Token) throws(InputError) -> Index {
    let left = token.kind == .close ? nil : try sum()
    guard let left, case .comparison(let sign) = token.kind else {
      throw InputError(
        "if needs a comparison first", remedy: "Write \(LanguageFunction.choose.example).",
        at: text.place(at: word.range.lowerBound))
    }
    try advance()
    let right = try sum()
    if case .comparison = token.kind {
      throw InputError(
        "a second comparison in one condition", remedy: "Write one if inside another.",
        at: text.place(at: token.range.lowerBound))
    }
    var branches: [Index] = []
    while token.kind == .comma {
      try advance()
      branches.append(try sum())
    }
    try close(opening)
    guard branches.count == 2 else { throw wrongCount(of: .choose, "if", branches.count + 1, word) }
    let (yes, no) = (branches[0], branches[1])
    switch sign {
    case .less: return graph.choose(.less, left, right, yes, no)
    case .lessOrEqual: return graph.choose(.lessOrEqual, left, right, yes, no)
    case .greater: return graph.choose(.less, right, left, yes, no)
    case .greaterOrEqual: return graph.choose(.lessOrEqual, right, left, yes, no)
    case .equal: return graph.choose(.equal, left, right, yes, no)
    case .notEqual: return graph.choose(.equal, left, right, no, yes)
    }
  }
}
