package import LossSurfaces

extension YAMLNode {
  /// Any scalar as text; not an empty value.
  package func string() throws(InputError) -> String {
    guard case .scalar(let text) = content, !isEmpty else { throw mismatch(needs: "a text") }
    return text
  }

  /// A finite number, written as in formulas: `2`, `.5`, `1e-3`, `2/101`, `pi/6`.
  package func number() throws(InputError) -> Double {
    guard case .scalar(let text) = content, !isEmpty else { throw mismatch(needs: "a number") }
    if style == .quoted { throw mismatch(needs: "a number", remedy: "Leave the quotes out.") }
    let value = if let literal = Self.literal(text) { literal } else { try constant(text) }
    guard value.isFinite else { throw mismatch(needs: "a finite number") }
    return value
  }

  /// A number greater than 0.
  package func positiveNumber() throws(InputError) -> Double {
    let value = try number()
    guard value > 0 else { throw mismatch(needs: "a number greater than 0") }
    return value
  }

  /// A number in a range.
  package func number(in range: ClosedRange<Double>) throws(InputError) -> Double {
    let value = try number()
    guard range.contains(value) else {
      throw mismatch(
        needs: "a number from \(NumberText.string(range.lowerBound)) to \(NumberText.string(range.upperBound))")
    }
    return value
  }

  /// A whole number in a range.
  package func integer(in range: ClosedRange<Int>) throws(InputError) -> Int {
    let need: String
    switch (range.lowerBound, range.upperBound) {
    case (.min, .max): need = "a whole number"
    case (let low, .max): need = "a whole number of at least \(Self.grouped(low))"
    case (.min, let high): need = "a whole number of at most \(Self.grouped(high))"
    case (let low, let high): need = "a whole number from \(Self.grouped(low)) to \(Self.grouped(high))"
    }
    guard let value = Int(exactly: try number()), range.contains(value) else { throw mismatch(needs: need) }
    return value
  }

  /// `true` or `false`.
  package func bool() throws(InputError) -> Bool {
    if case .scalar(let text) = content, style == .plain {
      if text == "true" { return true }
      if text == "false" { return false }
    }
    throw mismatch(needs: "true or false")
  }

  package func list() throws(InputError) -> [YAMLNode] {
    guard case .list(let items) = content else {
      throw mismatch(needs: "a list", remedy: "Write it in brackets: [a, b].")
    }
    return items
  }

  /// Two numbers in brackets.
  package func numberPair() throws(InputError) -> (Double, Double) {
    guard case .list(let items) = content, items.count == 2 else {
      throw mismatch(needs: "a list of two numbers", remedy: "Write them in brackets: [1, 2].")
    }
    return (try items[0].number(), try items[1].number())
  }

  /// A mapping with whatever keys the user likes.
  package func mapping() throws(InputError) -> YAMLMapping {
    guard case .mapping(let entries) = content else { throw mismatch(needs: "a mapping of keys to values") }
    return YAMLMapping(node: self, entries: entries)
  }

  /// A mapping that has no keys but these.
  package func mapping(keys: [String]) throws(InputError) -> YAMLMapping {
    let mapping = try mapping()
    for entry in mapping.entries where !keys.contains(entry.key) {
      throw entry.keyNode.error(
        "unknown key '\(entry.key)'", remedy: Spelling.remedy(for: entry.key, among: keys, called: "keys"))
    }
    return mapping
  }

  /// A whole number with commas between its thousands.
  package static func grouped(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number without operators; formulas would read it to the same bits, but not in a tenth of a microsecond.
  private static func literal(_ text: String) -> Double? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
      ? Double(text) : nil
  }

  private func constant(_ text: String) throws(InputError) -> Double {
    do {
      return try Formula(text, variables: [])([])
    } catch {
      // A word was not meant as a formula.
      throw text.contains(where: \.isNumber) ? located(error) : mismatch(needs: "a number")
    }
  }
}
