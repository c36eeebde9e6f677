/// Turns lowered expressions into a program: dead code left out, common parts once, constants in the instructions,
/// registers used again as soon as their value is no longer needed.
struct Compiler {
  /// A program whose registers are still unlimited: the nodes of the graph, then the results, then the constants.
  struct Draft {
    var head: [Instruction] = []
    var body: [Instruction] = []
    var constants: [Double] = []
    var summed: [Int] = []
  }

  typealias Index = ExpressionGraph.Index

  private let graph: ExpressionGraph
  private let roots: [Index]
  /// Whether a node depends on a column of the samples.
  private let varies: [Bool]
  private var draft = Draft()
  private var constantRegisters: [UInt64: Int32] = [:]

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
    for index in order where !varies[index] { draft.head.append(instruction(for: index)) }
    for index in order where varies[index] { draft.body.append(instruction(for: index)) }
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

  /// The register of an operand, which for a number is one that holds it.
  private mutating func register(_ operand: Int32) -> Int32 {
    guard operand >= 0 else { return 0 }
    guard let value = graph.number(Index(operand)) else { return operand }
    if let register = constantRegisters[value.bitPattern] { return register }
    let register = Int32(graph.nodes.count + roots.count + draft.constants.count)
    draft.constants.append(value)
    constantRegisters[value.bitPattern] = register
    return register
  }

  private mutating func instruction(for index: Index) -> Instruction {
    let node = graph.nodes[index]
    if let instruction = arithmetic(node, destination: Int32(index)) { return instruction }
    return Instruction(
      opcode: opcode(of: node.operation), destination: Int32(index), a: register(node.a), b: register(node.b),
      c: register(node.c), d: register(node.d))
  }

  /// An operation with a number beside one register.
  private func arithmetic(_ node: ExpressionGraph.Node, destination: Int32) -> Instruction? {
    func instruction(_ opcode: Opcode, _ register: Int32, _ k: Double) -> Instruction {
      Instruction(opcode: opcode, destination: destination, a: register, k: k)
    }
    guard node.a >= 0, node.b >= 0 else { return nil }
    switch (node.operation, graph.number(Index(node.a)), graph.number(Index(node.b))) {
    case (.add, let k?, nil): return instruction(.addConstant, node.b, k)
    case (.subtract, nil, let k?): return instruction(.addConstant, node.a, -k)
    case (.subtract, let k?, nil): return instruction(.subtractFromConstant, node.b, k)
    case (.multiply, let k?, nil): return instruction(.multiplyConstant, node.b, k)
    case (.divide, let k?, nil): return instruction(.divideConstant, node.b, k)
    case (.divide, nil, let k?): return instruction(.divideByConstant, node.a, k)
    default: return nil
    }
  }

  private func opcode(of operation: Operation) -> Opcode {
    switch operation {
    case .add: .add
    case .subtract: .subtract
    case .multiply: .multiply
    case .divide: .divide
    case .negate: .negate
    case .power: .power
    case .unary(let function): opcode(of: function)
    case .atan2: .atan2
    case .hypot: .hypot
    case .minimum: .minimum
    case .maximum: .maximum
    case .choose(.less): .chooseLess
    case .choose(.lessOrEqual): .chooseLessOrEqual
    case .choose(.equal): .chooseEqual
    case .finiteOrZero: .finiteOrZero
    case .constant, .parameter, .variable, .list, .logsumexp, .softmax:
      preconditionFailure("\(operation) is no instruction")
    }
  }

  private func opcode(of function: UnaryFunction) -> Opcode {
    switch function {
    case .exp: .exp
    case .log: .log
    case .log1p: .log1p
    case .expm1: .expm1
    case .sqrt: .squareRoot
    case .cbrt: .cbrt
    case .sin: .sin
    case .cos: .cos
    case .tan: .tan
    case .asin: .asin
    case .acos: .acos
    case .atan: .atan
    case .sinh: .sinh
    case .cosh: .cosh
    case .tanh: .tanh
    case .abs: .absolute
    case .sign: .sign
    case .sigmoid, .softplus: preconditionFailure("\(function) is lowered to its parts")
    }
  }
}
