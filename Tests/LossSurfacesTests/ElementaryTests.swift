import Foundation
import Testing

@testable import LossSurfaces

/// One of the functions of `Elementary`, with the bound its documentation gives for the error.
struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  /// In units in the last place of the result.
  let bound: Double
  let scalar: @Sendable (Double, Double) -> Double
  /// What the function is in formulas.
  let formula: String

  var testDescription: String { name }

  init(_ name: String, within bound: Double, _ scalar: @escaping @Sendable (Double) -> Double) {
    (self.name, self.bound, formula) = (name, bound, "\(name)(x)")
    self.scalar = { x, _ in scalar(x) }
  }

  init(
    _ name: String, within bound: Double, _ scalar: @escaping @Sendable (Double, Double) -> Double, formula: String
  ) {
    (self.name, self.bound, self.scalar, self.formula) = (name, bound, scalar, formula)
  }

  static let all = [
    ElementaryFunction("exp", within: 0.8, Elementary.exp),
    ElementaryFunction("expm1", within: 1.2, Elementary.expm1),
    ElementaryFunction("log", within: 0.85, Elementary.log),
    ElementaryFunction("log1p", within: 0.85, Elementary.log1p),
    ElementaryFunction("sin", within: 0.8, Elementary.sin),
    ElementaryFunction("cos", within: 0.8, Elementary.cos),
    ElementaryFunction("tan", within: 1.4, Elementary.tan),
    ElementaryFunction("sinh", within: 1.6, Elementary.sinh),
    ElementaryFunction("cosh", within: 1.2, Elementary.cosh),
    ElementaryFunction("tanh", within: 1.4, Elementary.tanh),
    ElementaryFunction("asin", within: 0.85, Elementary.asin),
    ElementaryFunction("acos", within: 0.8, Elementary.acos),
    ElementaryFunction("atan", within: 0.8, Elementary.atan),
    ElementaryFunction("sqrt", within: 0.5, Elementary.sqrt),
    ElementaryFunction("cbrt", within: 0.67, Elementary.cbrt),
    ElementaryFunction("atan2", within: 1.5, Elementary.atan2, formula: "atan2(x, y)"),
    ElementaryFunction("hypot", within: 1.2, Elementary.hypot, formula: "hypot(x, y)"),
    ElementaryFunction("pow", within: 1, Elementary.pow, formula: "x^y"),
  ]

  static func named(_ name: String) -> ElementaryFunction? { all.first { $0.name == name } }
}

@Suite struct ElementaryTests {
  /// A line of `Fixtures/elementary.txt`: function, bits of the arguments, bits of the correctly rounded result, and
  /// how far the true value lies beyond it, in thousandths of the spacing there. Truth was computed with 400 bits.
  struct Reference {
    let x: Double
    let y: Double
    let result: Double
    let rest: Double

    init?(_ fields: [Substring]) {
      let numbers = fields.dropFirst().dropLast().compactMap { UInt64($0, radix: 16) }.map(Double.init(bitPattern:))
      guard numbers.count == fields.count - 2, numbers.count > 1, let thousandths = Double(fields[fields.count - 1])
      else { return nil }
      (x, y, result) = (numbers[0], numbers.count > 2 ? numbers[1] : 0, numbers[numbers.count - 1])
      rest = thousandths / 1000
    }

    /// In units in the last place.
    func error(of value: Double) -> Double {
      if value == result { return abs(rest) }
      guard value.isFinite, result.isFinite else { return .infinity }
      // The difference of neighbours is exact.
      return abs((value - result) / result.ulp - rest)
    }
  }

  static func references(of name: String) throws -> [Reference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/elementary.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ")
      return fields[0] == name ? Reference(fields) : nil
    }
  }

  @Test(arguments: ElementaryFunction.all) func errorIsWithinTheBound(_ function: ElementaryFunction) throws {
    let references = try Self.references(of: function.name)
    #expect(references.count >= 60)
    for reference in references {
      let value = function.scalar(reference.x, reference.y)
      #expect(
        reference.error(of: value) <= function.bound,
        "\(function.name)(\(reference.x), \(reference.y)) = \(value), not \(reference.result)")
    }
  }

  @Test(arguments: ElementaryFunction.all) func lanesHaveTheBitsOfTheScalar(_ function: ElementaryFunction) throws {
    let evaluator = Evaluator(try LossFunction(formula: function.formula))
    var patterns = SplitMix(state: 8)
    // Every pattern, nan and subnormal numbers included, beside numbers of ordinary size; and a block that is not whole.
    let x = (0..<2003).map { $0 % 2 == 0 ? patterns.pattern() : patterns.ordinary() }
    let y = (0..<2003).map { $0 % 4 < 2 ? patterns.pattern() : patterns.ordinary() }
    var values = x
    evaluator.values(x: x, y: y, count: x.count, into: &values)
    for lane in x.indices {
      let value = function.scalar(x[lane], y[lane])
      #expect(
        values[lane].bitPattern == value.bitPattern || (value.isNaN && values[lane].isNaN),
        "\(function.name)(\(x[lane]), \(y[lane]))")
    }
  }

  /// Where the same bits are promised on every machine, a sum over many results pins them.
  @Test(
    arguments: [
      ("exp", 0x32C3_9CBB_F0BD_BAAA),
      ("expm1", 0x3201_D73F_92E1_68A7),
      ("log", 0x7852_586C_44F5_8EEB),
      ("log1p", 0xDA37_3DDD_D96D_556D),
      ("sin", 0x2CD1_4435_A780_C562),
      ("cos", 0x90D1_9EA6_AC8D_E17E),
      ("tan", 0x698D_9798_0EF9_BB2F),
      ("sinh", 0x39AF_5E8F_9B70_4C1F),
      ("cosh", 0x978C_52CB_2330_FA13),
      ("tanh", 0x8DCC_5E92_226A_2F64),
      ("asin", 0x5DA0_FCDF_F3CB_29D1),
      ("acos", 0xF529_6380_6C40_8832),
      ("atan", 0x0B53_E4B0_0BB8_221C),
      ("sqrt", 0x63C0_4363_B5AE_7235),
      ("cbrt", 0x15C3_5F1C_587F_FEB9),
      ("atan2", 0xED4E_5EFA_EF0A_BF40),
      ("hypot", 0xC5C7_780E_E200_5AB2),
      ("pow", 0x0D46_F4B3_CB6C_8B41),
    ] as [(String, UInt64)]) func bitsAreThoseOfEveryMachine(_ name: String, _ expected: UInt64) throws
  {
    let function = try #require(ElementaryFunction.named(name))
    var patterns = SplitMix(state: 10)
    var digest: UInt64 = 0
    for _ in 0..<2000 {
      let value = function.scalar(patterns.ordinary(), patterns.ordinary())
      digest = digest &* 0x0000_0100_0000_01B3 ^ (value.isNaN ? 0 : value.bitPattern)
    }
    #expect(digest == expected, "\(name): \(String(digest, radix: 16))")
  }
}

/// The generator SplitMix64 (Steele, Lea and Flood 2014).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Any `Double` at all.
  mutating func pattern() -> Double { Double(bitPattern: next()) }

  /// Uniform from −4 to 4.
  mutating func ordinary() -> Double { Double(next() >> 11) * 0x1p-50 - 4 }
}
