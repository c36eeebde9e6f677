import Testing

@testable import LossSurfaces

/// The special cases of IEEE 754 and of Annex F of the C standard.
@Suite struct ElementarySpecialValuesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [Double]
    let expected: Double

    init(_ name: String, _ arguments: Double..., is expected: Double) {
      (self.name, self.arguments, self.expected) = (name, arguments, expected)
    }

    var testDescription: String { "\(name)(\(arguments)) = \(expected)" }
  }

  static let inf = Double.infinity
  static let tiny = Double.leastNonzeroMagnitude
  static let huge = Double.greatestFiniteMagnitude

  /// Odd functions that leave ±0 and tiny numbers as they are.
  static let oddOnes = ["expm1", "log1p", "sin", "tan", "sinh", "tanh", "asin", "atan"].flatMap { name in
    [0.0, -0.0, tiny, -tiny, 0x1p-1022, -0x1.8p-1030].map { Case(name, $0, is: $0) }
  }

  static let all = ElementaryFunction.all.map { Case($0.name, .nan, .nan, is: .nan) }

  static let exponentials = [
    Case("exp", 0, is: 1), Case("exp", -0.0, is: 1), Case("exp", inf, is: inf), Case("exp", -inf, is: 0),
    Case("exp", 709.78271289338409, is: inf), Case("exp", huge, is: inf), Case("exp", -huge, is: 0),
    Case("exp", -745.13, is: tiny), Case("exp", -745.14, is: 0),
    Case("exp", tiny, is: 1), Case("expm1", inf, is: inf), Case("expm1", -inf, is: -1), Case("expm1", -huge, is: -1),
    Case("expm1", 710, is: inf), Case("expm1", -60, is: -1),
    Case("sinh", inf, is: inf), Case("sinh", -inf, is: -inf), Case("sinh", 710.5, is: inf),
    Case("sinh", -huge, is: -inf), Case("cosh", 0, is: 1), Case("cosh", -0.0, is: 1), Case("cosh", inf, is: inf),
    Case("cosh", -inf, is: inf), Case("cosh", -710.5, is: inf), Case("tanh", inf, is: 1), Case("tanh", -inf, is: -1),
    Case("tanh", 23, is: 1), Case("tanh", -huge, is: -1),
  ]

  static let logarithms = [
    Case("log", 1, is: 0), Case("log", 0, is: -inf), Case("log", -0.0, is: -inf), Case("log", inf, is: inf),
    Case("log", -tiny, is: .nan), Case("log", -1, is: .nan), Case("log", -inf, is: .nan),
    Case("log1p", -1, is: -inf), Case("log1p", inf, is: inf), Case("log1p", -1.0000000000000002, is: .nan),
    Case("log1p", -inf, is: .nan),
  ]

  static let angles = [
    Case("sin", inf, is: .nan), Case("sin", -inf, is: .nan), Case("cos", inf, is: .nan), Case("cos", -0.0, is: 1),
    Case("cos", tiny, is: 1), Case("tan", -inf, is: .nan), Case("asin", 1.0000000000000002, is: .nan),
    Case("asin", -inf, is: .nan), Case("asin", 1, is: 0x1.921fb54442d18p+0), Case("acos", 1, is: 0),
    Case("acos", -1.0000000000000002, is: .nan), Case("acos", inf, is: .nan),
    Case("atan", inf, is: 0x1.921fb54442d18p+0), Case("atan", -inf, is: -0x1.921fb54442d18p+0),
  ]

  static let roots = [
    Case("sqrt", 0, is: 0), Case("sqrt", -0.0, is: -0.0), Case("sqrt", inf, is: inf), Case("sqrt", -tiny, is: .nan),
    Case("cbrt", 0, is: 0), Case("cbrt", -0.0, is: -0.0), Case("cbrt", inf, is: inf), Case("cbrt", -inf, is: -inf),
    Case("cbrt", -27, is: -3), Case("cbrt", 0x1p-1074, is: 0x1p-358), Case("cbrt", 1e300, is: 1e100),
    Case("hypot", inf, .nan, is: inf), Case("hypot", .nan, -inf, is: inf), Case("hypot", 1, .nan, is: .nan),
    Case("hypot", 0, -0.0, is: 0), Case("hypot", -3, 4, is: 5), Case("hypot", 0x1.8p700, 0x1p701, is: 0x1.4p701),
    Case("hypot", tiny, 0, is: tiny), Case("hypot", huge, huge, is: inf),
  ]

  static let fullAngles: [Case] = {
    // The doubles nearest to π, π/2, π/4 and 3π/4.
    let (half, quarter, eighth) = (0x1.921fb54442d18p+1, 0x1.921fb54442d18p+0, 0x1.921fb54442d18p-1)
    let threeEighths = 0x1.2d97c7f3321d2p+1
    return [
      Case("atan2", 0, 0, is: 0), Case("atan2", -0.0, 0, is: -0.0), Case("atan2", 0, -0.0, is: half),
      Case("atan2", -0.0, -0.0, is: -half), Case("atan2", 0, 1, is: 0), Case("atan2", -0.0, inf, is: -0.0),
      Case("atan2", 0, -1, is: half), Case("atan2", -0.0, -1, is: -half), Case("atan2", 1, 0, is: quarter),
      Case("atan2", 1, -0.0, is: quarter), Case("atan2", -1, 0, is: -quarter), Case("atan2", 1, inf, is: 0),
      Case("atan2", -1, inf, is: -0.0), Case("atan2", 1, -inf, is: half), Case("atan2", inf, 7, is: quarter),
      Case("atan2", -inf, -7, is: -quarter), Case("atan2", inf, inf, is: eighth),
      Case("atan2", -inf, inf, is: -eighth), Case("atan2", inf, -inf, is: threeEighths),
      Case("atan2", -inf, -inf, is: -threeEighths), Case("atan2", 1, .nan, is: .nan), Case("atan2", .nan, 0, is: .nan),
      Case("atan2", huge, tiny, is: quarter), Case("atan2", tiny, huge, is: 0),
    ]
  }()

  static let powers = [
    Case("pow", 0, 3, is: 0), Case("pow", -0.0, 3, is: -0.0), Case("pow", -0.0, 2, is: 0),
    Case("pow", -0.0, 0.5, is: 0), Case("pow", 0, -3, is: inf), Case("pow", -0.0, -3, is: -inf),
    Case("pow", -0.0, -2, is: inf), Case("pow", 0, -0.5, is: inf), Case("pow", -0.0, inf, is: 0),
    Case("pow", 0, -inf, is: inf), Case("pow", -1, inf, is: 1), Case("pow", -1, -inf, is: 1),
    Case("pow", 1, .nan, is: 1), Case("pow", .nan, 0, is: 1), Case("pow", .nan, -0.0, is: 1),
    Case("pow", inf, 0, is: 1), Case("pow", .nan, 1, is: .nan), Case("pow", 2, .nan, is: .nan),
    Case("pow", -8, 1.0 / 3, is: .nan), Case("pow", -tiny, 0.5, is: .nan),
    Case("pow", 0.5, inf, is: 0), Case("pow", -0.5, inf, is: 0), Case("pow", 2, inf, is: inf),
    Case("pow", 0.5, -inf, is: inf), Case("pow", -2, -inf, is: 0), Case("pow", inf, 2, is: inf),
    Case("pow", inf, -2, is: 0), Case("pow", -inf, 3, is: -inf), Case("pow", -inf, 2, is: inf),
    Case("pow", -inf, 0.5, is: inf), Case("pow", -inf, -3, is: -0.0), Case("pow", -inf, -2, is: 0),
    Case("pow", -2, 3, is: -8), Case("pow", -2, -3, is: -0.125), Case("pow", -1, 0x1p53, is: 1),
    Case("pow", -1, 0x1p53 - 1, is: -1), Case("pow", -1, huge, is: 1), Case("pow", -2, huge, is: inf),
    Case("pow", -2, -huge, is: 0), Case("pow", 0.999, huge, is: 0), Case("pow", 1.0000000000000002, huge, is: inf),
    Case("pow", 2, -1074, is: tiny), Case("pow", 2, -1075.5, is: 0), Case("pow", 2, 1024, is: inf),
    Case("pow", -2, 1025, is: -inf), Case("pow", tiny, 1, is: tiny), Case("pow", tiny, -1, is: inf),
    Case("pow", tiny, 0.5, is: 0x1p-537), Case("pow", 10, 15, is: 1e15), Case("pow", 3, tiny, is: 1),
  ]

  @Test(arguments: [all, oddOnes, exponentials, logarithms, angles, roots, fullAngles, powers].flatMap { $0 })
  func scalarAndLanes(_ special: Case) throws {
    let function = try #require(ElementaryFunction.named(special.name))
    let (x, y) = (special.arguments[0], special.arguments.count > 1 ? special.arguments[1] : 0)
    #expect(isSame(function.scalar(x, y), special.expected), "\(function.scalar(x, y))")
    // Among ordinary neighbours, which it must not disturb.
    var (xs, ys) = (Array(repeating: 0.5, count: 16), Array(repeating: 0.5, count: 16))
    (xs[3], ys[3]) = (x, y)
    var values = xs
    Evaluator(try LossFunction(formula: function.formula)).values(x: xs, y: ys, count: 16, into: &values)
    #expect(isSame(values[3], special.expected), "\(values[3])")
    #expect(isSame(values[4], function.scalar(0.5, 0.5)))
  }

  private func isSame(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }
}
