/// What can be called in a formula.
enum LanguageFunction {
  case unary(UnaryFunction)
  case atan2
  case hypot
  case minimum
  case maximum
  case logsumexp
  case choose

  init?(_ name: String) {
    switch name {
    case "atan2": self = .atan2
    case "hypot": self = .hypot
    case "min": self = .minimum
    case "max": self = .maximum
    case "logsumexp": self = .logsumexp
    case "if": self = .choose
    default:
      guard let function = UnaryFunction(rawValue: name) else { return nil }
      self = .unary(function)
    }
  }

  static let names =
    UnaryFunction.allCases.map(\.rawValue) + ["atan2", "hypot", "min", "max", "logsumexp", "if"]

  var argumentCount: ClosedRange<Int> {
    switch self {
    case .unary: 1...1
    case .atan2, .hypot: 2...2
    case .minimum, .maximum: 2...Int.max
    case .logsumexp: 1...Int.max
    case .choose: 3...3
    }
  }

  /// How a call is written.
  var example: String {
    switch self {
    case .unary(let function): "\(function.rawValue)(x)"
    case .atan2: "atan2(y, x)"
    case .hypot: "hypot(x, y)"
    case .minimum: "min(a, b)"
    case .maximum: "max(a, b)"
    case .logsumexp: "logsumexp(a, b)"
    case .choose: "if(a < b, c, d)"
    }
  }

  /// What to write for a function that other languages have under another name.
  static func translation(of name: String) -> String? {
    switch name.lowercased() {
    case "ln": "Write log(…), which is the natural logarithm."
    case "log10": "Write log(…)/log(10)."
    case "log2": "Write log(…)/log(2)."
    case "pow", "power": "Write a^b."
    case "sgn", "signum": "Write sign(…)."
    case "arcsin": "Write asin(…)."
    case "arccos": "Write acos(…)."
    case "arctan": "Write atan(…)."
    case "arctan2": "Write atan2(…)."
    case "sq", "square": "Write (…)^2."
    case "sec": "Write 1/cos(…)."
    case "csc": "Write 1/sin(…)."
    case "cot", "ctg": "Write 1/tan(…)."
    case "tg": "Write tan(…)."
    case "relu": "Write max(…, 0)."
    case "where", "select", "cond", "ifelse": "Write if(a < b, c, d)."
    default: nil
    }
  }
}
