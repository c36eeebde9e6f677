/// Rewrites an expression into the operations of the machine: parameters become numbers, whole powers become
/// products, stable functions become their parts, which then are shared.
struct Lowering {
  typealias Index = ExpressionGraph.Index

  private let source: ExpressionGraph
  private(set) var graph: ExpressionGraph
  private var lowered: [Index?]
  private var listParts: [Index: (shift: Index, sum: Index)] = [:]

  init(_ source: ExpressionGraph) {
    self.source = source
    graph = ExpressionGraph(lowering: source)
    lowered = Array(repeating: nil, count: source.nodes.count)
  }

  /// The lowered form of an expression.
  mutating func lower(_ root: Index) -> Index {
    var needed = Array(repeating: false, count: root + 1)
    needed[root] = true
    for index in stride(from: root, through: 0, by: -1) where needed[index] {
      source.forEachOperand(of: index) { needed[$0] = true }
    }
    for index in 0...root where needed[index] && lowered[index] == nil { lowered[index] = translate(index) }
    return lowered[root]!
  }

  private func operand(_ index: Int32) -> Index { index < 0 ? -1 : lowered[Index(index)]! }

  private mutating func translate(_ index: Index) -> Index {
    let node = source.nodes[index]
    if let value = source.values[index], value.isFinite { return graph.constant(value) }
    let (a, b, c, d) = (operand(node.a), operand(node.b), operand(node.c), operand(node.d))
    switch node.operation {
    case .constant(let bits): return graph.constant(Double(bitPattern: bits))
    case .parameter(let parameter): return graph.constant(source.parameters[Int(parameter)].value)
    case .variable(let variable): return graph.variable(Int(variable))
    case .add: return graph.sum(a, b)
    case .subtract: return graph.difference(a, b)
    case .multiply: return graph.product(a, b)
    case .divide: return graph.quotient(a, b)
    case .negate: return graph.negation(a)
    case .power: return power(a, b, isEuler: source.nodes[Index(node.a)].operation == .parameter(ExpressionGraph.euler))
    case .unary(.sigmoid): return sigmoid(a)
    case .unary(.softplus):
      let decay = decay(a)
      return graph.sum(graph.maximum(a, graph.constant(0)), graph.apply(.log1p, decay))
    case .unary(let function): return graph.apply(function, a)
    case .atan2: return graph.atan2(a, b)
    case .hypot: return graph.hypot(a, b)
    case .minimum: return graph.minimum(a, b)
    case .maximum: return graph.maximum(a, b)
    case .choose(let comparison): return graph.choose(comparison, a, b, c, d)
    case .list: return graph.list(source.elements(of: index).map { lowered[$0]! })
    case .logsumexp:
      let parts = exponentials(of: a)
      return graph.sum(parts.shift, graph.apply(.log, parts.sum))
    case .softmax:
      let parts = exponentials(of: a)
      let exponential = graph.apply(.exp, graph.difference(b, parts.shift))
      return graph.product(exponential, graph.quotient(graph.constant(1), parts.sum))
    case .finiteOrZero: preconditionFailure("\(node.operation) arises in lowering only")
    }
  }

  /// The largest element m of a list (0 if it is not finite) and Σ exp(aⱼ − m), which lies between 1 and the count.
  private mutating func exponentials(of list: Index) -> (shift: Index, sum: Index) {
    if let parts = listParts[list] { return parts }
    let elements = graph.elements(of: list)
    let largest = elements.dropFirst().reduce(elements[0]) { graph.maximum($0, $1) }
    let shift = graph.node(.finiteOrZero, largest)
    let terms = elements.map { graph.apply(.exp, graph.difference($0, shift)) }
    let parts = (shift, terms.dropFirst().reduce(terms[0]) { graph.sum($0, $1) })
    listParts[list] = parts
    return parts
  }

  /// exp(−|u|), the same node for u and −u.
  private mutating func decay(_ u: Index) -> Index {
    graph.apply(.exp, graph.negation(graph.apply(.abs, positive(u).operand)))
  }

  /// sigmoid(u) = 1/(1 + exp(−|u|)) for u ≥ 0, exp(−|u|)/(1 + exp(−|u|)) for u < 0.
  ///
  /// sigmoid(−u), which derivatives need beside it, is the same with the branches exchanged.
  private mutating func sigmoid(_ u: Index) -> Index {
    let (operand, isNegative) = positive(u)
    let decay = decay(operand)
    let (one, zero) = (graph.constant(1), graph.constant(0))
    let dividend =
      isNegative
      ? graph.choose(.lessOrEqual, zero, operand, decay, one) : graph.choose(.lessOrEqual, zero, operand, one, decay)
    return graph.quotient(dividend, graph.sum(one, decay))
  }

  /// u without its minus sign, so that u and −u are computed from the same parts.
  private mutating func positive(_ u: Index) -> (operand: Index, isNegative: Bool) {
    let node = graph.nodes[u]
    if node.operation == .negate { return (Index(node.a), true) }
    if node.operation == .multiply, let scale = graph.number(Index(node.a)), scale < 0 {
      return (graph.negation(u), true)
    }
    if node.operation == .subtract, node.a > node.b { return (graph.negation(u), true) }
    return (u, false)
  }

  /// Whole powers up to 64 as products, half powers with a square root, e^v as exp(v), all others as pow.
  private mutating func power(_ base: Index, _ exponent: Index, isEuler: Bool) -> Index {
    if isEuler { return graph.apply(.exp, exponent) }
    guard let value = graph.number(exponent), value.magnitude <= 64, Double(Int(2 * value)) == 2 * value else {
      return graph.power(base, exponent)
    }
    guard value >= 0 else {
      return graph.quotient(graph.constant(1), power(base, graph.constant(-value), isEuler: false))
    }
    let whole = Int(value)
    guard Double(whole) != value else { return wholePower(base, whole) }
    let root = graph.apply(.sqrt, base)
    return whole == 0 ? root : graph.product(wholePower(base, whole), root)
  }

  private mutating func wholePower(_ base: Index, _ exponent: Int) -> Index {
    if exponent <= 1 { return exponent == 1 ? base : graph.constant(1) }
    if exponent % 2 == 1 { return graph.product(wholePower(base, exponent - 1), base) }
    let half = wholePower(base, exponent / 2)
    return graph.product(half, half)
  }
}
