/// A name with a formula: a subexpression that later formulas may use.
public struct Definition: Hashable, Sendable {
  public var name: String
  public var formula: String

  public init(_ name: String, _ formula: String) {
    self.name = name
    self.formula = formula
  }
}
