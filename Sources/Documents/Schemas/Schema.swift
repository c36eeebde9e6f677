import LossSurfaces

/// A JSON Schema of one value: what it may be, and what an editor says of it.
///
/// The readers keep scalars as they are written and ask the key what it takes. A schema is checked after a YAML parser
/// has made its choice, so a text may also have come as a number, and a number such as `2/101` as a text.
///
/// Source: JSON Schema, draft 2020-12, core and validation.
struct Schema: Hashable, Sendable {
  private(set) var members: [JSONValue.Member]

  private init(_ members: [(String, JSONValue)]) { self.members = members.map { .init(key: $0, value: $1) } }

  var json: JSONValue { .object(members) }

  /// The same with another member behind its own.
  func adding(_ key: String, _ value: JSONValue) -> Schema {
    var schema = self
    schema.members.append(.init(key: key, value: value))
    return schema
  }

  /// The same with a sentence that an editor shows in front of all else.
  func described(_ text: String) -> Schema {
    var schema = self
    schema.members.insert(.init(key: "description", value: .string(text)), at: 0)
    return schema
  }

  func standing(_ value: JSONValue) -> Schema { adding("default", value) }

  // MARK: Any value

  /// Anything.
  static let anything = Schema([])
  /// Nothing: what must not be there.
  static let nothing = Schema([("not", .object([]))])

  static func reference(_ name: String) -> Schema { Schema([("$ref", .string("#/$defs/" + name))]) }

  static func any(of schemas: [Schema]) -> Schema { Schema([("anyOf", .list(schemas.map(\.json)))]) }

  static func condition(_ condition: Schema, then: Schema) -> Schema {
    Schema([("if", condition.json), ("then", then.json)])
  }

  // MARK: Scalars

  /// Any text; one that looks like a number or a flag need not be quoted.
  static let text = Schema([("type", .list([.string("string"), .string("number"), .string("boolean")]))])
  /// A formula; `0` alone is a number to YAML.
  static let formula = Schema([("type", .list([.string("string"), .string("number")]))])
  /// A key with nothing behind it.
  static let empty = Schema([("type", .string("null"))])
  static let flag = Schema([("type", .string("boolean"))])

  static func word(_ words: [String]) -> Schema { Schema([("enum", .list(words.map(JSONValue.string)))]) }

  static func text(matching pattern: String) -> Schema {
    Schema([("type", .string("string")), ("pattern", .string(pattern))])
  }

  /// A number or a constant formula; bounds are checked of what YAML takes for a number.
  static func number(_ bounds: (String, Double)...) -> Schema { number(bounds) }

  static func number(_ bounds: [(String, Double)]) -> Schema { constant(of: "number", bounds) }

  static let positive = number(("exclusiveMinimum", 0))
  static let nonnegative = number(("minimum", 0))

  static func number(in range: ClosedRange<Double>) -> Schema {
    number(("minimum", range.lowerBound), ("maximum", range.upperBound))
  }

  static func integer(in range: ClosedRange<Int>) -> Schema {
    constant(of: "integer", [("minimum", Double(range.lowerBound)), ("maximum", Double(range.upperBound))])
  }

  private static func constant(of type: String, _ bounds: [(String, Double)]) -> Schema {
    let plain = Schema([("type", .string(type))] + bounds.map { ($0, .number($1)) })
    return any(of: [plain, reference("constant")])
  }

  // MARK: Lists and mappings

  static func list(of item: Schema, least: Int = 0, most: Int? = nil) -> Schema {
    var schema = Schema([("type", .string("array")), ("items", item.json)])
    if least > 0 { schema = schema.adding("minItems", .number(Double(least))) }
    if let most { schema = schema.adding("maxItems", .number(Double(most))) }
    return schema
  }

  /// Two numbers in brackets.
  static let pair = list(of: number(), least: 2, most: 2)

  /// A mapping that has no keys but these.
  static func mapping(_ keys: [(String, Schema)], required: [String] = []) -> Schema {
    properties(keys, required: required, more: .flag(false))
  }

  /// A mapping with whatever keys the user likes.
  static func mapping(toValues value: Schema) -> Schema {
    Schema([("type", .string("object")), ("additionalProperties", value.json)])
  }

  /// What is asked of some keys of a mapping, whatever others there are.
  static func keys(_ keys: [(String, Schema)] = [], required: [String] = []) -> Schema {
    properties(keys, required: required, more: nil)
  }

  private static func properties(_ keys: [(String, Schema)], required: [String], more: JSONValue?) -> Schema {
    var schema = Schema(more == nil ? [] : [("type", .string("object"))])
    if !keys.isEmpty {
      schema = schema.adding("properties", .object(keys.map { .init(key: $0, value: $1.json) }))
    }
    if !required.isEmpty { schema = schema.adding("required", .list(required.map(JSONValue.string))) }
    if let more { schema = schema.adding("additionalProperties", more) }
    return schema
  }
}
