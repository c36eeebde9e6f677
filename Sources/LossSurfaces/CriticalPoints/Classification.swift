extension Evaluator {
  /// What kind of critical point is at `point`, or nil when there is none within about 5e-6 of its distance from 0.
  ///
  /// The eigenvalues decide where they can. Whether one is zero is judged by what the gradient does a little way off in
  /// its direction, so no unit of the loss or the plane matters. Where the gradient around does not shrink with the
  /// distance, it does not exist at the point: a cusp, if the loss is larger all around.
  public func kind(ofCriticalPointAt point: Point) -> CriticalPoint.Kind? {
    let order = secondOrder(at: point)
    guard order.value.isFinite else { return nil }
    let scale = Ring.scale(of: point)
    let (far, near) = (gradient(around: point, 1e-4 * scale), gradient(around: point, 1e-7 * scale))
    guard far > 0 else { return nil }
    if !(near < 0.3 * far) || !order.gradientNorm.isFinite {
      return isLowest(point, order.value, 1e-4 * scale) && isLowest(point, order.value, 1e-6 * scale) ? .cusp : nil
    }
    guard order.gradientNorm <= 0.05 * far else { return nil }
    let hessian = order.hessian
    let (small, large) = hessian.eigenvalues
    guard small.isFinite, large.isFinite else {
      return isLowest(point, order.value, 1e-2 * scale) ? .minimum : .degenerate
    }
    let norm = max(small.magnitude, large.magnitude)
    let isFlat = norm <= 0.1 * far / (1e-4 * scale)
    if !isFlat {
      let weak = small.magnitude < large.magnitude ? small : large
      if !isZero(weak, of: norm, hessian, point, 1e-4 * scale) {
        return small > 0 ? .minimum : large < 0 ? .maximum : .saddle
      }
      if weak == small, isValley(point, hessian.eigenvector(for: small), 1e-2 * scale) { return .valley }
    }
    return isLowest(point, order.value, 1e-2 * scale) ? .minimum : .degenerate
  }

  /// The largest gradient on a ring; infinite where it does not exist.
  private func gradient(around point: Point, _ radius: Double) -> Double {
    Ring(point, radius: radius).points.reduce(0) { largest, point in
      let norm = firstOrder(at: point).gradientNorm
      return norm.isNaN ? .infinity : max(largest, norm)
    }
  }

  /// Whether the loss is larger all around; by less than 1e-10 of its largest rise counts as not at all.
  private func isLowest(_ point: Point, _ value: Double, _ radius: Double) -> Bool {
    let rises = Ring(point, radius: radius).points.map { self.value(at: $0) - value }
    let largest = rises.reduce(0, max)
    return largest > 0 && rises.allSatisfy { $0 > 1e-10 * largest }
  }

  /// Whether an eigenvalue fails to say how the gradient changes along its eigenvector.
  private func isZero(
    _ eigenvalue: Double, of norm: Double, _ hessian: Hessian, _ point: Point, _ distance: Double
  ) -> Bool {
    if eigenvalue.magnitude <= 1e-12 * norm { return true }
    if eigenvalue.magnitude > 1e-3 * norm { return false }
    let axis = hessian.eigenvector(for: eigenvalue)
    let here = firstOrder(at: point)
    // To each side: where a third derivative rules, the two changes cancel.
    return [distance, -distance].contains { distance in
      let there = firstOrder(at: Point(point.x + distance * axis.x, point.y + distance * axis.y))
      let change = ((there.x - here.x) * axis.x + (there.y - here.y) * axis.y) / distance
      return !((change - eigenvalue).magnitude <= 0.5 * eigenvalue.magnitude)
    }
  }

  /// Whether there are other critical points on both sides in the flat direction.
  private func isValley(_ point: Point, _ axis: Point, _ distance: Double) -> Bool {
    [distance, -distance].allSatisfy { offset in
      let beside = Point(point.x + offset * axis.x, point.y + offset * axis.y)
      return stationaryPoint(near: beside, within: distance / 2) != nil
    }
  }
}
