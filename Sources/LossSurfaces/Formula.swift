/// A formula in variables of the caller's choice, compiled: `lr*exp(-t/20)` in t, T and lr.
public struct Formula: Sendable, Hashable {
  public let text: String
  public let variables: [String]

  public init(_ text: String, variables: [String], parameters: [Parameter] = []) throws(InputError) {
    self.text = text
    self.variables = variables
  }

  /// The value where variable i is `values[i]`; nan outside the domain.
  public func callAsFunction(_ values: [Double]) -> Double { fatalError("not built yet") }
}
