extension ExpressionGraph {
  /// The exact derivatives of an expression in the first two variables.
  ///
  /// Reverse accumulation: each node, from the last to the first, hands the derivative of the whole by itself on to its
  /// operands. So a gradient costs a small multiple of the expression, whatever its form, and both derivatives share
  /// what they have in common.
  mutating func gradient(of root: Index) -> (x: Index, y: Index) {
    var differentiation = Differentiation(graph: self, root: root)
    let result = differentiation.run()
    self = differentiation.graph
    return result
  }
}

/// One reverse accumulation over a graph.
private struct Differentiation {
  typealias Index = ExpressionGraph.Index

  var graph: ExpressionGraph
  private let root: Index
  /// Whether a node depends on one of the first two variables; nodes made on the way need no answer.
  private var depends: [Bool]
  /// The derivative of the whole by each node, where it is not zero.
  private var adjoints: [Index?]
  /// The derivatives of the whole by each softmax of a list, handed on when the list is reached.
  private var weights: [Index: [Index: Index]] = [:]

  init(graph: ExpressionGraph, root: Index) {
    self.graph = graph
    self.root = root
    depends = Array(repeating: false, count: root + 1)
    adjoints = Array(repeating: nil, count: root + 1)
    for index in 0...root {
      if case .variable(let variable) = graph.nodes[index].operation {
        depends[index] = variable < 2
      } else {
        var result = false
        graph.forEachOperand(of: index) { if depends[$0] { result = true } }
        depends[index] = result
      }
    }
  }

  mutating func run() -> (x: Index, y: Index) {
    let zero = graph.constant(0)
    var result = (x: zero, y: zero)
    guard depends[root] else { return result }
    adjoints[root] = graph.constant(1)
    for index in stride(from: root, through: 0, by: -1) where depends[index] {
      let node = graph.nodes[index]
      if case .list = node.operation {
        passOn(list: index)
        continue
      }
      guard let adjoint = adjoints[index] else { continue }
      if case .variable(let variable) = node.operation {
        if variable == 0 { result.x = adjoint } else { result.y = adjoint }
      } else {
        passOn(node, index, adjoint)
      }
    }
    return result
  }

  /// Adds a term to the derivative of the whole by a node.
  private mutating func add(_ term: Index, to index: Int32) {
    let index = Index(index)
    guard depends[index], graph.number(term) != 0 else { return }
    let sum = adjoints[index].map { graph.branchwiseSum($0, term) } ?? term
    adjoints[index] = graph.number(sum) == 0 ? nil : sum
  }

  private mutating func passOn(_ node: ExpressionGraph.Node, _ index: Index, _ adjoint: Index) {
    let (a, b) = (Index(node.a), Index(node.b))
    switch node.operation {
    case .add:
      add(adjoint, to: node.a)
      add(adjoint, to: node.b)
    case .subtract:
      add(adjoint, to: node.a)
      add(graph.branchwiseNegation(adjoint), to: node.b)
    case .multiply:
      if depends[a] { add(graph.branchwiseProduct(adjoint, b), to: node.a) }
      if depends[b] { add(graph.branchwiseProduct(adjoint, a), to: node.b) }
    case .divide:
      let term = graph.branchwiseQuotient(adjoint, b)
      add(term, to: node.a)
      if depends[b] { add(graph.branchwiseNegation(graph.branchwiseProduct(term, index)), to: node.b) }
    case .negate: add(graph.branchwiseNegation(adjoint), to: node.a)
    case .power: passOn(power: node, index, adjoint)
    case .unary(let function):
      if let derivative = graph.derivative(of: function, at: a, value: index) {
        add(graph.branchwiseProduct(adjoint, derivative), to: node.a)
      }
    case .hypot:
      add(graph.branchwiseProduct(adjoint, graph.quotient(a, index)), to: node.a)
      add(graph.branchwiseProduct(adjoint, graph.quotient(b, index)), to: node.b)
    case .atan2:
      let square = graph.sum(graph.power(a, graph.constant(2)), graph.power(b, graph.constant(2)))
      add(graph.branchwiseProduct(adjoint, graph.quotient(b, square)), to: node.a)
      add(graph.branchwiseNegation(graph.branchwiseProduct(adjoint, graph.quotient(a, square))), to: node.b)
    case .minimum: passOn(branches: (a, b), of: .lessOrEqual, (a, b), adjoint)
    case .maximum: passOn(branches: (a, b), of: .lessOrEqual, (b, a), adjoint)
    case .choose(let comparison): passOn(branches: (Index(node.c), Index(node.d)), of: comparison, (a, b), adjoint)
    case .logsumexp:
      for element in graph.elements(of: a) where depends[element] {
        add(graph.branchwiseProduct(adjoint, graph.node(.softmax, a, element)), to: Int32(element))
      }
    case .softmax: weights[a, default: [:]][b] = adjoint
    case .constant, .parameter, .variable, .list: break
    case .finiteOrZero: preconditionFailure("derivatives are taken before lowering")
    }
  }

