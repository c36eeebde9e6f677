import LossSurfaces

/// The critical points that a run may have to do with, under the names that the surface gives them.
struct Landscape {
  /// Declared coordinates are rounded: a point found this near to a declared one, in diagonals of the view, is it.
  private static let rounding = 1e-3
  /// Minima whose losses differ by less than this share of the loss at the view's corners are equally low.
  private static let equality = 1e-9

  private let evaluator: Evaluator
  private let declared: [CriticalPoint]
  private let view: View
  private let reach: Double

  /// With weight decay the run descends another loss than the surface's, whose critical points are not its own.
  init(of surface: Surface, objective: Objective) {
    evaluator = objective.evaluator
    declared = objective.weightDecay == 0 ? surface.criticalPoints : []
    view = surface.view
    reach = Self.rounding * surface.view.diagonal
  }

  /// Whether there is more than one minimum, so that it needs saying which.
  var hasSeveralMinima: Bool { declared.count { $0.isMinimum } > 1 }

  /// Whether there may be more than one basin: not when just one minimum, or none, is declared among others.
  var mayHaveBasins: Bool { hasSeveralMinima || declared.isEmpty }

  /// Whether two points are so near that they would be one declared point.
  func isNear(_ first: Point, _ second: Point) -> Bool { first.distance(to: second) <= reach }

  /// The minimum that plain descent reaches from a point.
  func minimum(below point: Point) -> CriticalPoint? {
    bottom(below: point).flatMap { evaluator.isPole(at: $0) ? nil : named($0) }
  }

  /// The same, followed as long as `goesOn` says so of every point of the way; nil when it does not.
  func minimum(below point: Point, while goesOn: (Point, SecondOrder) -> Bool) -> CriticalPoint? {
    guard point.isFinite, let bottom = evaluator.minimum(downhillFrom: point, while: goesOn) else { return nil }
    return evaluator.isPole(at: bottom) ? nil : named(bottom)
  }

  /// The neighbourhood of a minimum from which there is no way out, if it has one.
  func trap(about minimum: CriticalPoint, reach: Double) -> Trap? { Trap(about: minimum, on: evaluator, reach: reach) }

  /// Where plain descent from a point reaches a loss of −∞.
  func pole(below point: Point) -> Point? {
    bottom(below: point).flatMap { evaluator.isPole(at: $0) ? $0.point : nil }
  }

  /// The largest gradient on the way of plain descent from a point.
  func steepestGradient(below point: Point) -> Double {
    var steepest = 0.0
    _ = evaluator.minimum(downhillFrom: point) { steepest = max(steepest, $0.gradientNorm) }
    return steepest
  }

  private func bottom(below point: Point) -> CriticalPoint? {
    point.isFinite ? evaluator.minimum(downhillFrom: point) : nil
  }

  /// The loss of the lowest minimum declared, if that is below the loss at a point by more than rounding.
  func lowestLoss(below point: Point) -> Double? {
    let losses = declared.lazy.filter(\.isMinimum).map { evaluator.value(at: $0.point) }.filter(\.isFinite)
    guard let lowest = losses.min() else { return nil }
    let corners = [view.x.lowerBound, view.x.upperBound].flatMap { x in
      [Point(x, view.y.lowerBound), Point(x, view.y.upperBound)]
    }
    let highest = corners.map(evaluator.value).filter(\.isFinite).max() ?? lowest
    return evaluator.value(at: point) - lowest > Self.equality * abs(highest - lowest) ? lowest : nil
  }

  /// The critical point that Newton's iteration reaches from a point, if it stays within a distance.
  func criticalPoint(near point: Point, within distance: Double) -> CriticalPoint? {
    guard point.isFinite else { return nil }
    return evaluator.criticalPoint(near: point, within: distance).map(named)
  }

  /// The nearest of the declared minima and `other`, to all digits.
  func nearestMinimum(to point: Point, or other: CriticalPoint?) -> CriticalPoint? {
    guard point.isFinite else { return nil }
    // Of a valley one point is declared, which says nothing about how near the curve comes.
    let isolated = declared.filter { $0.isMinimum && $0.kind != .valley }
    let known = isolated.min { $0.point.distance(to: point) < $1.point.distance(to: point) }
    guard let known else { return other }
    if let other, other.point.distance(to: point) <= known.point.distance(to: point) + reach { return other }
    return known.kind == .cusp ? known : criticalPoint(near: known.point, within: reach) ?? known
  }

  /// Whether two points found are one; all points of a curve of minima are.
  func isSame(_ first: CriticalPoint, _ second: CriticalPoint) -> Bool {
    (first.kind == .valley && second.kind == .valley) || isNear(first.point, second.point)
  }

  /// The point with the name and kind of the declared point that it is.
  private func named(_ found: CriticalPoint) -> CriticalPoint {
    let namesake = declared.first { isNear($0.point, found.point) }
    return namesake.map { CriticalPoint(at: found.point, kind: $0.kind, name: $0.name) } ?? found
  }
}
