import Testing

@testable import LossSurfaces

@Suite struct ParserTests {
  /// Values at x = 2, y = 3, a = 5.
  static let good: [(String, Double)] = [
    ("1 + 2*3", 7.0), ("2*3 + 1", 7), ("10 - 4 - 3", 3), ("24/4/2", 3), ("2^3^2", 512), ("-x^2", -4), ("(-x)^2", 4),
    ("2^-3", 0.125), ("2^-x^2", 0.0625), ("--x", 2), ("+x", 2), ("-x*y", -6), ("x*-y", -6), ("x - -y", 5),
    ("(((x)))", 2),
    (".5 + 2. + 1e-3 + 1E2 + 1e+1", 112.501), ("a*x", 10), ("pi", Double.pi), ("e", 2.718281828459045), ("x\n+\ny", 5),
    ("exp(0) + log(1) + log1p(0) + expm1(0)", 1), ("sqrt(9) + cbrt(27)", 6), ("sin(0) + cos(0) + tan(0)", 1),
    ("asin(0) + acos(1) + atan(0) + atan2(0, 1)", 0), ("sinh(0) + cosh(0) + tanh(0)", 1), ("sigmoid(0)", 0.5),
    ("abs(-x) + sign(-x) + sign(0)", 1), ("min(x, y) + max(x, y)", 5), ("min(4, 3, 2, 1)", 1), ("max(x, y, a)", 5),
    ("hypot(3, 4)", 5), ("logsumexp(x)", 2), ("if(x < y, 1, 2)", 1), ("if(x <= 2, 1, 2)", 1), ("if(x > y, 1, 2)", 2),
    ("if(x >= 2, 1, 2)", 1), ("if(x = 2, 1, 2)", 1), ("if(x == y, 1, 2)", 2), ("if(x != y, 1, 2)", 1),
    ("if(x + 1 < y*2, x - 1, y)", 1), ("1/0", .infinity), ("0^0", 1), ("(-8)^3", -512),
  ]

  @Test(arguments: good)
  func values(_ formula: String, _ expected: Double) throws {
    let value = try LossFunction(formula: formula, parameters: [Parameter("a", 5)]).value(at: Point(2, 3))
    #expect(abs(value - expected) <= 1e-15 * abs(expected) || value == expected, "\(value)")
  }

  /// What is wrong, with the whole text of the error.
  static let bad: [(String, String)] = [
    ("", "1:1: the formula is empty\n    \n    ^\nWrite a formula such as x^2 + 10*y^2."),
    (" \n ", "1:1: the formula is empty\n    \n    ^\nWrite a formula such as x^2 + 10*y^2."),
    ("2x", "1:2: two values beside each other\n    2x\n     ^\nWrite 2*x for a product."),
    ("2e", "1:2: two values beside each other\n    2e\n     ^\nWrite 2*e for a product."),
    ("x (y)", "1:3: two values beside each other\n    x (y)\n      ^\nWrite x*(…) for a product."),
    ("(x)(y)", "1:4: two values beside each other\n    (x)(y)\n       ^\nWrite (…)*(…) for a product."),
    ("3 sin(x)", "1:3: two values beside each other\n    3 sin(x)\n      ^\nWrite 3*sin(…) for a product."),
    ("x y^2", "1:3: two values beside each other\n    x y^2\n      ^\nWrite x*y for a product."),
    ("sqr(x)", "1:1: unknown function 'sqr'\n    sqr(x)\n    ^\nDid you mean 'sqrt'?"),
    (
      "x + ln(y)", "1:5: unknown function 'ln'\n    x + ln(y)\n        ^\nWrite log(…), which is the natural logarithm."
    ),
    ("pow(x, 2)", "1:1: unknown function 'pow'\n    pow(x, 2)\n    ^\nWrite a^b."),
    ("aa + 1", "1:1: unknown name 'aa'\n    aa + 1\n    ^\nWrite a*a for a product."),
    ("xy", "1:1: unknown name 'xy'\n    xy\n    ^\nWrite x*y for a product."),
    ("z", "1:1: unknown name 'z'\n    z\n    ^\nThe names are: x, y, a, pi, e."),
    ("π", "1:1: unknown name 'π'\n    π\n    ^\nWrite pi."),
    ("x +", "1:4: the formula ends after '+'\n    x +\n       ^\nWrite what follows it, or remove it."),
    ("* x", "1:1: a value is missing before '*'\n    * x\n    ^\nWrite a number, a name or a parenthesis."),
    (
      "x + * y",
      "1:5: a value is missing between '+' and '*'\n    x + * y\n        ^\nWrite a number, a name or a parenthesis."
    ),
    ("x**2", "1:2: unexpected '**'\n    x**2\n     ^\nWrite ^ for a power: x^2."),
    ("x²", "1:2: unexpected character '²'\n    x²\n     ^\nWrite ^2."),
    ("x × y", "1:3: unexpected character '×'\n    x × y\n      ^\nWrite * for a product."),
    ("|x|", "1:1: unexpected character '|'\n    |x|\n    ^\nWrite abs(…) for an absolute value."),
    (
      "x $ y",
      "1:3: unexpected character '$'\n    x $ y\n      ^\nFormulas are written with + - * / ^ ( ) , numbers and names."
    ),
    ("1.2.3", "1:4: a second decimal point in a number\n    1.2.3\n       ^\nWrite one point in each number."),
    ("1e999", "1:1: the number 1e999 is too large\n    1e999\n    ^\nThe largest number is about 1.8e308."),
    (
      "1,5*x",
      "1:2: a comma outside the arguments of a function\n    1,5*x\n     ^\nWrite decimal numbers with a point: 1.5."
    ),
    (
      "(1,5)*x", "1:3: a comma inside plain parentheses\n    (1,5)*x\n      ^\nWrite decimal numbers with a point: 1.5."
    ),
    ("(x + 1", "1:1: this '(' is never closed\n    (x + 1\n    ^\nAdd a ')'."),
    ("sin((x)", "1:4: this '(' is never closed\n    sin((x)\n       ^\nAdd a ')'."),
    ("x + 1)", "1:6: this ')' closes nothing\n    x + 1)\n         ^\nRemove it, or add a '(' before."),
    ("()", "1:2: a value is missing between '(' and ')'\n    ()\n     ^\nWrite a number, a name or a parenthesis."),
    ("sin", "1:1: the function 'sin' needs its arguments\n    sin\n    ^\nWrite sin(x)."),
    ("sin()", "1:1: sin takes 1 argument, not 0\n    sin()\n    ^\nWrite sin(x)."),
    ("hypot(x)", "1:1: hypot takes 2 arguments, not 1\n    hypot(x)\n    ^\nWrite hypot(x, y)."),
    ("max(x)", "1:1: max takes at least 2 arguments, not 1\n    max(x)\n    ^\nWrite max(a, b)."),
    ("if(x, 1, 2)", "1:1: if needs a comparison first\n    if(x, 1, 2)\n    ^\nWrite if(a < b, c, d)."),
    ("if(x < 1, 2)", "1:1: if takes 3 arguments, not 2\n    if(x < 1, 2)\n    ^\nWrite if(a < b, c, d)."),
    (
      "if(0 < x < 1, 2, 3)",
      "1:10: a second comparison in one condition\n    if(0 < x < 1, 2, 3)\n             ^\nWrite one if inside another."
    ),
    ("x < 1", "1:3: a comparison can stand only at the beginning of if\n    x < 1\n      ^\nWrite if(a < b, c, d)."),
    ("x^2 +\n  b*y", "2:3: unknown name 'b'\n      b*y\n      ^\nThe names are: x, y, a, pi, e."),
    ("x^2\r\n+ q", "2:3: unknown name 'q'\n    + q\n      ^\nThe names are: x, y, a, pi, e."),
  ]

