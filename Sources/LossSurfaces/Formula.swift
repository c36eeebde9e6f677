/// A formula in variables of the caller's choice, compiled: `lr*exp(-t/20)` in t, T and lr.
///
/// Two formulas are equal if their texts, variables and parameters are.
public struct Formula: Sendable, Hashable {
  public let text: String
  public let variables: [String]
  public let parameters: [Parameter]
  private let program: Program

  /// The names of functions and numbers that every formula may use.
  package static let builtInNames = LanguageFunction.names + ExpressionGraph.namedNumbers.map(\.name)

  public init(_ text: String, variables: [String], parameters: [Parameter] = []) throws(InputError) {
    self.text = text
    self.variables = variables
    self.parameters = parameters
    var graph = ExpressionGraph(variables: variables, parameters: parameters)
    let scope = try Scope(&graph)
    var nodeCount = 0
    let root = try Parser.parse(text, scope: scope, into: &graph, nodeCount: &nodeCount)
    var lowering = Lowering(graph)
    let lowered = lowering.lower(root)
    program = Compiler.compile([lowered], in: lowering.graph, inputs: variables.count)
  }

  public static func == (a: Formula, b: Formula) -> Bool {
    a.text == b.text && a.variables == b.variables && a.parameters == b.parameters
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// The value where variable i is `values[i]`; nan outside the domain.
  public func callAsFunction(_ values: [Double]) -> Double {
    precondition(values.count == variables.count, "\(variables.count) values are needed, not \(values.count)")
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: program.registerCount) { registers in
      _ = registers.update(fromContentsOf: values)
      for (offset, constant) in program.constants.enumerated() { registers[program.firstConstant + offset] = constant }
      program.head.withUnsafeBufferPointer { Program.run($0, registers.baseAddress!) }
      return registers[program.firstResult]
    }
  }
}
