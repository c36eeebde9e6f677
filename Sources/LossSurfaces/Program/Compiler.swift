/// Turns lowered expressions into a program: dead code left out, common parts once, constants in the instructions,
/// registers used again as soon as their value is no longer needed.
struct Compiler {
  typealias Index = ExpressionGraph.Index

  private let graph: ExpressionGraph
  private let roots: [Index]
  /// Whether a node depends on a column of the samples.
  private let varies: [Bool]
  private var draft = Draft()

  /// Compiles expressions of a lowered graph, of whose variables the first `inputs` are inputs and the rest columns.
  static func compile(_ roots: [Index], in graph: ExpressionGraph, inputs: Int) -> Program {
    var compiler = Compiler(roots, graph, inputs)
    compiler.select()
    let allocation = RegisterAllocation(
      draft: compiler.draft, roots: roots.map { compiler.varies[$0] ? nil : Int32($0) }, nodeCount: graph.nodes.count,
      variables: compiler.variableRegisters())
    return allocation.program
  }

  private init(_ roots: [Index], _ graph: ExpressionGraph, _ inputs: Int) {
    self.graph = graph
    self.roots = roots
    var varies = Array(repeating: false, count: graph.nodes.count)
    for index in graph.nodes.indices {
      if case .variable(let variable) = graph.nodes[index].operation {
        varies[index] = variable >= inputs
      } else {
        var result = false
        graph.forEachOperand(of: index) { if varies[$0] { result = true } }
        varies[index] = result
      }
    }
    self.varies = varies
  }

  /// The node of each variable, nil for those that are not used.
  private func variableRegisters() -> [Int32?] {
    var registers: [Int32?] = Array(repeating: nil, count: graph.variables.count)
    for (index, node) in graph.nodes.enumerated() {
      if case .variable(let variable) = node.operation { registers[Int(variable)] = Int32(index) }
    }
    return registers
  }

  private mutating func select() {
    let order = schedule()
    var selection = InstructionSelection(graph, order: order, roots: roots, varies: varies)
    for index in order {
      guard let instruction = selection.instruction(for: index) else { continue }
      if varies[index] { draft.body.append(instruction) } else { draft.head.append(instruction) }
    }
    draft.constants = selection.constants
    for (position, root) in roots.enumerated() {
      let result = Int32(graph.nodes.count + position)
      if varies[root] {
        draft.head.append(Instruction(opcode: .fill, destination: result, k: 0))
        draft.body.append(Instruction(opcode: .add, destination: result, a: result, b: Int32(root)))
        draft.summed.append(position)
      } else if let value = graph.number(root) {
        draft.head.append(Instruction(opcode: .fill, destination: result, k: value))
      } else {
        draft.head.append(Instruction(opcode: .copy, destination: result, a: Int32(root)))
      }
    }
  }

  /// The nodes that the roots need, operands first, each as close before its first use as may be; without variables
  /// and numbers, which need no instruction.
  private func schedule() -> [Index] {
    var order: [Index] = []
    var isDone = Array(repeating: false, count: graph.nodes.count)
    for root in roots {
      var stack = [root]
      while let index = stack.last {
        var pending: [Index] = []
        if !isDone[index] { graph.forEachOperand(of: index) { if !isDone[$0] { pending.append($0) } } }
        if pending.isEmpty {
          stack.removeLast()
          if !isDone[index], needsInstruction(index) { order.append(index) }
          isDone[index] = true
        } else {
          stack.append(contentsOf: pending.reversed())
        }
      }
    }
    return order
  }

  private func needsInstruction(_ index: Index) -> Bool {
    switch graph.nodes[index].operation {
    case .constant, .variable, .list: false
    default: true
    }
  }
}
