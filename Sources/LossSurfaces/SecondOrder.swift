/// A symmetric 2×2 matrix of second derivatives.
public struct Hessian: Hashable, Sendable {
  public var xx: Double
  public var xy: Double
  public var yy: Double

  public init(xx: Double, xy: Double, yy: Double) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// The eigenvalues, smaller first: with m and d half the sum and half the difference of the diagonal, m ± √(d² + fxy²) is the one that is
  /// larger in magnitude, and det over it the other, which so loses digits to cancellation only as far as det does.
  public var eigenvalues: (small: Double, large: Double) {
    let mean = (xx + yy) / 2
    let radius = Elementary.hypot((xx - yy) / 2, xy)
    let outer = mean < 0 ? mean - radius : mean + radius
    guard outer != 0 else { return (0 - radius, radius) }
    let inner = xx / outer * yy - xy / outer * xy
    return mean < 0 ? (outer, inner) : (inner, outer)
  }

  /// The unit eigenvector that belongs to `eigenvalue`, which must be one of the two; (1, 0) when every vector is one.
  public func eigenvector(for eigenvalue: Double) -> Point {
    let first = (xy, eigenvalue - xx)
    let second = (eigenvalue - yy, xy)
    let (a, b) =
      first.0 * first.0 + first.1 * first.1 >= second.0 * second.0 + second.1 * second.1 ? first : second
    let norm = (a * a + b * b).squareRoot()
    return norm > 0 ? Point(a / norm, b / norm) : Point(1, 0)
  }
}

extension Hessian {
  /// The direction in which the surface falls away at a saddle: the unit eigenvector of the negative eigenvalue, pointing
  /// to the right, or up; nil unless the eigenvalues have opposite signs.
  public var unstableDirection: Point? {
    let (small, large) = eigenvalues
    guard small < 0, large > 0 else { return nil }
    let axis = eigenvector(for: small)
    return axis.x < 0 || (axis.x == 0 && axis.y < 0) ? Point(0 - axis.x, 0 - axis.y) : axis
  }
}

/// The loss and its gradient at a point.
public struct FirstOrder: Hashable, Sendable {
  public var value: Double
  public var x: Double
  public var y: Double

  public init(value: Double, x: Double, y: Double) {
    self.value = value
    self.x = x
    self.y = y
  }

  /// The Euclidean norm of the gradient.
  public var gradientNorm: Double { (x * x + y * y).squareRoot() }
}

/// The loss, its gradient and its Hessian at a point.
public struct SecondOrder: Hashable, Sendable {
  public var value: Double
  public var gradient: Point
  public var hessian: Hessian

  public init(value: Double, gradient: Point, hessian: Hessian) {
    self.value = value
    self.gradient = gradient
    self.hessian = hessian
  }

  public var gradientNorm: Double { (gradient.x * gradient.x + gradient.y * gradient.y).squareRoot() }
}
