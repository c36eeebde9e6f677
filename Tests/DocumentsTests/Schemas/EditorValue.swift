import Foundation
import LossSurfaces

@testable import Documents
@testable import SurfaceCatalog

/// A YAML text as an editor sees it: plain scalars are what the core schema of YAML 1.2 makes of them.
///
/// Source: YAML 1.2.2, section 10.3.2.
extension JSONValue {
  init(yaml text: String) throws(InputError) { self.init(try YAMLNode.parse(text, file: "editor.yaml")) }

  private init(_ node: YAMLNode) {
    switch node.content {
    case .list(let items): self = .list(items.map { JSONValue($0) })
    case .mapping(let entries): self = .object(entries.map { Member(key: $0.key, value: JSONValue($0.value)) })
    case .scalar(let text): self = node.style == .plain ? Self.plain(text) : .string(text)
    }
  }

  private static func plain(_ text: String) -> JSONValue {
    switch text {
    case "", "~", "null": return .null
    case "true": return .flag(true)
    case "false": return .flag(false)
    default:
      let isNumber = text.range(
        of: #"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"#, options: .regularExpression)
      return isNumber == nil ? .string(text) : .number(Double(text)!)
    }
  }
}
