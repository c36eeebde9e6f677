/// The rows of data over which a finite-sum loss is the mean.
public struct Samples: Hashable, Sendable {
  public let columns: [String]
  public let rows: [[Double]]

  /// Throws when there are no rows, a row has the wrong number of cells, or a cell is not finite (row and column named).
  public init(columns: [String], rows: [[Double]]) throws(InputError) {
    self.columns = columns
    self.rows = rows
  }
}

/// A name with a number: a parameter of a formula.
public struct Parameter: Hashable, Sendable {
  public var name: String
  public var value: Double

  public init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

/// A name with a formula: a subexpression that later formulas may use.
public struct Definition: Hashable, Sendable {
  public var name: String
  public var formula: String

  public init(_ name: String, _ formula: String) {
    self.name = name
    self.formula = formula
  }
}

/// The derivatives of a loss, printed as formulas.
public struct DerivativeFormulas: Hashable, Sendable {
  public var value, x, y, xx, xy, yy: String
}

/// A loss in two weights, compiled from a formula: its value, gradient and Hessian, all exact.
public struct LossFunction: Sendable {
  public let formula: String
  public let parameters: [Parameter]
  public let definitions: [Definition]
  public let samples: Samples?

  /// Variables are `x` and `y` and, with samples, their columns; then the loss is the mean over the rows.
  public init(formula: String, parameters: [Parameter] = [], definitions: [Definition] = [], samples: Samples? = nil)
    throws(InputError)
  {
    self.formula = formula
    self.parameters = parameters
    self.definitions = definitions
    self.samples = samples
  }

  public var derivativeFormulas: DerivativeFormulas { fatalError("not built yet") }

  /// For a point here and there; loops take an `Evaluator`.
  public func value(at point: Point) -> Double { fatalError("not built yet") }
  public func firstOrder(at point: Point) -> FirstOrder { fatalError("not built yet") }
  public func secondOrder(at point: Point) -> SecondOrder { fatalError("not built yet") }
}

/// A loss with the registers it is evaluated in: one for each thread.
public final class Evaluator {
  public let loss: LossFunction

  public init(_ loss: LossFunction) { self.loss = loss }

  public func value(at point: Point) -> Double { fatalError("not built yet") }
  public func firstOrder(at point: Point) -> FirstOrder { fatalError("not built yet") }
  public func secondOrder(at point: Point) -> SecondOrder { fatalError("not built yet") }

  /// The mean loss and gradient over some of the rows of a finite-sum loss.
  public func firstOrder(at point: Point, rows: some Collection<Int>) -> FirstOrder { fatalError("not built yet") }

  /// f at `count` points. Bits are those of the scalar evaluation.
  public func values(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, into value: UnsafeMutablePointer<Double>
  ) { fatalError("not built yet") }

  /// f, ∂f/∂x and ∂f/∂y at `count` points.
  public func gradients(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, value: UnsafeMutablePointer<Double>,
    dx: UnsafeMutablePointer<Double>, dy: UnsafeMutablePointer<Double>
  ) { fatalError("not built yet") }
}
