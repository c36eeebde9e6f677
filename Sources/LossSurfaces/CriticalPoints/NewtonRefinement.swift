extension Evaluator {
  /// The critical point that Newton's iteration reaches from `point`, classified.
  ///
  /// Steps are −H⁻¹∇f, halved until ‖∇f‖ falls; a direction in which H is singular is left out, so that a curve of
  /// minima is reached at the point nearby. The iteration ends where ‖∇f‖ falls no more, which is rounding (about
  /// 1e-15 of the terms of ∇f); at a degenerate point it takes one step for each bit.
  ///
  /// Edge cases: nil when the iteration moves further than `distance` from `point`, when it does not come to rest in
  /// 200 steps or gets stuck on the way (as in a curved valley far stiffer than it is long), and on flat ground, where
  /// every point is critical. Cusps are not found.
  public func criticalPoint(near point: Point, within distance: Double = .infinity) -> CriticalPoint? {
    guard let end = stationaryPoint(near: point, within: distance), let kind = kind(ofCriticalPointAt: end),
      kind != .cusp
    else { return nil }
    return CriticalPoint(at: end, kind: kind)
  }

  /// The same without its kind.
  func stationaryPoint(near point: Point, within distance: Double) -> Point? {
    var here = point
    var order = secondOrder(at: here)
    guard order.gradientNorm.isFinite else { return nil }
    var milestone = order.gradientNorm
    for count in 1...200 {
      guard order.gradientNorm > 0, let step = order.newtonStep else { break }
      guard let next = shorten(step, from: here, below: order.gradientNorm) else { break }
      guard next.distance(to: point) <= distance else { return nil }
      let isLast = next.distance(to: here) <= 1e-16 * (1 + here.distance(to: Point(0, 0)))
      here = next
      order = secondOrder(at: here)
      if isLast { break }
      guard count % Self.patience == 0 else { continue }
      if order.gradientNorm > Self.progress * milestone { return nil }
      milestone = order.gradientNorm
    }
    // Where a full step would still lead further away than rounding does, the iteration only got stuck.
    let rest = order.newtonStep.map { Point(here.x + $0.x, here.y + $0.y).distance(to: here) } ?? 0
    guard rest <= Self.rounding * Ring.scale(of: here) else { return nil }
    return isStationary(here, gradientNorm: order.gradientNorm) ? here : nil
  }

  /// After so many steps the gradient must be shorter by this factor. At a degenerate point a step shortens it to a
  /// third or so, and on the way to any other the first few may be halved many times.
  private static let patience = 20
  private static let progress = 0.1
  /// How far the last step may lead, in units of the distance from 0: what rounding does where one eigenvalue is 1e10
  /// times the other.
  private static let rounding = 1e-5

  /// The first of the points a full, half, quarter … step away where the gradient is shorter than `norm`.
  private func shorten(_ step: Point, from here: Point, below norm: Double) -> Point? {
    var fraction = 1.0
    for _ in 0..<30 {
      let next = Point(here.x + fraction * step.x, here.y + fraction * step.y)
      if next == here { return nil }
      if firstOrder(at: next).gradientNorm < norm { return next }
      fraction /= 2
    }
    return nil
  }

  /// Whether the gradient is as good as zero beside the gradients a little way around.
  private func isStationary(_ point: Point, gradientNorm: Double) -> Bool {
    let around = Ring(point, radius: 1e-3 * Ring.scale(of: point)).points.map { firstOrder(at: $0).gradientNorm }
    let largest = around.reduce(0, max)
    return largest > 0 && gradientNorm <= 1e-6 * largest
  }
}

extension SecondOrder {
  /// −H⁻¹∇f in the directions where H is not singular (to 1e-10 of its norm); nil if there is none.
  fileprivate var newtonStep: Point? {
    let (small, large) = hessian.eigenvalues
    let norm = max(small.magnitude, large.magnitude)
    guard norm > 0, norm.isFinite, gradientNorm.isFinite else { return nil }
    let axis = hessian.eigenvector(for: large)
    let along = (gradient.x * axis.x + gradient.y * axis.y, gradient.y * axis.x - gradient.x * axis.y)
    let first = large.magnitude > 1e-10 * norm ? -along.0 / large : 0
    let second = small.magnitude > 1e-10 * norm ? -along.1 / small : 0
    return Point(first * axis.x - second * axis.y, first * axis.y + second * axis.x)
  }
}

/// Sixteen points on a circle.
struct Ring {
  let points: [Point]

  init(_ center: Point, radius: Double) {
    points = Self.directions.map { Point(center.x + radius * $0.0, center.y + radius * $0.1) }
  }

  /// The unit of length at a point: its distance from 0, but at least 1.
  static func scale(of point: Point) -> Double { max(1, point.distance(to: Point(0, 0))) }

  private static let directions: [(Double, Double)] = {
    let (cosine, sine) = (0.9238795325112867, 0.3826834323650898)
    var direction = (1.0, 0.0)
    var result: [(Double, Double)] = []
    for step in 0..<16 {
      // Exact on the axes, so that a kink along an axis is met.
      if step % 4 == 0 { direction = [(1, 0), (0, 1), (-1, 0), (0, -1)][step / 4] }
      result.append(direction)
      direction = (direction.0 * cosine - direction.1 * sine, direction.0 * sine + direction.1 * cosine)
    }
    return result
  }()
}
