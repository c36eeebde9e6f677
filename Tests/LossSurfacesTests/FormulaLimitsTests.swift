import Testing

@testable import LossSurfaces

@Suite struct FormulaLimitsTests {
  static func nested(_ open: String, _ levels: Int, _ inner: String = "x", _ close: String = "") -> String {
    String(repeating: open, count: levels) + inner + String(repeating: close, count: levels)
  }

  /// The deepest that is allowed, and one more.
  @Test(arguments: [
    ("(", ")"), ("sin(", ")"), ("-", ""), ("2^", ""), ("if(x < 1, ", ", y)"), ("max(y, ", ")"), ("logsumexp(y, ", ")"),
  ])
  func levels(_ open: String, _ close: String) throws {
    let deepest = try LossFunction(formula: Self.nested(open, 200, "x", close))
    _ = deepest.secondOrder(at: Point(0.1, 0.2))
    _ = deepest.derivativeFormulas
    let error = ParserTests.message { try LossFunction(formula: Self.nested(open, 201, "x", close)) }
    #expect(error.contains("the formula is more than 200 levels deep"))
    #expect(error.hasSuffix("Name its inner parts in definitions."))
  }

  @Test func depthBeyondAllBoundsIsRefused() {
    for open in ["(", "-", "2^", "sin(", "if(x<", "max(1,"] {
      #expect(ParserTests.message { try LossFunction(formula: Self.nested(open, 100_000)) }.contains("levels deep"))
    }
  }

  /// Long chains are deep expressions; nothing may recurse along them.
  @Test(arguments: ["x + ", "x - ", "x*", "y/3 + x/", "1/x - ", "x*y - y*", "sin(x) + "])
  func chains(_ link: String) throws {
    let count = 9000 / (link.filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }.count)
    let loss = try LossFunction(formula: String(repeating: link, count: min(count, 4400)) + "x")
    let point = Point(1 + 1e-6, 1.5)
    #expect(loss.secondOrder(at: point).value.bitPattern == loss.value(at: point).bitPattern)
    _ = loss.derivativeFormulas
  }

  @Test func divisionsInAChain() throws {
    let loss = try LossFunction(formula: "y*(x" + String(repeating: "/1.01", count: 4000) + ")*y")
    // 1.01^−4000; each division may round by half an ulp.
    #expect(abs(loss.firstOrder(at: Point(1, 1)).x / 5.182089022760008e-18 - 1) < 4000 * 1.2e-16)
  }

  @Test func manyArguments() throws {
    let terms = (0..<1500).map { "x*\($0)" }.joined(separator: ", ")
    let loss = try LossFunction(formula: "logsumexp(\(terms))")
    let order = loss.secondOrder(at: Point(50, 0))
    #expect(order.value == 50 * 1499 && order.gradient.x == 1499)
  }

  @Test func nodes() throws {
    let error = ParserTests.message {
      try LossFunction(formula: String(repeating: "x + ", count: 5000) + "x")
    }
    #expect(error.contains("the formula has more than 10000 numbers, names and operations"))
    let definition = Definition("q", String(repeating: "x + ", count: 4000) + "x")
    #expect(
      ParserTests.message {
        try LossFunction(formula: String(repeating: "q + ", count: 4000) + "x", definitions: [definition])
      }.contains("more than 10000"))
  }

  /// Each definition doubles the printed length: 2^60 characters, were it not for the limit.
  @Test func sharedPartsAreSharedAndNotPrintedForEver() throws {
    let definitions = (0..<60).map { Definition("q\($0)", $0 == 0 ? "x*y" : "sin(q\($0 - 1)) + cos(q\($0 - 1))") }
    let loss = try LossFunction(formula: "q59", definitions: definitions)
    #expect(loss.secondOrder(at: Point(1, 1)).value.isFinite)
    #expect(loss.derivativeFormulas.xy == "(longer than 20000 characters)")
  }

  @Test func bytes() {
    let text = String(repeating: " ", count: 1_000_000) + "x"
    #expect(
      ParserTests.message { try LossFunction(formula: text) }
        == "the formula is 1000001 bytes long; at most 1000000 are allowed\nSplit the loss into samples or definitions."
    )
    let name = String(repeating: "n", count: 999_000)
    #expect(ParserTests.message { try LossFunction(formula: name) }.contains("a name of 999000 characters"))
  }
}
