/// Builds the expression of a formula by recursive descent:
///
///     sum      = product { ("+" | "-") product }
///     product  = signed { ("*" | "/") signed }
///     signed   = { "+" | "-" } power
///     power    = value [ "^" signed ]
///     value    = number | name | name "(" arguments ")" | "(" sum ")"
///
/// So −x² is −(x²), 2^−3 is allowed, and powers group to the right.
struct Parser {
  typealias Index = ExpressionGraph.Index

  let text: FormulaText
  let scope: Scope
  var graph: ExpressionGraph
  /// Numbers, names and operations so far, those of earlier formulas included.
  var nodeCount: Int
  var token: Token
  private var lexer: Lexer
  private var previous: Token?
  private var level = 0

  init(_ text: FormulaText, scope: Scope, graph: ExpressionGraph, nodeCount: Int) throws(InputError) {
    self.text = text
    self.scope = scope
    self.graph = graph
    self.nodeCount = nodeCount
    lexer = Lexer(text)
    token = try lexer.next()
  }

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
    let result = try parser.sum()
    guard parser.token.kind == .end else { throw parser.unexpectedToken() }
    graph = parser.graph
    nodeCount = parser.nodeCount
    return result
  }

  mutating func advance() throws(InputError) {
    previous = token
    token = try lexer.next()
  }

  mutating func sum() throws(InputError) -> Index {
    var left = try product()
    while token.kind == .plus || token.kind == .minus {
      let isSum = token.kind == .plus
      try count()
      try advance()
      let right = try product()
      left = isSum ? graph.sum(left, right) : graph.difference(left, right)
    }
    return left
  }

  private mutating func product() throws(InputError) -> Index {
    var left = try signed()
    while token.kind == .times || token.kind == .divide {
      let isProduct = token.kind == .times
      try count()
      try advance()
      let right = try signed()
      left = isProduct ? graph.product(left, right) : graph.quotient(left, right)
    }
    if token.startsValue, let previous { throw valuesSideBySide(previous) }
    return left
  }

  private mutating func signed() throws(InputError) -> Index {
    guard token.kind == .minus || token.kind == .plus else { return try power() }
    let isNegative = token.kind == .minus
    try count()
    try enter()
    try advance()
    let operand = try signed()
    level -= 1
    return isNegative ? graph.negation(operand) : operand
  }

  private mutating func power() throws(InputError) -> Index {
    let base = try value()
    guard token.kind == .power else { return base }
    try count()
    try enter()
    try advance()
    let exponent = try signed()
    level -= 1
    return graph.power(base, exponent)
  }

  private mutating func value() throws(InputError) -> Index {
    switch token.kind {
    case .number(let value):
      try count()
      try advance()
      return graph.constant(value)
    case .name(let name):
      try count()
      return try named(name)
    case .open:
      let opening = token
      try enter()
      try advance()
      let inner = try sum()
      try close(opening)
      return inner
    default: throw missingValue(after: previous)
    }
  }

  private mutating func named(_ name: String) throws(InputError) -> Index {
    let word = token
    try advance()
    if let node = scope[name] { return node }
    guard token.kind == .open else { throw unknownName(name, word) }
    guard let function = LanguageFunction(name) else { throw unknownFunction(name, word) }
    let opening = token
    try enter()
    try advance()
    return try call(function, name, word, opening)
  }

  /// Ends what `opening` began.
  mutating func close(_ opening: Token) throws(InputError) {
    guard token.kind == .close else { throw unclosed(opening) }
    level -= 1
    try advance()
  }

  private mutating func enter() throws(InputError) {
    level += 1
    guard level <= FormulaLimits.levels else {
      throw InputError(
        "the formula is more than \(FormulaLimits.levels) levels deep",
        remedy: "Name its inner parts in definitions.", at: text.place(at: token.range.lowerBound))
    }
  }

  private mutating func count() throws(InputError) {
    nodeCount += 1
    guard nodeCount <= FormulaLimits.nodes else {
      throw InputError(
        "the formula has more than \(FormulaLimits.nodes) numbers, names and operations",
        remedy: "Write a sum over many terms with samples.", at: text.place(at: token.range.lowerBound))
    }
  }
}
