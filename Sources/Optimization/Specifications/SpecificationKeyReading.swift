import LossSurfaces

extension SpecificationKey {
  /// The value as this key takes it.
  func read(_ value: Specification.Value, in specification: Specification) throws(InputError) -> Specification.Value {
    switch kind {
    case .number(let bounds):
      if let number = value.asNumber, bounds.contains(number) { return .number(number) }
    case .count(let range):
      if let number = value.asNumber, Self.isWhole(number, in: range) { return .number(number) }
      try checkLimit(value.asNumber, range, in: specification)
    case .counts(let range):
      if let numbers = value.asNumbers, !numbers.isEmpty {
        let rises = zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
        if rises, numbers.allSatisfy({ Self.isWhole($0, in: range) }) { return .numbers(numbers) }
        try checkLimit(numbers.last, range, in: specification)
      }
    case .flag:
      if case .flag = value { return value }
    case .choice(let words):
      if case .word(let word) = value, words.contains(word) { return value }
    case .formula:
      switch value {
      case .word: return value
      case .number, .numbers: return .word(value.description)
      case .flag: break
      }
    }
    throw InputError(
      "'\(name)' takes \(takes), not \(value)", remedy: remedy(for: value), at: specification.place(ofValue: name))
  }

  private func remedy(for value: Specification.Value) -> String {
    if case .choice(let words) = kind, let near = Spelling.nearest(to: value.description, among: words) {
      return "Did you mean '\(near)'?"
    }
    return meaning
  }

  private var meaning: String { "It means \(about)\(standard.map { "; left out, it is \($0)" } ?? "")." }

  private static func isWhole(_ number: Double, in range: ClosedRange<Int>) -> Bool {
    number >= Double(range.lowerBound) && number <= Double(range.upperBound) && Double(Int(number)) == number
  }

  private func checkLimit(_ number: Double?, _ range: ClosedRange<Int>, in specification: Specification)
    throws(InputError)
  {
    guard let number, number > Double(range.upperBound) else { return }
    throw InputError(
      "'\(name)' is \(Numeral.exact(number)); the limit is \(range.upperBound)", remedy: meaning,
      at: specification.place(ofValue: name))
  }
}

extension Specification.Value {
  /// One number; a list stands for the quotient, as its text does in a formula.
  fileprivate var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .numbers(let numbers): numbers.isEmpty ? nil : numbers.dropFirst().reduce(numbers[0], /)
    case .flag, .word: nil
    }
  }

  fileprivate var asNumbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .numbers(let numbers): numbers
    case .flag, .word: nil
    }
  }
}