  @Test(arguments: bad)
  func errors(_ formula: String, _ message: String) {
    #expect(Self.message { try LossFunction(formula: formula, parameters: [Parameter("a", 5)]) } == message)
  }

  static let badNames: [([String], String)] = [
    (["x"], "the parameter 'x' has a name that is taken\nChoose another name."),
    (["a", "a"], "the parameter 'a' has a name that is taken\nChoose another name."),
    (["e"], "the parameter 'e' has the name of a built-in number\nChoose another name."),
    (["sin"], "the parameter 'sin' has the name of a function\nChoose another name."),
    (
      ["2a"],
      "'2a' cannot be the name of a parameter\nA name begins with a letter and goes on with letters, digits and underscores."
    ),
    (
      [""],
      "'' cannot be the name of a parameter\nA name begins with a letter and goes on with letters, digits and underscores."
    ),
    (
      ["a b"],
      "'a b' cannot be the name of a parameter\nA name begins with a letter and goes on with letters, digits and underscores."
    ),
  ]

  @Test(arguments: badNames)
  func parameterNames(_ names: [String], _ message: String) {
    #expect(Self.message { try LossFunction(formula: "x", parameters: names.map { Parameter($0, 1) }) } == message)
  }

  @Test func parametersAreFinite() {
    let message = "the parameter 'a' must be a finite number, not inf"
    #expect(Self.message { try LossFunction(formula: "x", parameters: [Parameter("a", .infinity)]) } == message)
  }

  @Test func namesMayBeGreekAndIndexed() throws {
    let loss = try LossFunction(formula: "τ*x + w₁", parameters: [Parameter("τ", 2), Parameter("w₁", 0.5)])
    #expect(loss.value(at: Point(3, 0)) == 6.5)
  }

  @Test func definitionsUseEarlierOnes() throws {
    let loss = try LossFunction(
      formula: "q - r", parameters: [Parameter("a", 2)],
      definitions: [Definition("p", "a*x"), Definition("q", "p^2"), Definition("r", "p + y")])
    #expect(loss.value(at: Point(3, 1)) == 29)
  }

  static let badDefinitions: [([Definition], String)] = [
    (
      [Definition("q", "r"), Definition("r", "x")],
      "1:1: definition 'q': unknown name 'r'\n    r\n    ^\nThe names are: x, y, pi, e."
    ),
    (
      [Definition("q", "x +")],
      "1:4: definition 'q': the formula ends after '+'\n    x +\n       ^\nWrite what follows it, or remove it."
    ),
    ([Definition("y", "x")], "the definition 'y' has a name that is taken\nChoose another name."),
  ]

  @Test(arguments: badDefinitions)
  func definitionErrors(_ definitions: [Definition], _ message: String) {
    #expect(Self.message { try LossFunction(formula: "x", definitions: definitions) } == message)
  }

  static func message(_ body: () throws -> LossFunction) -> String {
    do {
      _ = try body()
      return "no error"
    } catch { return "\(error)" }
  }
}
