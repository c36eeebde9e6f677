import LossSurfaces

/// The values of all keys of a schedule or an optimizer, for a run of `steps` updates at `learningRate`.
struct ResolvedKeys {
  var values: [String: Specification.Value]
  let specification: Specification
  let learningRate: Double
  let steps: Int

  /// The value of a key of kind number.
  func number(_ key: String) -> Double {
    guard case .number(let value) = values[key] else { preconditionFailure("'\(key)' is no number") }
    return value
  }

  /// The value of a key of kind count.
  func count(_ key: String) -> Int { Int(number(key)) }

  /// The value of a key of kind count that may be absent.
  func optionalCount(_ key: String) -> Int? { values[key] == nil ? nil : count(key) }

  /// The value of a key of kind counts.
  func counts(_ key: String) -> [Int] {
    guard case .numbers(let values) = values[key] else { preconditionFailure("'\(key)' is no list") }
    return values.map { Int($0) }
  }

  /// The value of a key of kind flag.
  func flag(_ key: String) -> Bool { values[key] == .flag(true) }

  /// The value of a key of kind choice or formula.
  func word(_ key: String) -> String {
    guard case .word(let word) = values[key] else { preconditionFailure("'\(key)' is no word") }
    return word
  }

  /// An error about the value of one key; `place` points at it if it was given.
  func refusal(_ key: String, _ problem: String, remedy: String) -> InputError {
    InputError(
      "'\(key)' \(problem)", remedy: remedy, at: specification.place(ofValue: key) ?? specification.placeOfName)
  }
}
