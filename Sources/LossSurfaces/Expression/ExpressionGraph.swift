/// Expressions whose common parts exist once: equal operations on equal operands are the same node.
///
/// Operands always come before the nodes that use them, so every walk over a graph is a loop over its indices and no
/// depth of an expression can exhaust the stack.
struct ExpressionGraph: Sendable {
  typealias Index = Int

  struct Node: Hashable, Sendable {
    let operation: Operation
    /// As many as the operation takes; the rest are −1.
    var a: Int32 = -1
    var b: Int32 = -1
    var c: Int32 = -1
    var d: Int32 = -1
  }

  let variables: [String]
  /// Numbers with names; the first two are pi and e.
  let parameters: [Parameter]
  /// Whether parameters have become numbers and rewriting aims at speed instead of legibility.
  let isLowered: Bool
  private(set) var nodes: [Node] = []
  private(set) var lists: [[Index]] = []
  private var indices: [Node: Index] = [:]
  private var listIndices: [[Index]: Int32] = [:]
  /// The value of each node that depends on no variable.
  private(set) var values: [Double?] = []

  init(variables: [String], parameters: [Parameter]) {
    self.variables = variables
    self.parameters = Self.namedNumbers + parameters
    self.isLowered = false
  }

  /// An empty graph for the lowered form of another.
  init(lowering graph: ExpressionGraph) {
    self.variables = graph.variables
    self.parameters = []
    self.isLowered = true
  }

  static let namedNumbers = [Parameter("pi", .pi), Parameter("e", 2.718281828459045)]
  static let euler: Int32 = 1

  mutating func constant(_ value: Double) -> Index { intern(Node(operation: .constant(value.bitPattern))) }
  mutating func parameter(_ index: Int) -> Index { intern(Node(operation: .parameter(Int32(index)))) }
  mutating func variable(_ index: Int) -> Index { intern(Node(operation: .variable(Int32(index)))) }

  mutating func list(_ elements: [Index]) -> Index {
    if let index = listIndices[elements] { return intern(Node(operation: .list(index))) }
    lists.append(elements)
    let index = Int32(lists.count - 1)
    listIndices[elements] = index
    return intern(Node(operation: .list(index)))
  }

  /// The node for an operation as it stands, without rewriting.
  mutating func node(
    _ operation: Operation, _ a: Index, _ b: Index = -1, _ c: Index = -1, _ d: Index = -1
  ) -> Index {
    var (a, b) = (a, b)
    if operation.isCommutative, comesLater(a, than: b) { swap(&a, &b) }
    return intern(Node(operation: operation, a: Int32(a), b: Int32(b), c: Int32(c), d: Int32(d)))
  }

  /// The number that a node is, if it is written as one.
  func number(_ index: Index) -> Double? {
    if case .constant(let bits) = nodes[index].operation { return Double(bitPattern: bits) }
    return nil
  }

  /// The elements of a list node.
  func elements(of index: Index) -> [Index] {
    guard case .list(let list) = nodes[index].operation else { preconditionFailure("node \(index) is no list") }
    return lists[Int(list)]
  }

  /// Calls `body` with each operand of a node, the elements of lists included.
  func forEachOperand(of index: Index, _ body: (Index) -> Void) {
    let node = nodes[index]
    if case .list(let list) = node.operation {
      for element in lists[Int(list)] { body(element) }
      return
    }
    for operand in [node.a, node.b, node.c, node.d] where operand >= 0 { body(Index(operand)) }
  }

  /// Whether the operands of a commutative operation should change places: numbers first, then by age.
  private func comesLater(_ a: Index, than b: Index) -> Bool {
    let (first, second) = (rank(a), rank(b))
    return first == second ? a > b : first > second
  }

  private func rank(_ index: Index) -> Int {
    switch nodes[index].operation {
    case .constant: 0
    default: values[index] != nil ? 1 : 2
    }
  }

  private mutating func intern(_ node: Node) -> Index {
    if let index = indices[node] { return index }
    let index = nodes.count
    nodes.append(node)
    values.append(value(of: node))
    indices[node] = index
    return index
  }

  private func value(of node: Node) -> Double? {
    switch node.operation {
    case .constant(let bits): return Double(bitPattern: bits)
    case .parameter(let index): return parameters[Int(index)].value
    case .variable, .list, .logsumexp, .softmax: return nil
    default:
      var operands = SIMD4<Double>.zero
      for (slot, operand) in [node.a, node.b, node.c, node.d].enumerated() where operand >= 0 {
        guard let value = values[Int(operand)] else { return nil }
        operands[slot] = value
      }
      return node.operation.value(operands[0], operands[1], operands[2], operands[3])
    }
  }
}
