/// A loss with the registers it is evaluated in: one for each thread.
///
/// Every way to evaluate gives the same bits for the same point: alone or in a block, with derivatives or without.
public final class Evaluator {
  public let loss: LossFunction
  private lazy var valueMachine = ScalarMachine(loss.compilation.value)
  /// Not made when it is first asked for: runs and searches go from point to point, and would count a reference at each.
  private let firstOrderMachine: ScalarMachine
  private lazy var secondOrderMachine = ScalarMachine(loss.compilation.secondOrder)
  private lazy var valueBlocks = BlockMachine(loss.compilation.value)
  private lazy var gradientBlocks = BlockMachine(loss.compilation.gradient)
  private lazy var firstOrderBlocks = BlockMachine(loss.compilation.firstOrder)

  public init(_ loss: LossFunction) {
    self.loss = loss
    firstOrderMachine = ScalarMachine(loss.compilation.firstOrder)
  }

  public func value(at point: Point) -> Double {
    let machine = valueMachine
    machine.run(point.x, point.y, loss.samples)
    return machine.result(0)
  }

  public func firstOrder(at point: Point) -> FirstOrder {
    let machine = firstOrderMachine
    machine.run(point.x, point.y, loss.samples)
    return FirstOrder(value: machine.result(0), x: machine.result(1), y: machine.result(2))
  }

  public func secondOrder(at point: Point) -> SecondOrder {
    let machine = secondOrderMachine
    machine.run(point.x, point.y, loss.samples)
    return SecondOrder(
      value: machine.result(0), gradient: Point(machine.result(1), machine.result(2)),
      hessian: Hessian(xx: machine.result(3), xy: machine.result(4), yy: machine.result(5)))
  }

  /// The mean loss and gradient over some of the rows of a finite-sum loss.
  ///
  /// `rows` must not be empty and must hold indices of the rows; a row may occur twice. Without samples all of the
  /// loss is meant.
  public func firstOrder(at point: Point, rows: some Collection<Int>) -> FirstOrder {
    guard let samples = loss.samples else { return firstOrder(at: point) }
    precondition(!rows.isEmpty, "a mini-batch has at least one row")
    let machine = firstOrderMachine
    machine.run(point.x, point.y, samples, rows: rows)
    return FirstOrder(value: machine.result(0), x: machine.result(1), y: machine.result(2))
  }

  /// f at `count` points. Bits are those of the scalar evaluation.
  public func values(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, into value: UnsafeMutablePointer<Double>
  ) {
    withUnsafePointer(to: value) { results in
      valueBlocks.run(x: x, y: y, count: count, samples: loss.samples, results: results)
    }
  }

  /// ∂f/∂x and ∂f/∂y at `count` points, which is faster than with f; no two of the arrays may overlap.
  public func gradients(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, dx: UnsafeMutablePointer<Double>,
    dy: UnsafeMutablePointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Double>.self, capacity: 2) { results in
      (results[0], results[1]) = (dx, dy)
      gradientBlocks.run(x: x, y: y, count: count, samples: loss.samples, results: results.baseAddress!)
    }
  }

  /// f, ∂f/∂x and ∂f/∂y at `count` points; no two of the arrays may overlap.
  public func gradients(
    x: UnsafePointer<Double>, y: UnsafePointer<Double>, count: Int, value: UnsafeMutablePointer<Double>,
    dx: UnsafeMutablePointer<Double>, dy: UnsafeMutablePointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<Double>.self, capacity: 3) { results in
      (results[0], results[1], results[2]) = (value, dx, dy)
      firstOrderBlocks.run(x: x, y: y, count: count, samples: loss.samples, results: results.baseAddress!)
    }
  }
}

extension LossFunction {
  /// For a point here and there; loops take an `Evaluator`.
  public func value(at point: Point) -> Double { Evaluator(self).value(at: point) }
  public func firstOrder(at point: Point) -> FirstOrder { Evaluator(self).firstOrder(at: point) }
  public func secondOrder(at point: Point) -> SecondOrder { Evaluator(self).secondOrder(at: point) }
}
