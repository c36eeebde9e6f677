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

  @Test(arguments: [
    Hessian(xx: 1, xy: 0, yy: 2), Hessian(xx: -1, xy: 0, yy: -2), Hessian(xx: 0, xy: 0, yy: -2),
    Hessian(xx: 0, xy: 0, yy: 0), Hessian(xx: .nan, xy: 0, yy: 1),
  ])
  func elsewhereThereIsNone(hessian: Hessian) { #expect(hessian.unstableDirection == nil) }
}
