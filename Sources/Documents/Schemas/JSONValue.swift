/// A value of JSON; the members of an object stand in the order given.
indirect enum JSONValue: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    var key: String
    var value: JSONValue
  }

  case null
  case flag(Bool)
  case number(Double)
  case string(String)
  case list([JSONValue])
  case object([Member])

  /// The value as text, indented by two spaces a level; what is short stands on one line.
  func text(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent + 1)
    switch self {
    case .null: return "null"
    case .flag(let flag): return flag ? "true" : "false"
    case .number(let number): return Self.text(of: number)
    case .string(let text): return Self.quoted(text)
    case .list(let items):
      return Self.text("[", items.map { $0.text(indent: indent + 1) }, "]", margin)
    case .object(let members):
      return Self.text(
        "{", members.map { "\(Self.quoted($0.key)): \($0.value.text(indent: indent + 1))" }, "}", margin)
    }
  }

  private static let longestLine = 80

  private static func text(_ open: String, _ items: [String], _ close: String, _ margin: String) -> String {
    let isShort = items.reduce(0) { $0 + $1.utf8.count + 2 } <= longestLine && !items.contains { $0.contains("\n") }
    if isShort { return open + items.joined(separator: ", ") + close }
    return "\(open)\n" + items.map { margin + $0 }.joined(separator: ",\n") + "\n" + margin.dropLast(2) + close
  }

  /// The shortest decimal that reads back; a whole number has no fraction.
  private static func text(of number: Double) -> String {
    precondition(number.isFinite, "JSON has finite numbers only")
    return Int(exactly: number).map(String.init) ?? number.description
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case _ where scalar.value < 32:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