  /// The first branch takes the derivative where the comparison holds, the second elsewhere.
  private mutating func passOn(
    branches: (Index, Index), of comparison: Comparison, _ operands: (Index, Index), _ adjoint: Index
  ) {
    if depends[branches.0] {
      add(graph.whereHolds(comparison, operands.0, operands.1, adjoint), to: Int32(branches.0))
    }
    if depends[branches.1] {
      add(graph.whereFails(comparison, operands.0, operands.1, adjoint), to: Int32(branches.1))
    }
  }

  /// u^v: v·u^(v−1)·u′ and u^v·log(u)·v′. No logarithm arises where v is constant, and no power where v is 0 or 1.
  private mutating func passOn(power node: ExpressionGraph.Node, _ index: Index, _ adjoint: Index) {
    let (base, exponent) = (Index(node.a), Index(node.b))
    if depends[base] {
      switch graph.values[exponent] {
      case 0: break
      case 1: add(adjoint, to: node.a)
      case let power? where power < 0 && graph.nodes[base].operation == .unary(.cosh):
        // cosh^n·tanh instead of cosh^(n−1)·sinh, which becomes 0·∞ in the tails.
        let inner = graph.nodes[base].a
        let slope = graph.product(exponent, graph.product(index, graph.apply(.tanh, Index(inner))))
        add(graph.branchwiseProduct(adjoint, slope), to: inner)
      default:
        let lower = graph.power(base, graph.difference(exponent, graph.constant(1)))
        add(graph.branchwiseProduct(adjoint, graph.product(exponent, lower)), to: node.a)
      }
    }
    guard depends[exponent] else { return }
    let isEuler = graph.nodes[base].operation == .parameter(ExpressionGraph.euler)
    let growth = isEuler ? index : graph.product(index, graph.apply(.log, base))
    add(graph.branchwiseProduct(adjoint, growth), to: node.b)
  }

  /// With pⱼ = softmaxⱼ and wⱼ the derivative by pⱼ, the derivative by aⱼ is pⱼ·(wⱼ − Σ wᵢpᵢ).
  private mutating func passOn(list: Index) {
    guard var pending = weights[list] else { return }
    var mean = graph.constant(0)
    for element in pending.keys.sorted() {
      mean = graph.branchwiseSum(
        mean, graph.branchwiseProduct(pending[element]!, graph.node(.softmax, list, element)))
    }
    for element in graph.elements(of: list) where depends[element] {
      let weight = pending.removeValue(forKey: element)
      let rest = graph.branchwiseNegation(mean)
      let excess = weight.map { graph.branchwiseSum($0, rest) } ?? rest
      add(graph.branchwiseProduct(excess, graph.node(.softmax, list, element)), to: Int32(element))
    }
  }
}
