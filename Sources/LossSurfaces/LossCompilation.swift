/// The expressions of a loss and its derivatives, and the programs that compute them.
final class LossCompilation: Sendable {
  private let graph: ExpressionGraph
  /// The value, its derivatives by x and y, and those by xx, xy and yy.
  private let expressions: [ExpressionGraph.Index]
  let value: Program
  /// The derivatives by x and y.
  let gradient: Program
  /// The value and the derivatives by x and y.
  let firstOrder: Program
  /// The value and the derivatives by x, y, xx, xy and yy.
  let secondOrder: Program

  init(
    formula: String, parameters: [Parameter], definitions: [Definition], columns: [String]
  ) throws(InputError) {
    var graph = ExpressionGraph(variables: ["x", "y"] + columns, parameters: parameters)
    var scope = try Scope(&graph)
    var nodeCount = 0
    for definition in definitions {
      let node = try Self.parse(definition, scope, &graph, &nodeCount)
      try scope.declare(definition.name, as: node, noun: "definition")
    }
    let root = try Parser.parse(formula, scope: scope, into: &graph, nodeCount: &nodeCount)
    let (x, y) = graph.gradient(of: root)
    let (xx, xy) = graph.gradient(of: x)
    let yy = graph.gradient(of: y).y
    expressions = [root, x, y, xx, xy, yy]
    self.graph = graph
    var lowering = Lowering(graph)
    let lowered = expressions.map { lowering.lower($0) }
    func program(_ range: Range<Int>) -> Program {
      Compiler.compile(Array(lowered[range]), in: lowering.graph, inputs: 2)
    }
    value = program(0..<1)
    gradient = program(1..<3)
    firstOrder = program(0..<3)
    secondOrder = program(0..<6)
  }

  private static func parse(
    _ definition: Definition, _ scope: Scope, _ graph: inout ExpressionGraph, _ nodeCount: inout Int
  ) throws(InputError) -> ExpressionGraph.Index {
    do {
      return try Parser.parse(definition.formula, scope: scope, into: &graph, nodeCount: &nodeCount)
    } catch {
      var error = error
      error.problem = "definition '\(definition.name)': \(error.problem)"
      throw error
    }
  }

  func formulas() -> DerivativeFormulas {
    let texts = expressions.map { graph.formula($0) }
    return DerivativeFormulas(
      value: texts[0], x: texts[1], y: texts[2], xx: texts[3], xy: texts[4], yy: texts[5])
  }
}
