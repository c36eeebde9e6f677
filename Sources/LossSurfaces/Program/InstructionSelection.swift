/// Chooses an instruction for each node: numbers go into instructions, and a product that only one sum or function uses
/// goes into the instruction of its user, which saves a store and a load. It is rounded as if it stood alone.
struct InstructionSelection {
  typealias Index = ExpressionGraph.Index

  /// The numbers that need a register because no instruction holds them.
  private(set) var constants: [Double] = []
  private let graph: ExpressionGraph
  private let firstConstant: Int
  private let varies: [Bool]
  private var uses: [Int]
  /// Nodes that are computed by the instruction of their only user.
  private var isAbsorbed: [Bool]
  private var merged: [Index: Instruction] = [:]
  private var constantRegisters: [UInt64: Int32] = [:]

  init(_ graph: ExpressionGraph, order: [Index], roots: [Index], varies: [Bool]) {
    self.graph = graph
    self.varies = varies
    firstConstant = graph.nodes.count + roots.count
    uses = Array(repeating: 0, count: graph.nodes.count)
    isAbsorbed = Array(repeating: false, count: graph.nodes.count)
    for index in order { graph.forEachOperand(of: index) { uses[$0] += 1 } }
    for root in roots { uses[root] += 1 }
    // Users first, so that a node is known to be absorbed before it could absorb others.
    for index in order.reversed() where !isAbsorbed[index] { merged[index] = merge(index) }
  }

  /// The instruction that computes a node, nil if that of another does.
  mutating func instruction(for index: Index) -> Instruction? {
    if isAbsorbed[index] { return nil }
    if let instruction = merged[index] { return instruction }
    let node = graph.nodes[index]
    if let instruction = withNumber(node, destination: Int32(index)) { return instruction }
    return Instruction(
      opcode: Opcode(node.operation), destination: Int32(index), a: register(node.a), b: register(node.b),
      c: register(node.c), d: register(node.d))
  }

  /// The register of an operand, which for a number is one that holds it.
  private mutating func register(_ operand: Int32) -> Int32 {
    guard operand >= 0 else { return 0 }
    guard let value = graph.number(Index(operand)) else { return operand }
    if let register = constantRegisters[value.bitPattern] { return register }
    let register = Int32(firstConstant + constants.count)
    constants.append(value)
    constantRegisters[value.bitPattern] = register
    return register
  }

  /// An operation with a number beside one register.
  private func withNumber(_ node: ExpressionGraph.Node, destination: Int32) -> Instruction? {
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
}

extension InstructionSelection {
  /// A product of two registers or of a number and a register, which the instruction of its user can take over.
  private struct Factors {
    var index: Index
    var a: Int32
    var b: Int32
    var k: Double?
  }

  private func factors(_ operand: Int32, for user: Index) -> Factors? {
    let index = Index(operand)
    let node = graph.nodes[index]
    // The product of two numbers is a node of its own only where it overflows.
    guard node.operation == .multiply, uses[index] == 1, varies[index] == varies[user],
      graph.number(Index(node.b)) == nil
    else { return nil }
    return Factors(index: index, a: node.a, b: node.b, k: graph.number(Index(node.a)))
  }

  private mutating func merge(_ index: Index) -> Instruction? {
    let node = graph.nodes[index]
    switch node.operation {
    case .add: return mergeSum(index, node)
    case .subtract: return mergeDifference(index, node)
    case .multiply:
      guard let k = graph.number(Index(node.a)), let product = factors(node.b, for: index), product.k == nil else {
        return nil
      }
      isAbsorbed[product.index] = true
      return Instruction(
        opcode: .multiplyProductConstant, destination: Int32(index), a: product.a, b: product.b, k: k)
    case .unary(let function):
      guard let opcode = Opcode(ofScaled: function), let product = factors(node.a, for: index), let k = product.k else {
        return nil
      }
      isAbsorbed[product.index] = true
      return Instruction(opcode: opcode, destination: Int32(index), a: product.b, k: k)
    default: return nil
    }
  }

