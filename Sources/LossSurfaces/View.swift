/// The part of the plane that a picture shows: a closed rectangle of finite, positive extent.
public struct View: Hashable, Sendable {
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>

  /// Throws when a bound is not finite or the extent in a direction is not positive or not finite.
  public init(x: (Double, Double), y: (Double, Double)) throws(InputError) {
    for (axis, bounds) in [("x", x), ("y", y)] {
      guard bounds.0.isFinite, bounds.1.isFinite else {
        throw InputError("the view's \(axis) bounds must be finite, not \(bounds.0) and \(bounds.1)")
      }
      guard (bounds.1 - bounds.0).isFinite else {
        throw InputError("the view is too wide in \(axis): \(bounds.0) to \(bounds.1)")
      }
      guard bounds.0 < bounds.1 else {
        throw InputError(
          "the view has no extent in \(axis): \(bounds.0) to \(bounds.1)",
          remedy: "Give the lower bound first and a larger upper bound, as in -2..2,-1..3.")
      }
    }
    self.x = x.0...x.1
    self.y = y.0...y.1
  }

  public var width: Double { x.upperBound - x.lowerBound }
  public var height: Double { y.upperBound - y.lowerBound }
  public var diagonal: Double { (width * width + height * height).squareRoot() }
  public var center: Point { Point((x.lowerBound + x.upperBound) / 2, (y.lowerBound + y.upperBound) / 2) }
  public func contains(_ point: Point) -> Bool { x.contains(point.x) && y.contains(point.y) }
}
