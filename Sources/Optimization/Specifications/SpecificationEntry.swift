import LossSurfaces

/// What a name stands for: one line of the table of all schedules, or of all optimizers.
///
/// Reading, the nearest name of a misspelt key, filling-in and help all follow this table.
public struct SpecificationEntry: Sendable {
  public let name: String
  /// The rule in one line: `ε₀·α^⌊t/N⌋ with α = factor, N = every`.
  public let formula: String
  public let keys: [SpecificationKey]

  init(_ name: String, _ formula: String, _ keys: [SpecificationKey] = []) {
    self.name = name
    self.formula = formula
    self.keys = keys
  }

  /// The same with more keys.
  func adding(_ more: [SpecificationKey]) -> SpecificationEntry { SpecificationEntry(name, formula, keys + more) }

  /// Whether the name alone says enough.
  public var needsNoKeys: Bool { !keys.contains(where: \.isRequired) }

  /// The entry a specification names.
  static func find(_ specification: Specification, in table: [SpecificationEntry], called noun: String)
    throws(InputError) -> SpecificationEntry
  {
    if let entry = table.first(where: { $0.name == specification.name }) { return entry }
    throw InputError(
      "unknown \(noun) '\(specification.name)'",
      remedy: Spelling.remedy(for: specification.name, among: table.map(\.name), called: noun + "s"),
      at: specification.placeOfName)
  }

  /// The keys that are given, each of its kind and in its range.
  func read(_ specification: Specification) throws(InputError) -> [String: Specification.Value] {
    var values: [String: Specification.Value] = [:]
    for argument in specification.arguments {
      let name = argument.key
      guard let key = keys.first(where: { $0.name == name }) else {
        throw InputError(
          "unknown key '\(name)' of '\(specification.name)'",
          remedy: keys.isEmpty
            ? "'\(specification.name)' has no keys."
            : Spelling.remedy(for: name, among: keys.map(\.name), called: "keys of '\(specification.name)'"),
          at: specification.place(ofKey: name))
      }
      guard values[name] == nil else {
        throw InputError("the key '\(name)' is given twice", remedy: "Give it once.")
      }
      values[name] = try key.read(argument.value, in: specification)
    }
    return values
  }

  /// Fills in what stands for the keys that are not given.
  func complete(_ resolved: inout ResolvedKeys) throws(InputError) {
    for key in keys where resolved.values[key.name] == nil {
      switch key.fallback {
      case .required:
        throw InputError(
          "'\(name)' needs the key '\(key.name)'", remedy: "'\(key.name)' is \(key.about).",
          at: resolved.specification.placeOfName)
      case .absent, .fitted: break
      case .value(let value): resolved.values[key.name] = value
      }
    }
    for key in keys where resolved.values[key.name] == nil {
      guard case .fitted(_, let rule) = key.fallback else { continue }
      switch key.kind {
      case .span, .spans: resolved.fit(key.name, rule(resolved))
      default: resolved.values[key.name] = rule(resolved)
      }
    }
  }

  /// The specification that says all of `resolved`, its keys in the table's order.
  func specification(of resolved: ResolvedKeys) -> Specification {
    var specification = Specification(
      name, keys.compactMap { key in resolved.said(key.name).map { Specification.Argument(key.name, $0) } })
    specification.source = resolved.specification.source
    return specification
  }
}
