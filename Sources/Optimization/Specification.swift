public import LossSurfaces

/// A name with keys, as a user writes it: `step:factor=0.5,every=20`, or `step: {factor: 0.5, every: 20}` in YAML.
public struct Specification: Hashable, Sendable, CustomStringConvertible {
  public enum Value: Hashable, Sendable {
    case number(Double)
    case numbers([Double])
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

  public init(_ name: String, _ arguments: [Argument] = []) {
    self.name = name
    self.arguments = arguments
  }

  /// Reads the command line's form. A comma inside parentheses does not separate.
  public init(parsing text: String) throws(InputError) { fatalError("not built yet") }

  /// The command line's form.
  public var description: String { fatalError("not built yet") }
}
