import LossSurfaces
import Raster
import SurfaceCatalog
import Testing

@testable import Figures

@Suite struct SteepRegionTests {
  private static let rect = Rect(x: 30, y: 20, width: 400, height: 300)

  private func region(_ surface: Surface, above bound: Double) -> (region: SteepRegion, frame: Frame) {
    let frame = Frame(rect: Self.rect, view: surface.view)
    return (SteepRegion(of: surface.loss, above: bound, in: frame), frame)
  }

  /// x⁴/12 + y⁴/12 has λmax = max(x², y²): all outside the square |x|, |y| < 2 is steeper than 4.
  @Test func theBorderOfASquare() throws {
    var surface = try Surface(formula: "(x^4 + y^4)/12")
    surface.view = try View(x: (-3.1, 3.3), y: (-2.9, 3.2))
    let (region, frame) = region(surface, above: 4)
    #expect(region.border.count == 1 && region.border.allSatisfy(\.isClosed))
    for position in region.border.flatMap(\.points) {
      let point = frame.point(position)
      // A pixel is 0.016 of the plane; corners of the square may be cut off by a cell of 4 px.
      #expect(abs(max(abs(point.x), abs(point.y)) - 2) < 0.02)
    }
    for line in region.hatch {
      for share in [0.02, 0.5, 0.98] {
        let (a, b) = (line.points[0], line.points[1])
        let point = frame.point(Position(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)))
        #expect(max(abs(point.x), abs(point.y)) > 1.98)
      }
      for end in line.points { #expect(Self.rect.inset(by: -1e-9).contains(end)) }
    }
  }

  /// At η = 0.15 a band about the sharp minimum is steeper than 2/η, and the flat one is not.
  @Test func theSharpMinimumIsHatched() throws {
    let surface = try Catalog.surface(named: "sharp-flat")
    let (region, frame) = region(surface, above: 2 / 0.15)
    #expect(region.border.count == 1)
    let points = region.border.flatMap(\.points).map(frame.point)
    let (x, y) = (points.map(\.x), points.map(\.y))
    #expect((x.min() ?? 0) < -1.5 && (x.max() ?? 0) > -1.5 && (x.max() ?? 0) < 0)
    #expect((y.min() ?? 0) < 0 && (y.max() ?? 0) > 0)
    #expect(!region.hatch.isEmpty)
    for end in region.hatch.flatMap(\.points).map(frame.point) { #expect(end.x < 0) }
    // Above the curvature of the sharp minimum, 20, nothing is.
    #expect(self.region(surface, above: 20.5).region.hatch.isEmpty)
  }

  @Test(arguments: [
    ("(x^2 + y^2)/2", 0.5, true), ("(x^2 + y^2)/2", 1.5, false), ("-x^2 - y^2", 0, false), ("3", 0, false),
    ("x + y", 0, false),
  ])
  func allOrNothing(_ formula: String, _ bound: Double, _ isAll: Bool) throws {
    let region = region(try Surface(formula: formula), above: bound).region
    #expect(region.border.isEmpty)
    let whole = isAll ? Hatch.lines(in: Self.rect, rising: false) : []
    #expect(region.hatch.count == whole.count)
    for (line, full) in zip(region.hatch, whole) {
      for (a, b) in zip(line.points, full.points) { #expect(a.distance(to: b) < 1e-9) }
    }
  }

  /// Where log(x) is undefined nothing is hatched and no border drawn: λmax of y² − log(x) is 1/x² for x < 1/√2.
  @Test func keepsOffUndefinedGround() throws {
    let (region, frame) = region(try Surface(formula: "y^2 - log(x)"), above: 3)
    let points = (region.hatch + region.border).flatMap(\.points).map(frame.point)
    #expect(!points.isEmpty)
    // A cell of the border is 0.06 wide.
    for point in points { #expect(point.x >= 0 && point.x < 0.64) }
    #expect(region.border.flatMap(\.points).map(frame.point).allSatisfy { abs($0.x - 1 / 3.0.squareRoot()) < 0.01 })
  }

  @Test(arguments: [(0.0, 0.0), (1, 1), (3, 200)]) func bearsSmallFrames(_ width: Double, _ height: Double) throws {
    let surface = try Surface(formula: "x^4 + y^4")
    let frame = Frame(rect: Rect(x: 0, y: 0, width: width, height: height), view: surface.view)
    let region = SteepRegion(of: surface.loss, above: 1, in: frame)
    for end in (region.hatch + region.border).flatMap(\.points) { #expect(end.x.isFinite && end.y.isFinite) }
  }
}
