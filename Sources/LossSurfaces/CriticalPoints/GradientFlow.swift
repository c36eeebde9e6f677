extension Evaluator {
  /// The minimum that plain descent with steps small enough reaches from `start`: the end of the gradient flow
  /// w′ = −∇f(w).
  ///
  /// Each step solves the flow of the quadratic model exactly over a time τ: −∇f·(1 − e^(−λτ))/λ along each eigenvector.
  /// τ doubles while the model foretells the next gradient and halves where it does not; so stiff valleys cost no more
  /// steps than their bends, and near a minimum the steps become Newton's.
  ///
  /// `visit` is called with the loss and its derivatives at every point of the way, `start` included.
  ///
  /// Edge cases: nil where the flow ends at a saddle, leaves for infinity, or is not at rest after 1000 steps. A minimum
  /// with a kink is found if the flow runs into it.
  public func minimum(downhillFrom start: Point, visit: (SecondOrder) -> Void = { _ in }) -> CriticalPoint? {
    minimum(downhillFrom: start) { _, order in
      visit(order)
      return true
    }
  }

  /// The same, as long as `goesOn` says so of every point of the way and the loss with its derivatives there; nil when it
  /// does not.
  public func minimum(downhillFrom start: Point, while goesOn: (Point, SecondOrder) -> Bool) -> CriticalPoint? {
    var here = start
    var order = secondOrder(at: here)
    var time = 1.0
    let home = Ring.scale(of: start)
    guard goesOn(here, order) else { return nil }
    for _ in 0..<1000 {
      guard order.value.isFinite else { return nil }
      // It may have run onto the kink itself.
      guard order.gradientNorm.isFinite else { break }
      let scale = Ring.scale(of: here)
      guard scale < 1e6 * home else { return nil }
      let step = order.flowStep(time: time)
      let length = (step.x * step.x + step.y * step.y).squareRoot()
      if order.gradient == Point(0, 0) || (length <= 1e-9 * scale && order.isSettled(time: time)) { break }
      let next = Point(here.x + step.x, here.y + step.y)
      let result = secondOrder(at: next)
      if length <= 0.1 * scale, result.value <= order.value, order.foretells(result.gradient, after: step) {
        (here, order) = (next, result)
        guard goesOn(here, order) else { return nil }
        time = min(2 * time, 1e300)
      } else {
        time /= 4
        if length <= 1e-13 * scale { break }
      }
    }
    let end = criticalPoint(near: here, within: 1e-3 * Ring.scale(of: here)) ?? lowestPoint(near: here)
    return end.flatMap { $0.isMinimum ? $0 : nil }
  }

  /// The cusp near `start`, by compass search: the best of the points left, right, above and below, or half the step.
  func lowestPoint(near start: Point) -> CriticalPoint? {
    var here = start
    var value = self.value(at: here)
    var step = 1e-3 * Ring.scale(of: start)
    for _ in 0..<400 where step > 0 {
      var best: (point: Point, value: Double)?
      for (x, y) in [(step, 0), (-step, 0), (0, step), (0, -step)] {
        let next = Point(here.x + x, here.y + y)
        let nextValue = self.value(at: next)
        if nextValue < best?.value ?? value { best = (next, nextValue) }
      }
      if let best { (here, value) = (best.point, best.value) } else { step /= 2 }
      if step < 1e-18 { break }
    }
    return kind(ofCriticalPointAt: here) == .cusp ? CriticalPoint(at: here, kind: .cusp) : nil
  }
}

extension SecondOrder {
  /// How far the gradient flow of the quadratic model moves in a time.
  fileprivate func flowStep(time: Double) -> Point {
    let (small, large) = hessian.eigenvalues
    let axis = hessian.eigenvector(for: large)
    let first = -(gradient.x * axis.x + gradient.y * axis.y) * Self.reach(large, time)
    let second = -(gradient.y * axis.x - gradient.x * axis.y) * Self.reach(small, time)
    return Point(first * axis.x - second * axis.y, first * axis.y + second * axis.x)
  }

  /// Whether a time is so long that the flow of the quadratic model has come to its end or, beside a saddle, has
  /// grown as much as numbers can.
  fileprivate func isSettled(time: Double) -> Bool {
    let (small, large) = hessian.eigenvalues
    return large * time >= 30 && (small >= 0 || -small * time >= Self.longest)
  }

  /// The largest exponent of growth, just before e^x overflows.
  private static let longest = 700.0

  /// (1 − e^(−λτ))/λ, which is τ where λ is zero.
  private static func reach(_ eigenvalue: Double, _ time: Double) -> Double {
    let exponent = min(-eigenvalue * time, longest)
    return exponent.magnitude < 1e-12 ? time : -Elementary.expm1(exponent) / eigenvalue
  }

  /// Whether the quadratic model gave the gradient after a step to within a tenth of the present one.
  fileprivate func foretells(_ next: Point, after step: Point) -> Bool {
    let x = gradient.x + hessian.xx * step.x + hessian.xy * step.y - next.x
    let y = gradient.y + hessian.xy * step.x + hessian.yy * step.y - next.y
    return (x * x + y * y).squareRoot() <= 0.1 * gradientNorm
  }
}
