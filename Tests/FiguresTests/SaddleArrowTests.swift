import LossSurfaces
import Raster
import Testing

@testable import Figures

@Suite struct SaddleArrowTests {
  private func arrow(_ formula: String, at point: Point, width: Double = 200, height: Double = 200) throws
    -> (arrow: SaddleArrow, center: Position)?
  {
    let surface = try Surface(formula: formula)
    let frame = Frame(rect: Rect(x: 50, y: 40, width: width, height: height), view: surface.view)
    let arrow = SaddleArrow(at: point, on: Evaluator(surface.loss), in: frame)
    return arrow.map { ($0, frame.position(point)) }
  }

  /// The ends of the two shafts lie along the direction on the page, to both sides alike.
  private func direction(of arrow: SaddleArrow, about center: Position) throws -> Position {
    guard case .stroke(let shafts, _)? = arrow.elements(theme: .light).dropFirst().first else {
      Issue.record("an arrow has shafts")
      return center
    }
    let ends = shafts.subpaths.map { $0.points[1] }
    #expect(ends.count == 2)
    // The middle of both is the saddle.
    #expect(Position((ends[0].x + ends[1].x) / 2, (ends[0].y + ends[1].y) / 2).distance(to: center) < 1e-9)
    return Position((ends[0].x - ends[1].x) / 32, (ends[0].y - ends[1].y) / 32)
  }

  /// Across, up, and along the diagonal, which a view twice as wide as high turns flatter: 2 across for 1 up.
  @Test(arguments: [
    ("y^2 - x^2", 200.0, 200.0, 1.0, 0.0), ("x^2/2 + y^4/4 - y^2/2", 200, 200, 0, -1),
    ("-x*y", 200, 200, 0.5.squareRoot(), -0.5.squareRoot()),
    ("-x*y", 400, 200, 2 / 5.0.squareRoot(), -1 / 5.0.squareRoot()),
  ])
  func liesAlongTheUnstableDirection(
    _ formula: String, _ width: Double, _ height: Double, _ x: Double, _ y: Double
  ) throws {
    let (arrow, center) = try #require(try arrow(formula, at: Point(0, 0), width: width, height: height))
    let direction = try direction(of: arrow, about: center)
    #expect(direction.distance(to: Position(x, y)) < 1e-9)
    #expect(arrow.box.center.distance(to: center) < 1e-9)
  }

  @Test(arguments: ["x^2 + y^2", "-x^2 - y^2", "x^3 - 3*x*y^2", "log(x) + y^2"])
  func elsewhereThereIsNone(_ formula: String) throws { #expect(try arrow(formula, at: Point(0, 0)) == nil) }

  /// Nine saddles have arrows, ten have none.
  @Test(arguments: [(1.7, 9), (1.9, 0)]) func manySaddlesHaveNone(_ bound: Double, _ count: Int) throws {
    var surface = try Surface(formula: "sin(pi*x)*sin(pi*y)")
    surface.view = try View(x: (-1.2, 1.2), y: (-bound, bound))
    surface.criticalPoints = surface.loss.criticalPoints(in: surface.view)
    if count == 0 { surface.criticalPoints.append(CriticalPoint(at: Point(0.5, 0.1), kind: .saddle)) }
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 300, height: 300), view: surface.view)
    let scene = MapScene(
      groups: [], on: surface, frame: frame, theme: .light, sizes: TypeSizes(width: 720, height: 540))
    let fills = scene.elements(hasArrows: true).count { element in
      guard case .fill(let path, _) = element else { return false }
      return path.subpaths.count == 2
    }
    #expect(fills == count)
  }
}
