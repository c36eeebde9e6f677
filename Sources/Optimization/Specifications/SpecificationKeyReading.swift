import LossSurfaces

extension SpecificationKey {
  /// The value as this key takes it.
  func read(_ value: Specification.Value, in specification: Specification) throws(InputError) -> Specification.Value {
    switch kind {
    case .number(let bounds):
      if let number = value.asNumber, bounds.contains(number) { return .number(number) }
    case .count(let range):
      if let number = value.asNumber, Self.isWhole(number, in: range) { return .number(number) }
      try checkLimit(value, value.asNumber, range, in: specification)
    case .span(let range):
      if let number = value.asNumber, Self.isWhole(number, in: range) { return .number(number) }
      if case .epochs(let epochs) = value, epochs.count == 1, Self.areEpochs(epochs, range) { return value }
      try checkLimit(value, value.asNumber ?? value.asEpochs?.max(), range, in: specification)
    case .spans(let range):
      if let numbers = value.asNumbers, Self.rise(numbers) {
        if numbers.allSatisfy({ Self.isWhole($0, in: range) }) { return .numbers(numbers) }
        try checkLimit(value, numbers.last, range, in: specification)
      }
      if let epochs = value.asEpochs, Self.rise(epochs) {
        if Self.areEpochs(epochs, range) { return value }
        try checkLimit(value, epochs.last, range, in: specification)
      }
    case .flag:
      if case .flag = value { return value }
    case .choice(let words):
      if case .word(let word) = value, words.contains(word) { return value }
    case .formula:
      switch value {
      case .word: return value
      case .number, .numbers, .epochs: return .word(value.description)
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
    switch kind {
    case .span, .spans: return value.isAboutEpochs ? Self.epochRule : meaning
    default: return meaning
    }
  }

  private static let epochRule = "Epochs are above 0, and a list is all of updates or all of epochs."

  private var meaning: String { "It means \(about)\(standard.map { "; left out, it is \($0)" } ?? "")." }

  private static func isWhole(_ number: Double, in range: ClosedRange<Int>) -> Bool {
    number >= Double(range.lowerBound) && number <= Double(range.upperBound) && Double(Int(number)) == number
  }

  /// Epochs have at least one update each, so that no more of them are allowed than of updates.
  private static func areEpochs(_ epochs: [Double], _ range: ClosedRange<Int>) -> Bool {
    epochs.allSatisfy { $0 > 0 && $0 <= Double(range.upperBound) }
  }

  private static func rise(_ numbers: [Double]) -> Bool {
    !numbers.isEmpty && zip(numbers, numbers.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// `number` is the greatest in the value.
  private func checkLimit(
    _ value: Specification.Value, _ number: Double?, _ range: ClosedRange<Int>, in specification: Specification
  ) throws(InputError) {
    guard let number, number > Double(range.upperBound) else { return }
    throw InputError(
      "'\(name)' is \(value); the limit is \(range.upperBound)", remedy: meaning,
      at: specification.place(ofValue: name))
  }
}

extension Specification.Value {
  /// One number; a list stands for the quotient, as its text does in a formula.
  fileprivate var asNumber: Double? {
    switch self {
    case .number(let number): number
    case .numbers(let numbers): numbers.isEmpty ? nil : numbers.dropFirst().reduce(numbers[0], /)
    case .epochs, .flag, .word: nil
    }
  }

  /// One number or several.
  var asNumbers: [Double]? {
    switch self {
    case .number(let number): [number]
    case .numbers(let numbers): numbers
    case .epochs, .flag, .word: nil
    }
  }

  /// Whether it speaks of epochs, rightly or not.
  fileprivate var isAboutEpochs: Bool { description.contains("epoch") }

  fileprivate var asEpochs: [Double]? { if case .epochs(let epochs) = self { epochs } else { nil } }
}
