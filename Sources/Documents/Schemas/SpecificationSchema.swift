import Optimization

extension Schema {
  /// A schedule or an optimizer, in all the forms that a recipe may give it: a name, a name with keys as on the command
  /// line, or a mapping of the one name to its keys.
  static func specification(of table: [SpecificationEntry], named noun: String) -> Schema {
    let names = table.map(\.name)
    let bare = word(table.filter(\.needsNoKeys).map(\.name))
    let typed = text(matching: "^ *(\(names.joined(separator: "|"))) *:")
    let keyed = mapping(table.map { ($0.name, keys(of: $0)) })
      .adding("minProperties", .number(1)).adding("maxProperties", .number(1))
    return any(of: [bare, typed, keyed]).described("\(noun): a name, or a name with its keys.")
  }

  private static func keys(of entry: SpecificationEntry) -> Schema {
    let required = entry.keys.filter(\.isRequired).map(\.name)
    let keys = mapping(entry.keys.map { ($0.name, Schema(of: $0)) }, required: required)
    // `cosine:` with nothing behind it is as good as `cosine`.
    return (entry.needsNoKeys ? any(of: [keys, empty]) : keys).described(entry.formula)
  }

  private init(of key: SpecificationKey) {
    let standard = key.standard.map { " Left out: \($0)." } ?? ""
    self = Self.value(of: key.kind).described(key.about.prefix(1).uppercased() + key.about.dropFirst() + "." + standard)
    switch key.fixedStandard {
    case .number(let number): self = standing(.number(number))
    case .flag(let flag): self = standing(.flag(flag))
    case .word(let word): self = standing(.string(word))
    case .numbers, .epochs, nil: break
    }
  }

  private static func value(of kind: SpecificationKey.Kind) -> Schema {
    switch kind {
    case .number(let bounds): number(limits(of: bounds))
    case .count(let range): integer(in: range)
    case .span(let range): any(of: [integer(in: range), reference("epochs")])
    case .spans(let range):
      any(of: [
        integer(in: range), reference("epochs"),
        list(of: integer(in: range), least: 1), list(of: reference("epochs"), least: 1),
      ])
    case .flag: flag
    case .choice(let words): word(words)
    case .formula: formula
    }
  }

  private static func limits(of bounds: SpecificationKey.Bounds) -> [(String, Double)] {
    var limits: [(String, Double)] = []
    if bounds.lower.isFinite { limits.append((bounds.includesLower ? "minimum" : "exclusiveMinimum", bounds.lower)) }
    if bounds.upper.isFinite { limits.append((bounds.includesUpper ? "maximum" : "exclusiveMaximum", bounds.upper)) }
    return limits
  }
}
