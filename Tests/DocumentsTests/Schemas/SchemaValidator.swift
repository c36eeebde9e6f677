import Foundation

@testable import Documents

/// Checks a value against a JSON Schema: as much of draft 2020-12 as ours use, and it stops at a keyword it does not know.
///
/// Source: JSON Schema, draft 2020-12, core and validation.
struct SchemaValidator {
  let root: JSONValue

  init(_ schema: FileSchema) throws {
    root = try JSONDecoder().decode(JSONValue.self, from: Data(schema.text.utf8))
  }

  /// What is wrong, a line each; empty for a value that fits.
  func complaints(about value: JSONValue) -> [String] { check(value, against: root, at: "") }

  private func check(_ value: JSONValue, against schema: JSONValue, at path: String) -> [String] {
    guard case .object(let keywords) = schema else {
      return schema == .flag(false) ? ["\(path): nothing is allowed here"] : []
    }
    return keywords.flatMap { keyword in
      check(value, keyword.key, keyword.value, in: schema, at: path)
    }
  }

  private func fits(_ value: JSONValue, _ schema: JSONValue) -> Bool { check(value, against: schema, at: "").isEmpty }

  private func check(_ value: JSONValue, _ keyword: String, _ wanted: JSONValue, in schema: JSONValue, at path: String)
    -> [String]
  {
    func complain(unless isFine: Bool) -> [String] { isFine ? [] : ["\(path): \(keyword) \(wanted.text())"] }
    switch keyword {
    case "$schema", "title", "description", "default", "$defs", "then": return []
    case "$ref": return check(value, against: target(of: wanted), at: path)
    case "type": return complain(unless: (wanted.items ?? [wanted]).contains { value.isOf(type: $0) })
    case "enum": return complain(unless: wanted.items!.contains(value))
    case "pattern":
      guard case .string(let text) = value, case .string(let pattern) = wanted else { return [] }
      return complain(unless: text.range(of: pattern, options: .regularExpression) != nil)
    case "minimum": return complain(unless: value.number.map { $0 >= wanted.number! } ?? true)
    case "maximum": return complain(unless: value.number.map { $0 <= wanted.number! } ?? true)
    case "exclusiveMinimum": return complain(unless: value.number.map { $0 > wanted.number! } ?? true)
    case "exclusiveMaximum": return complain(unless: value.number.map { $0 < wanted.number! } ?? true)
    case "minItems": return complain(unless: value.items.map { Double($0.count) >= wanted.number! } ?? true)
    case "maxItems": return complain(unless: value.items.map { Double($0.count) <= wanted.number! } ?? true)
    case "minProperties": return complain(unless: value.members.map { Double($0.count) >= wanted.number! } ?? true)
    case "maxProperties": return complain(unless: value.members.map { Double($0.count) <= wanted.number! } ?? true)
    case "anyOf": return complain(unless: wanted.items!.contains { fits(value, $0) })
    case "allOf": return wanted.items!.flatMap { check(value, against: $0, at: path) }
    case "not": return complain(unless: !fits(value, wanted))
    case "if":
      guard fits(value, wanted), let then = schema["then"] else { return [] }
      return check(value, against: then, at: path)
    case "items":
      return (value.items ?? []).enumerated().flatMap { check($1, against: wanted, at: "\(path)/\($0)") }
    case "required":
      guard let members = value.members else { return [] }
      return wanted.items!.filter { name in !members.contains { .string($0.key) == name } }
        .map { "\(path): \($0.text()) is missing" }
    case "properties":
      return (value.members ?? []).flatMap { member in
        wanted[member.key].map { check(member.value, against: $0, at: "\(path)/\(member.key)") } ?? []
      }
    case "additionalProperties":
      return (value.members ?? []).filter { schema["properties"]?[$0.key] == nil }
        .flatMap { check($0.value, against: wanted, at: "\(path)/\($0.key)") }
    default: preconditionFailure("the validator does not know the keyword \(keyword)")
    }
  }

  private func target(of reference: JSONValue) -> JSONValue {
    guard case .string(let text) = reference, let target = root["$defs"]?[String(text.dropFirst("#/$defs/".count))]
    else { preconditionFailure("\(reference.text()) leads nowhere") }
    return target
  }
}

extension JSONValue {
  /// The value of a member; nil when there is none, or the value is no object.
  subscript(key: String) -> JSONValue? { members?.first { $0.key == key }?.value }

  var items: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
  var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }

  fileprivate func isOf(type: JSONValue) -> Bool {
    switch (self, type) {
    case (.null, .string("null")), (.flag, .string("boolean")), (.number, .string("number")),
      (.string, .string("string")), (.list, .string("array")), (.object, .string("object")):
      true
    case (.number(let number), .string("integer")): number.rounded() == number
    default: false
    }
  }
}

extension JSONValue: Decodable {
  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  public init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try container.allKeys.map {
          Member(key: $0.stringValue, value: try container.decode(JSONValue.self, forKey: $0))
        })
      return
    }
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let items = try? container.decode([JSONValue].self) {
      self = .list(items)
    } else {
      self = .string(try container.decode(String.self))
    }
  }
}
