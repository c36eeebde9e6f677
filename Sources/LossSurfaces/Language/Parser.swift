/// Builds the expression of a formula with this grammar:
///
///     sum      = product { ("+" | "-") product }
///     product  = signed { ("*" | "/") signed }
///     signed   = { "+" | "-" } power
///     power    = value [ "^" signed ]
///     value    = number | name | name "(" arguments ")" | "(" sum ")"
///
/// So −x² is −(x²), 2^−3 is allowed, and powers group to the right. What is open is kept on a stack of its own
/// (operator precedence, Dijkstra's shunting yard), so a formula takes no more of the thread's stack for being deep.
struct Parser {
  typealias Index = ExpressionGraph.Index

  /// An operation whose right operand is still to come.
  enum Operator: Int {
    case add
    case subtract
    case multiply
    case divide
    case plus
    case minus
    case power

    var precedence: Int {
      switch self {
      case .add, .subtract: 1
      case .multiply, .divide: 2
      case .plus, .minus: 3
      case .power: 4
      }
    }

    /// Whether it counts as a level of depth.
    var isLevel: Bool { precedence > 2 }
  }

  /// A call whose arguments are being read; for `if` both sides of the comparison are arguments.
  struct Call {
    var function: LanguageFunction
    var name: String
    var word: Token
    var opening: Token
    var arguments: [Index] = []
    var comparison: Token.ComparisonSign?
  }

  /// What is open.
  enum Pending {
    case operation(Operator)
    case parenthesis(Token)
    case call(Call)
  }

  let text: FormulaText
  let scope: Scope
  var graph: ExpressionGraph
  /// Numbers, names and operations so far, those of earlier formulas included.
  private(set) var nodeCount: Int
  private(set) var token: Token
  private(set) var previous: Token?
  var operands: [Index] = []
  var pending: [Pending] = []
  private var lexer: Lexer
  private var level = 0

  /// Parses a text into the graph and returns its expression.
  static func parse(
    _ text: String, scope: Scope, into graph: inout ExpressionGraph, nodeCount: inout Int
  ) throws(InputError) -> Index {
    let text = try FormulaText(text)
    guard !text.isBlank else {
      throw InputError(
        "the formula is empty", remedy: "Write a formula such as x^2 + 10*y^2.",
        at: InputError.Place(line: 1, column: 1, text: ""))
    }
    var parser = try Parser(text, scope: scope, graph: graph, nodeCount: nodeCount)
    let result = try parser.run()
    graph = parser.graph
    nodeCount = parser.nodeCount
    return result
  }

  private init(_ text: FormulaText, scope: Scope, graph: ExpressionGraph, nodeCount: Int) throws(InputError) {
    self.text = text
    self.scope = scope
    self.graph = graph
    self.nodeCount = nodeCount
    lexer = Lexer(text)
    token = try lexer.next()
  }

  /// Reads values and what follows them by turns.
  private mutating func run() throws(InputError) -> Index {
    while true {
      while try !readValue() {}
      while true {
        if token.kind == .end { return try finish() }
        if try readOperator() { break }
      }
    }
  }

  mutating func advance() throws(InputError) {
    previous = token
    token = try lexer.next()
  }

  /// Reads a value or something before one; tells whether the value is complete.
  private mutating func readValue() throws(InputError) -> Bool {
    switch token.kind {
    case .number(let value):
      try count()
      operands.append(graph.constant(value))
    case .name(let name):
      try count()
      return try readName(name)
    case .minus: try open(.operation(.minus))
    case .plus: try open(.operation(.plus))
    case .open: try open(.parenthesis(token))
    default: throw missingValue(after: previous)
    }
    let isValue = if case .number = token.kind { true } else { false }
    try advance()
    return isValue
  }

  private mutating func readName(_ name: String) throws(InputError) -> Bool {
    let word = token
    try advance()
    if let node = scope[name] {
      operands.append(node)
      return true
    }
    guard token.kind == .open else { throw unknownName(name, word) }
    guard let function = LanguageFunction(name) else { throw unknownFunction(name, word) }
    let call = Call(function: function, name: name, word: word, opening: token)
    try open(.call(call))
    try advance()
    if token.kind == .close { throw withoutArguments(call) }
    return false
  }

  /// Reads what follows a value; tells whether another value must come next.
  private mutating func readOperator() throws(InputError) -> Bool {
    switch token.kind {
    case .plus: try open(.add)
    case .minus: try open(.subtract)
    case .times: try open(.multiply)
    case .divide: try open(.divide)
    case .power: try open(.power)
    case .comma: try separate()
    case .comparison(let sign): try compare(sign)
    case .close:
      try close()
      try advance()
      return false
    default: throw valuesSideBySide(previous ?? token)
    }
    try advance()
    return true
  }

  private mutating func finish() throws(InputError) -> Index {
    try reduce(downTo: 0)
    if let opening = openingOfInnermost() { throw unclosed(opening) }
    return operands[0]
  }

  /// Begins an operation, after those before it that bind as strongly; powers group to the right.
  private mutating func open(_ operation: Operator) throws(InputError) {
    try reduce(downTo: operation == .power ? operation.precedence + 1 : operation.precedence)
    try open(.operation(operation))
  }

  private mutating func open(_ item: Pending) throws(InputError) {
    var isLevel = true
    if case .operation(let operation) = item {
      isLevel = operation.isLevel
      try count()
    }
    if isLevel {
      level += 1
      guard level <= FormulaLimits.levels else { throw tooDeep() }
    }
    pending.append(item)
  }

  /// Ends the innermost parenthesis or call; the caller has reduced what stood inside.
  mutating func leave() {
    pending.removeLast()
    level -= 1
  }

  /// Applies the operations on top of the stack that bind at least as strongly as `precedence`.
  mutating func reduce(downTo precedence: Int) throws(InputError) {
    while case .operation(let operation)? = pending.last, operation.precedence >= precedence {
      pending.removeLast()
      if operation.isLevel { level -= 1 }
      let right = operands.removeLast()
      switch operation {
      case .plus: operands.append(right)
      case .minus: operands.append(graph.negation(right))
      case .add: operands.append(graph.sum(operands.removeLast(), right))
      case .subtract: operands.append(graph.difference(operands.removeLast(), right))
      case .multiply: operands.append(graph.product(operands.removeLast(), right))
      case .divide: operands.append(graph.quotient(operands.removeLast(), right))
      case .power: operands.append(graph.power(operands.removeLast(), right))
      }
    }
  }

  private mutating func count() throws(InputError) {
    nodeCount += 1
    guard nodeCount <= FormulaLimits.nodes else { throw tooLong() }
  }
}
