import Optimization

/// A small tree that is written as YAML: keys in the order given, numbers as short as they read back.
indirect enum YAMLText: Sendable {
  case number(Double)
  case integer(Int)
  case flag(Bool)
  case string(String)
  case list([YAMLText])
  case mapping([(String, YAMLText)])

  /// Flow style for what fits a line, and for lists of numbers; block style for all else and for lists of mappings.
  func text(indent: Int = 0) -> String {
    let margin = String(repeating: "  ", count: indent)
    switch self {
    case .mapping(let entries) where indent == 0 || isBlock:
      return entries.map { key, value in
        value.isBlock
          ? "\(margin)\(Self.quoted(key)):\n\(value.text(indent: indent + 1))"
          : "\(margin)\(Self.quoted(key)): \(value.flow)\n"
      }.joined()
    case .list(let items) where isBlock:
      return items.map { "\(margin)- \($0.flow)\n" }.joined()
    default:
      return margin + flow + "\n"
    }
  }

  private var isBlock: Bool {
    switch self {
    case .mapping: flow.count > Self.longestFlow
    case .list(let items):
      items.contains { if case .mapping = $0 { true } else { false } }
        || flow.count > Self.longestFlow && items.contains { if case .string = $0 { true } else { false } }
    default: false
    }
  }

  private static let longestFlow = 80

  private var flow: String {
    switch self {
    case .number(let value): Numeral.exact(value)
    case .integer(let value): String(value)
    case .flag(let value): value ? "true" : "false"
    case .string(let value): Self.quoted(value)
    case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
    case .mapping(let entries): "{" + entries.map { "\(Self.quoted($0)): \($1.flow)" }.joined(separator: ", ") + "}"
    }
  }

  /// A word that YAML reads as itself stands bare; all else stands in double quotes.
  static func quoted(_ text: String) -> String {
    let bare = text.unicodeScalars.allSatisfy { scalar in
      (scalar.value < 128 && scalar.properties.isAlphabetic) || ("0"..."9").contains(scalar) || scalar == "-"
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if bare, text.first?.isLetter == true, !words.contains(text.lowercased()) { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      case _ where isSpecial(scalar):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Control characters, the line ends of YAML, the byte order mark, and what is no character at all.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
  }
}
