/// A name with keys, as a user writes it: `step:factor=0.5,every=20`, or `step: {factor: 0.5, every: 20}` in YAML.
///
/// Which names and keys exist, and what they take, is known to `Schedule` and `Optimizer`.
public struct Specification: Hashable, Sendable, CustomStringConvertible {
  public enum Value: Hashable, Sendable {
    case number(Double)
    case numbers([Double])
    /// One number of epochs or several: `3 epochs/6 epochs`.
    case epochs([Double])
    case flag(Bool)
    case word(String)
  }
  public struct Argument: Hashable, Sendable {
    public var key: String
    public var value: Value

    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  public var name: String
  public var arguments: [Argument]
  /// The text that this was read from, for the caret of a message.
  var source = Source()

  public init(_ name: String, _ arguments: [Argument] = []) {
    self.name = name
    self.arguments = arguments
  }

  /// The value of a key, or nil when it is not given.
  public subscript(key: String) -> Value? { arguments.first { $0.key == key }?.value }

  /// The command line's form, in canonical spelling: it reads back as an equal specification, except that a list of
  /// one number reads back as the number.
  public var description: String {
    guard !arguments.isEmpty else { return name }
    return name + ":" + arguments.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  /// A text that is no part of what it says: all sources are equal.
  struct Source: Hashable, Sendable {
    var text: String?
    static func == (a: Source, b: Source) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
  }
}

extension Specification.Value: CustomStringConvertible {
  public var description: String {
    switch self {
    case .number(let number): Numeral.exact(number)
    case .numbers(let numbers): numbers.map(Numeral.exact).joined(separator: "/")
    case .epochs(let epochs): epochs.map { Span.epochs($0).description }.joined(separator: "/")
    case .flag(let flag): flag ? "true" : "false"
    case .word(let word): word
    }
  }
}
