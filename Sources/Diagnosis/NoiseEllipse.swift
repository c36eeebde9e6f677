public import LossSurfaces
public import Optimization

/// How far chance throws one update of plain descent: the ellipse w + 2·η·C^½·u over all u of length 1.
///
/// C is the covariance of the gradients that updates use at w, of noise and of mini-batches together, η the rate ε₀ of
/// the run: the initial one, or the peak of a cycle. So the half axes are 2·η·√c along the eigenvectors of C, c being
/// its eigenvalues: two standard deviations, which in two dimensions hold 86 % of normal noise.
///
/// Edge cases: noise in one direction alone makes a line; where all rows have one gradient, a point. For batches of a
/// reshuffled epoch C is that of a single one of them; see `GradientVariance`. Momentum and adaptive rates are left out.
public struct NoiseEllipse: Hashable, Sendable {
  /// w.
  public let center: Point
  /// The longer half axis, as a vector.
  public let long: Point
  /// The shorter half axis, as a vector.
  public let short: Point

  /// Nil when nothing in the run is left to chance.
  public init?(of run: Run, at center: Point) {
    guard run.isStochastic else { return nil }
    let variance = GradientVariance(of: run, at: center)
    // A covariance is a symmetric matrix as well.
    let matrix = Hessian(xx: variance.xx, xy: variance.xy, yy: variance.yy)
    let (small, large) = matrix.eigenvalues
    let axis = matrix.eigenvector(for: large)
    let scale = 2 * run.schedule.learningRate
    let radii = (long: scale * large.squareRoot(), short: scale * max(0, small).squareRoot())
    self.center = center
    long = Point(radii.long * axis.x, radii.long * axis.y)
    short = Point(-radii.short * axis.y, radii.short * axis.x)
  }

  /// Whether the gradients that it is about exist.
  public var isFinite: Bool { long.isFinite && short.isFinite }

  /// The lengths of the half axes, the longer first.
  public var radii: (long: Double, short: Double) {
    let origin = Point(0, 0)
    return (long.distance(to: origin), short.distance(to: origin))
  }
}
