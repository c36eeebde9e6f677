import Foundation

#if arch(x86_64) && !os(Windows)
  /// A number with more digits than those that the library computes with, where the processor has one.
  typealias Wide = Float80
#else
  typealias Wide = Double
#endif

/// A formula at random: as text, and as a value that is found by walking the tree with the system's functions.
///
/// Nothing of the library takes part in the value, so that it can be compared.
indirect enum FormulaTree {
  case number(String)
  case name(String)
  case negated(FormulaTree)
  case binary(Character, FormulaTree, FormulaTree)
  case power(FormulaTree, Int)
  case call(String, [FormulaTree])
  case choice(FormulaTree, String, FormulaTree, FormulaTree, FormulaTree)

  /// What the parameter `a` is.
  static let a: Wide = 0.75

  var text: String {
    switch self {
    case .number(let digits): digits
    case .name(let name): name
    case .negated(let u): "-(\(u.text))"
    case .binary(let sign, let u, let v): "(\(u.text) \(sign) \(v.text))"
    case .power(let u, let exponent): "(\(u.text))^\(exponent)"
    case .call(let name, let arguments): "\(name)(\(arguments.map(\.text).joined(separator: ", ")))"
    case .choice(let a, let sign, let b, let c, let d): "if(\(a.text) \(sign) \(b.text), \(c.text), \(d.text))"
    }
  }

  /// The value; nan where a number on the way is not finite, or so large or small that rounding is magnified, or lies where a
  /// function has no derivative. A branch that is not taken is not on the way.
  func value(_ x: Wide, _ y: Wide) -> Wide {
    let result: Wide
    switch self {
    case .number(let digits): return Wide(Double(digits)!)
    case .name("x"): return x
    case .name("y"): return y
    case .name: return Self.a
    case .negated(let u): return -u.value(x, y)
    case .binary("^", let u, let v):
      let (base, exponent) = (u.regular(x, y), v.regular(x, y))
      // 1^nan is 1 to the system.
      result = exponent.isNaN || base.isNaN ? .nan : pow(base, exponent)
    case .binary(let sign, let u, let v): result = Self.combine(sign, u.value(x, y), v.value(x, y))
    case .power(let u, let exponent): result = pow(u.regular(x, y), Wide(exponent))
    case .call(let name, let arguments): result = Self.call(name, arguments, x, y)
    case .choice(let a, let sign, let b, let c, let d):
      let (u, v) = (a.value(x, y), b.value(x, y))
      guard !u.isNaN, !v.isNaN else { return .nan }
      return (sign == "<" ? u < v : u >= v) ? c.value(x, y) : d.value(x, y)
    }
    return abs(result) < 1000 && (abs(result) > 1e-6 || result == 0) ? result : .nan
  }

  /// The value, but nan where it is zero: there roots, powers and angles turn.
  private func regular(_ x: Wide, _ y: Wide) -> Wide {
    let value = value(x, y)
    return value == 0 ? .nan : value
  }

  private static func combine(_ sign: Character, _ u: Wide, _ v: Wide) -> Wide {
    switch sign {
    case "+": u + v
    case "-": u - v
    case "*": u * v
    default: u / v
    }
  }

  private static func call(_ name: String, _ arguments: [FormulaTree], _ x: Wide, _ y: Wide) -> Wide {
    if turning.contains(name) {
      let u = arguments.map { $0.regular(x, y) }
      guard !u.contains(where: \.isNaN) else { return .nan }
      return u.count == 1 ? unary[name]!(u[0]) : name == "hypot" ? hypot(u[0], u[1]) : atan2(u[0], u[1])
    }
    let u = arguments.map { $0.value(x, y) }
    guard !u.contains(where: \.isNaN) else { return .nan }
    switch name {
    case "min": return u.min()!
    case "max": return u.max()!
    case "logsumexp": return u.max()! + log(u.reduce(0) { $0 + exp($1 - u.max()!) })
    case "log1p" where u[0] < -0.999: return .nan
    case "asin", "acos": return abs(u[0]) < 0.999 ? unary[name]!(u[0]) : .nan
    default: return unary[name]!(u[0])
    }
  }

  /// Functions that have no derivative at zero, or turn there.
  private static let turning: Set = ["sqrt", "cbrt", "abs", "sign", "hypot", "atan2"]

  /// The functions of one argument, by the system or by their definition.
  static let unary: [String: @Sendable (Wide) -> Wide] = [
    "exp": { exp($0) }, "log": { log($0) }, "log1p": { log1p($0) }, "expm1": { expm1($0) }, "sqrt": { $0.squareRoot() },
    "cbrt": { cbrt($0) }, "sin": { sin($0) }, "cos": { cos($0) }, "tan": { tan($0) }, "asin": { asin($0) },
    "acos": { acos($0) }, "atan": { atan($0) }, "sinh": { sinh($0) }, "cosh": { cosh($0) }, "tanh": { tanh($0) },
    "sigmoid": { 1 / (1 + exp(-$0)) }, "softplus": { max($0, 0) + log1p(exp(-abs($0))) }, "abs": { abs($0) },
    "sign": { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
  ]

  static let names = unary.keys.sorted()
}

extension Mutator {
  /// A tree of at most that depth.
  mutating func tree(depth: Int) -> FormulaTree {
    guard depth > 0, below(8) > 0 else {
      return below(3) > 0
        ? .name(pick(["x", "y", "x", "y", "a"])) : .number(pick(["0.5", "2", "1.25", "3", "1e-3", "10"]))
    }
    let u = tree(depth: depth - 1)
    switch below(16) {
    case 0...4: return .binary(pick(["+", "-", "*", "/"]), u, tree(depth: depth - 1))
    case 5: return .negated(u)
    case 6: return .power(u, pick([2, 3, 4, -1, -2, 0, 1]))
    case 7: return .binary("^", .call("abs", [u]), tree(depth: depth - 1))
    case 8:
      let others = (0..<3).map { _ in tree(depth: depth - 1) }
      return .choice(u, pick(["<", ">="]), others[0], others[1], others[2])
    case 9: return .call(pick(["atan2", "hypot", "min", "max", "logsumexp"]), [u, tree(depth: depth - 1)])
    case 10: return .call(pick(["min", "max", "logsumexp"]), [u, tree(depth: depth - 1), tree(depth: depth - 1)])
    default: return .call(pick(FormulaTree.names), [u])
    }
  }
}
