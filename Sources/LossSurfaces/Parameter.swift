/// A name with a number: a parameter of a formula.
public struct Parameter: Hashable, Sendable {
  public var name: String
  public var value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}
