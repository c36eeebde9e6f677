/// What to say about a formula that is none.
extension Parser {
  private func error(_ problem: String, _ remedy: String, at token: Token) -> InputError {
    InputError(problem, remedy: remedy, at: text.place(at: token.range.lowerBound))
  }

  private func word(_ token: Token) -> String { String(text.characters[token.range]) }

  func unexpectedToken() -> InputError {
    switch token.kind {
    case .close: error("this ')' closes nothing", "Remove it, or add a '(' before.", at: token)
    case .comma:
      error(
        "a comma outside the arguments of a function", "Write decimal numbers with a point: 1.5.", at: token)
    case .comparison:
      error(
        "a comparison can stand only at the beginning of if", "Write \(LanguageFunction.choose.example).", at: token)
    default: error("unexpected '\(word(token))'", "", at: token)
    }
  }

  func missingValue(after previous: Token?) -> InputError {
    if token.kind == .end, let previous {
      return InputError(
        "the formula ends after '\(word(previous))'", remedy: "Write what follows it, or remove it.",
        at: text.place(at: previous.range.upperBound))
    }
    guard let previous else {
      return error("a value is missing before '\(word(token))'", "Write a number, a name or a parenthesis.", at: token)
    }
    return error(
      "a value is missing between '\(word(previous))' and '\(word(token))'",
      "Write a number, a name or a parenthesis.", at: token)
  }

  func valuesSideBySide(_ previous: Token) -> InputError {
    let left = previous.kind == .close ? "(…)" : word(previous)
    var right = token.kind == .open ? "(…)" : word(token)
    if case .name(let name) = token.kind, LanguageFunction(name) != nil { right += "(…)" }
    return error("two values beside each other", "Write \(left)*\(right) for a product.", at: token)
  }

  func unclosed(_ opening: Token) -> InputError {
    if token.kind == .end {
      return error("this '(' is never closed", "Add a ')'.", at: opening)
    }
    if token.kind == .comma {
      return error("a comma inside plain parentheses", "Write decimal numbers with a point: 1.5.", at: token)
    }
    return unexpectedToken()
  }

  func unknownName(_ name: String, _ token: Token) -> InputError {
    if let function = LanguageFunction(name) {
      return error("the function '\(name)' needs its arguments", "Write \(function.example).", at: token)
    }
    let problem = "unknown name '\(name)'"
    if name == "π" { return error(problem, "Write pi.", at: token) }
    if name.count > 1, name.allSatisfy({ scope[String($0)] != nil }) {
      return error(problem, "Write \(name.map(String.init).joined(separator: "*")) for a product.", at: token)
    }
    return error(problem, Spelling.remedy(for: name, among: scope.names, called: "names"), at: token)
  }

  func unknownFunction(_ name: String, _ token: Token) -> InputError {
    let remedy =
      LanguageFunction.translation(of: name)
      ?? Spelling.remedy(for: name, among: LanguageFunction.names, called: "functions")
    return error("unknown function '\(name)'", remedy, at: token)
  }

  func wrongCount(of call: Call, _ count: Int) -> InputError {
    let bounds = call.function.argumentCount
    let needed = bounds.upperBound == bounds.lowerBound ? "\(bounds.lowerBound)" : "at least \(bounds.lowerBound)"
    return error(
      "\(call.name) takes \(needed) argument\(bounds.lowerBound == 1 ? "" : "s"), not \(count)",
      "Write \(call.function.example).", at: call.word)
  }

  func withoutArguments(_ call: Call) -> InputError {
    if case .choose = call.function { return missingComparison(call) }
    return wrongCount(of: call, 0)
  }

  func missingComparison(_ call: Call) -> InputError {
    error("if needs a comparison first", "Write \(call.function.example).", at: call.word)
  }

  func secondComparison() -> InputError {
    error("a second comparison in one condition", "Write one if inside another.", at: token)
  }

  func tooDeep() -> InputError {
    error(
      "the formula is more than \(FormulaLimits.levels) levels deep", "Name its inner parts in definitions.", at: token)
  }

  func tooLong() -> InputError {
    error(
      "the formula has more than \(FormulaLimits.nodes) numbers, names and operations",
      "Write a sum over many terms with samples.", at: token)
  }
}