  private mutating func mergeSum(_ index: Index, _ node: ExpressionGraph.Node) -> Instruction? {
    let (first, second) = (factors(node.a, for: index), factors(node.b, for: index))
    if let first, let second, first.k == nil, second.k == nil {
      (isAbsorbed[first.index], isAbsorbed[second.index]) = (true, true)
      return Instruction(
        opcode: .addProducts, destination: Int32(index), a: first.a, b: first.b, c: second.a, d: second.b)
    }
    if let first, let second, let sum = addScaled(first, second, into: index) { return sum }
    if let second { return merge(second, into: index, .multiplyAdd, .scaleAdd, rest: node.a, sign: 1) }
    if let first { return merge(first, into: index, .multiplyAdd, .scaleAdd, rest: node.b, sign: 1) }
    return nil
  }

  private mutating func mergeDifference(_ index: Index, _ node: ExpressionGraph.Node) -> Instruction? {
    if var second = factors(node.b, for: index) {
      // a − k·b = a + (−k)·b, to the bit.
      second.k = second.k.map { -$0 }
      if let first = factors(node.a, for: index), let sum = addScaled(first, second, into: index) { return sum }
      return merge(second, into: index, .subtractProduct, .scaleAdd, rest: node.a, sign: 1)
    }
    if let first = factors(node.a, for: index) {
      return merge(first, into: index, .multiplySubtract, .scaleSubtract, rest: node.b, sign: -1)
    }
    return nil
  }

  /// k·a + l·b, where both are products with numbers.
  private mutating func addScaled(_ first: Factors, _ second: Factors, into index: Index) -> Instruction? {
    guard let k = first.k, let l = second.k else { return nil }
    (isAbsorbed[first.index], isAbsorbed[second.index]) = (true, true)
    return Instruction(opcode: .addScaled, destination: Int32(index), a: first.b, b: second.b, k: k, l: l)
  }

  /// A product with what it is added to or subtracted from; `sign` is that of `rest`.
  private mutating func merge(
    _ product: Factors, into index: Index, _ plain: Opcode, _ scaled: Opcode, rest: Int32, sign: Double
  ) -> Instruction? {
    let destination = Int32(index)
    switch (product.k, graph.number(Index(rest))) {
    case (nil, nil):
      isAbsorbed[product.index] = true
      return Instruction(opcode: plain, destination: destination, a: product.a, b: product.b, c: rest)
    case (let k?, nil):
      isAbsorbed[product.index] = true
      return Instruction(opcode: scaled, destination: destination, a: product.b, b: rest, k: k)
    case (let k?, let l?):
      isAbsorbed[product.index] = true
      return Instruction(opcode: .scaleAddConstant, destination: destination, a: product.b, k: k, l: sign * l)
    case (nil, _?): return nil
    }
  }
}

extension Opcode {
  /// The instruction of an operation whose operands are all in registers.
  fileprivate init(_ operation: Operation) {
    switch operation {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .negate: self = .negate
    case .power: self = .power
    case .unary(let function): self.init(function)
    case .atan2: self = .atan2
    case .hypot: self = .hypot
    case .minimum: self = .minimum
    case .maximum: self = .maximum
    case .choose(.less): self = .chooseLess
    case .choose(.lessOrEqual): self = .chooseLessOrEqual
    case .choose(.equal): self = .chooseEqual
    case .finiteOrZero: self = .finiteOrZero
    case .constant, .parameter, .variable, .list, .logsumexp, .softmax:
      preconditionFailure("\(operation) is no instruction")
    }
  }

  /// The function of a number times a register, if there is an instruction for it.
  fileprivate init?(ofScaled function: UnaryFunction) {
    switch function {
    case .exp: self = .expOfScaled
    case .sin: self = .sinOfScaled
    case .cos: self = .cosOfScaled
    default: return nil
    }
  }

  private init(_ function: UnaryFunction) {
    switch function {
    case .exp: self = .exp
    case .log: self = .log
    case .log1p: self = .log1p
    case .expm1: self = .expm1
    case .sqrt: self = .squareRoot
    case .cbrt: self = .cbrt
    case .sin: self = .sin
    case .cos: self = .cos
    case .tan: self = .tan
    case .asin: self = .asin
    case .acos: self = .acos
    case .atan: self = .atan
    case .sinh: self = .sinh
    case .cosh: self = .cosh
    case .tanh: self = .tanh
    case .abs: self = .absolute
    case .sign: self = .sign
    case .sigmoid, .softplus: preconditionFailure("\(function) is lowered to its parts")
    }
  }
}
