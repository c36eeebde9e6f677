extension ExpressionGraph {
  /// An expression as a formula that parses to the same expression, with no parentheses that are not needed.
  ///
  /// Edge cases: shared parts are written out at each use, so a formula can be much longer than its graph; beyond
  /// 20,000 characters a remark stands in its place.
  func formula(_ root: Index) -> String {
    var printer = FormulaPrinter(graph: self)
    return printer.print(root)
  }
}

/// Prints with a stack of its own, since expressions can be deeper than the thread's.
private struct FormulaPrinter {
  typealias Index = ExpressionGraph.Index

  /// Where an operand stands, which decides whether it needs parentheses.
  private enum Position {
    case whole
    case firstTerm
    case laterTerm
    case subtrahend
    case firstFactor
    case laterFactor
    case divisor
    case negated
    case base
    case exponent
  }

  private enum Work {
    case text(String)
    case operand(Index, Position)
  }

  private static let longest = 20_000

  let graph: ExpressionGraph
  private var output = ""
  private var work: [Work] = []

  init(graph: ExpressionGraph) { self.graph = graph }

  mutating func print(_ root: Index) -> String {
    work = [.operand(root, .whole)]
    while let next = work.popLast() {
      switch next {
      case .text(let text): output += text
      case .operand(let index, let position): expand(index, position)
      }
      if output.utf8.count > Self.longest { return "(longer than \(Self.longest) characters)" }
    }
    return output
  }

  private mutating func expand(_ index: Index, _ position: Position) {
    if needsParentheses(index, position) {
      push([.text("("), .operand(index, .whole), .text(")")])
    } else {
      push(parts(of: index))
    }
  }

  private mutating func push(_ parts: [Work]) { work.append(contentsOf: parts.reversed()) }

  private func parts(of index: Index) -> [Work] {
    let node = graph.nodes[index]
    let (a, b) = (Index(node.a), Index(node.b))
    switch node.operation {
    case .constant(let bits): return [.text(Self.number(Double(bitPattern: bits)))]
    case .parameter(let parameter): return [.text(graph.parameters[Int(parameter)].name)]
    case .variable(let variable): return [.text(graph.variables[Int(variable)])]
    case .add:
      // Numbers stand first in the graph and last in a sum.
      let (first, later) = graph.number(a) != nil ? (b, a) : (a, b)
      return [.operand(first, .firstTerm), .text(" + "), .operand(later, .laterTerm)]
    case .subtract: return [.operand(a, .firstTerm), .text(" - "), .operand(b, .subtrahend)]
    case .multiply: return [.operand(a, .firstFactor), .text("*"), .operand(b, .laterFactor)]
    case .divide: return [.operand(a, .firstFactor), .text("/"), .operand(b, .divisor)]
    case .negate: return [.text("-"), .operand(a, .negated)]
    case .power: return [.operand(a, .base), .text("^"), .operand(b, .exponent)]
    case .unary(let function): return call(function.rawValue, [a])
    case .atan2: return call("atan2", [a, b])
    case .hypot: return call("hypot", [a, b])
    case .minimum: return call("min", [a, b])
    case .maximum: return call("max", [a, b])
    case .choose(let comparison):
      let condition: [Work] = [
        .text("if("), .operand(a, .whole), .text(" \(comparison.rawValue) "), .operand(b, .whole), .text(", "),
      ]
      return condition
        + [.operand(Index(node.c), .whole), .text(", "), .operand(Index(node.d), .whole), .text(")")]
    case .logsumexp: return call("logsumexp", graph.elements(of: a))
    case .softmax:
      return [.text("exp("), .operand(b, .firstTerm), .text(" - ")] + call("logsumexp", graph.elements(of: a))
        + [.text(")")]
    case .list, .finiteOrZero: preconditionFailure("\(node.operation) is no part of the language")
    }
  }

  private func call(_ name: String, _ arguments: [Index]) -> [Work] {
    var parts: [Work] = [.text(name + "(")]
    for (offset, argument) in arguments.enumerated() {
      if offset > 0 { parts.append(.text(", ")) }
      parts.append(.operand(argument, .whole))
    }
    return parts + [.text(")")]
  }

  private func needsParentheses(_ index: Index, _ position: Position) -> Bool {
    switch (position, graph.nodes[index].operation) {
    case (.whole, _), (.firstTerm, _): return false
    case (.laterTerm, _): return startsWithMinus(index)
    case (_, .add), (_, .subtract): return true
    case (.subtrahend, _), (.laterFactor, _): return startsWithMinus(index)
    case (.firstFactor, _): return false
    case (.exponent, .constant): return false
    // x^-a*b would be (x^-a)*b.
    case (.exponent, .negate):
      return [.multiply, .divide].contains(graph.nodes[Index(graph.nodes[index].a)].operation)
    case (.negated, .negate), (.base, .power): return true
    case (.divisor, .multiply), (.divisor, .divide), (.base, .multiply), (.base, .divide): return true
    case (.exponent, .multiply), (.exponent, .divide): return true
    case (.divisor, _), (.base, _), (.negated, _): return startsWithMinus(index)
    case (.exponent, _): return false
    }
  }

  /// Whether the text of an expression begins with a minus sign.
  private func startsWithMinus(_ index: Index) -> Bool {
    var index = index
    while true {
      let node = graph.nodes[index]
      switch node.operation {
      case .constant(let bits): return Double(bitPattern: bits).sign == .minus
      case .negate: return true
      case .add, .subtract, .multiply, .divide: index = Index(node.a)
      default: return false
      }
    }
  }

  /// The shortest decimal that is the same number, without the point of a whole one.
  private static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
