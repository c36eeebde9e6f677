/// A loss in two weights, compiled from a formula: its value, gradient and Hessian, all exact.
public struct LossFunction: Sendable {
  public let formula: String
  public let parameters: [Parameter]
  public let definitions: [Definition]
  public let samples: Samples?
  let compilation: LossCompilation

  /// Variables are `x` and `y` and, with samples, their columns; then the loss is the mean over the rows.
  ///
  /// Throws what is wrong with the text, with line and column in it; for a definition the problem begins with its
  /// name. Also throws when a name is no name or stands for two things, and when a parameter is not finite.
  public init(formula: String, parameters: [Parameter] = [], definitions: [Definition] = [], samples: Samples? = nil)
    throws(InputError)
  {
    self.formula = formula
    self.parameters = parameters
    self.definitions = definitions
    self.samples = samples
    compilation = try LossCompilation(
      formula: formula, parameters: parameters, definitions: definitions, columns: samples?.columns ?? [])
  }

  /// The value and its derivatives as formulas in `x`, `y`, the columns and the parameters.
  public var derivativeFormulas: DerivativeFormulas { compilation.formulas() }
}
