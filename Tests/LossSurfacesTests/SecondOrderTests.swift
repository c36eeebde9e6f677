import LossSurfaces
import Testing

@Suite struct SecondOrderTests {
  /// At a saddle, of length 1, to the right or up.
  @Test(arguments: [
    (Hessian(xx: -1, xy: 0, yy: 2), Point(1, 0)), (Hessian(xx: 2, xy: 0, yy: -1), Point(0, 1)),
    (Hessian(xx: 0, xy: 1, yy: 0), Point(0.5.squareRoot(), -0.5.squareRoot())),
    (Hessian(xx: 0, xy: -1, yy: 0), Point(0.5.squareRoot(), 0.5.squareRoot())),
    (Hessian(xx: 1e6, xy: 0, yy: -1e-3), Point(0, 1)),
  ])
  func theUnstableDirection(of hessian: Hessian, is expected: Point) throws {
    let axis = try #require(hessian.unstableDirection)
    #expect(axis.distance(to: expected) < 1e-15)
  }

  /// However far apart, and at the ends of all numbers.
  @Test(arguments: [
    (Hessian(xx: 1, xy: 0, yy: 1e-20), 1e-20, 1.0), (Hessian(xx: 2, xy: 0, yy: -2e-17), -2e-17, 2),
    (Hessian(xx: 1e10, xy: 3, yy: 1), 0.9999999991, 1e10), (Hessian(xx: 1e-200, xy: 0, yy: 2e-200), 1e-200, 2e-200),
    (Hessian(xx: 1e200, xy: 0, yy: 2e200), 1e200, 2e200), (Hessian(xx: -3, xy: 0, yy: -1e-18), -3, -1e-18),
    (Hessian(xx: 0, xy: 2, yy: 0), -2, 2), (Hessian(xx: 0, xy: 0, yy: 0), 0, 0),
  ])
  func eigenvalues(of hessian: Hessian, small: Double, large: Double) {
    let found = hessian.eigenvalues
    #expect(abs(found.small - small) <= 1e-12 * abs(small))
    #expect(abs(found.large - large) <= 1e-12 * abs(large))
  }

  @Test(arguments: [
    Hessian(xx: 1, xy: 0, yy: 2), Hessian(xx: -1, xy: 0, yy: -2), Hessian(xx: 0, xy: 0, yy: -2),
    Hessian(xx: 0, xy: 0, yy: 0), Hessian(xx: .nan, xy: 0, yy: 1),
  ])
  func elsewhereThereIsNone(hessian: Hessian) { #expect(hessian.unstableDirection == nil) }
}
