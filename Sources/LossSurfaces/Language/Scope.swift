/// The names that a formula may use, each with its node.
struct Scope {
  /// In the order in which they are listed: the built-in numbers last.
  var names: [String] { declared + ExpressionGraph.namedNumbers.map(\.name) }
  private var declared: [String] = []
  private var nodes: [String: ExpressionGraph.Index] = [:]

  /// Declares the graph's variables and parameters; throws where a parameter's name or number will not do.
  init(_ graph: inout ExpressionGraph) throws(InputError) {
    let builtIn = ExpressionGraph.namedNumbers.count
    for index in 0..<builtIn { nodes[graph.parameters[index].name] = graph.parameter(index) }
    for (index, name) in graph.variables.enumerated() {
      try declare(name, as: graph.variable(index), noun: "variable")
    }
    for (index, parameter) in graph.parameters.enumerated().dropFirst(builtIn) {
      try declare(parameter.name, as: graph.parameter(index), noun: "parameter")
      guard parameter.value.isFinite else {
        throw InputError("the parameter '\(parameter.name)' must be a finite number, not \(parameter.value)")
      }
    }
  }

  subscript(name: String) -> ExpressionGraph.Index? { nodes[name] }

  /// Adds a name; throws if it is no name or is taken.
  mutating func declare(_ name: String, as node: ExpressionGraph.Index, noun: String) throws(InputError) {
    guard Self.isName(name) else {
      throw InputError(
        "'\(name)' cannot be the name of a \(noun)",
        remedy: "A name begins with a letter and goes on with letters, digits and underscores.")
    }
    if LanguageFunction(name) != nil {
      throw InputError("the \(noun) '\(name)' has the name of a function", remedy: "Choose another name.")
    }
    if ExpressionGraph.namedNumbers.contains(where: { $0.name == name }) {
      throw InputError("the \(noun) '\(name)' has the name of a built-in number", remedy: "Choose another name.")
    }
    if nodes[name] != nil {
      throw InputError("the \(noun) '\(name)' has a name that is taken", remedy: "Choose another name.")
    }
    nodes[name] = node
    declared.append(name)
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_" else { return false }
    guard let text = try? FormulaText(name) else { return false }
    var lexer = Lexer(text)
    return (try? lexer.next())?.kind == .name(name)
  }
}
