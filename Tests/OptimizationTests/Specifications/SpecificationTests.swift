import LossSurfaces
import Optimization
import Testing

@Suite struct SpecificationTests {
  typealias Value = Specification.Value

  @Test func readsNamesAndKeys() throws {
    let expected = Specification(
      "step", [.init("factor", .number(0.5)), .init("every", .number(20))])
    #expect(try Specification(parsing: "step:factor=0.5,every=20") == expected)
    #expect(try Specification(parsing: "  step : factor = .5 , every = 2e1 ") == expected)
    #expect(try Specification(parsing: "constant") == Specification("constant"))
    #expect(expected["every"] == .number(20))
    #expect(expected["warmup"] == nil)
  }

  private static let values: [(String, Value)] = [
    ("0.5", .number(0.5)), (".5", .number(0.5)), ("1e-3", .number(1e-3)), ("-0.5", .number(-0.5)),
    ("2*pi", .number(2 * Double.pi)), ("sqrt(4)", .number(2)), ("-(1 + 1)", .number(-2)),
    ("2^-3", .number(0.125)),
    ("5/12/30", .numbers([5, 12, 30])), ("1e2/.5", .numbers([100, 0.5])), ("true", .flag(true)),
    ("false", .flag(false)), ("cosine", .word("cosine")), ("lr*exp(-t/20)", .word("lr*exp(-t/20)")),
    ("lr/2", .word("lr/2")), ("nan", .word("nan")), ("inf", .word("inf")), ("0x10", .word("0x10")),
    ("3 epochs", .epochs([3])), ("1 epoch", .epochs([1])), ("3epochs/.5 epochs", .epochs([3, 0.5])),
    ("-1 epochs", .epochs([-1])), ("5/3 epochs", .word("5/3 epochs")), ("3 apples", .word("3 apples")),
    ("1_000", .word("1_000")), ("TRUE", .word("TRUE")), ("1/", .word("1/")),
  ]

  @Test(arguments: values)
  func readsValues(text: String, value: Value) {
    #expect(Value(parsing: text) == value)
  }

  @Test func commasInParenthesesDoNotSeparate() throws {
    let specification = try Specification(parsing: "formula:rate=max(0, lr - min(t, 9)),warmup=3")
    #expect(specification["rate"] == .word("max(0, lr - min(t, 9))"))
    #expect(specification["warmup"] == .number(3))
  }

  @Test(arguments: [
    "constant", "step:factor=0.5,every=20", "multi-step:milestones=5/12/30,factor=0.1",
    "exponential:factor=0.954992586021436,staircase=true", "formula:rate=if(t < 10, lr, lr/2)",
    "linear:final=1e-7", "x:a=-0.5", "step:every=3 epochs", "multi-step:milestones=1 epoch/2.5 epochs",
  ])
  func canonicalTextReadsBack(text: String) throws {
    let specification = try Specification(parsing: text)
    #expect(specification.description == text)
    #expect(try Specification(parsing: specification.description) == specification)
  }

  @Test(arguments: [
    (
      "",
      """
      1:1: the name is missing
          
          ^
      Write a name and its keys, as in step:factor=0.5,every=20.
      """
    ),
    (
      ":factor=0.5",
      """
      1:1: the name is missing
          :factor=0.5
          ^
      Write a name and its keys, as in step:factor=0.5,every=20.
      """
    ),
    (
      "step:",
      """
      1:6: a key is missing
          step:
               ^
      Write key=value, and a comma only between two of them.
      """
    ),
    (
      "step:factor=0.5,,every=2",
      """
      1:17: a key is missing
          step:factor=0.5,,every=2
                          ^
      Write key=value, and a comma only between two of them.
      """
    ),
    (
      "step:factor",
      """
      1:6: the key 'factor' has no value
          step:factor
               ^
      Write factor=VALUE.
      """
    ),
    (
      "step:factor=,every=2",
      """
      1:13: the key 'factor' has no value
          step:factor=,every=2
                      ^
      Write factor=VALUE.
      """
    ),
    (
      "step:=0.5",
      """
      1:6: a key is missing
          step:=0.5
               ^
      Write key=value, and a comma only between two of them.
      """
    ),
    (
      "step:every=2, factor=1,every=3",
      """
      1:24: the key 'every' is given twice
          step:every=2, factor=1,every=3
                                 ^
      Give it once.
      """
    ),
    (
      "formula:rate=lr*exp(-t",
      """
      1:20: this '(' is never closed
          formula:rate=lr*exp(-t
                             ^
      Add a ')'.
      """
    ),
    (
      "formula:rate=lr)",
      """
      1:16: this ')' closes nothing
          formula:rate=lr)
                         ^
      Remove it, or open a '(' before it.
      """
    ),
  ])
  func badInput(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try Specification(parsing: text) }
    #expect(error?.description == message)
  }

  /// No text of these characters crashes the reader, and what it accepts it can print and read again.
  @Test func readsAnything() throws {
    let alphabet = Array("a:=,/()1.e-+ \nε").map(String.init) + ["epochs"]
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += alphabet[Int(state >> 33) % alphabet.count]
      }
      guard let specification = try? Specification(parsing: text) else { continue }
      #expect(try Specification(parsing: specification.description).name == specification.name)
    }
  }
}
