import LossSurfaces
import Raster
import Testing

@testable import Figures

/// The regions of an SVG's bands, painted, against the bands as they are painted at every pixel.
@Suite struct BandOutlinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var formula: String
    var view: [Double]
    var testDescription: String { formula }
  }

  private static let cases = [
    Case(formula: "(x^2 + 10*y^2)/2", view: [-3, 3, -2, 2]),
    Case(formula: "(1 - x)^2 + 100*(y - x^2)^2", view: [-2, 2, -1, 3]),
    Case(formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: [-5, 5, -5, 5]),
    Case(formula: "x^2/2 + y^4/4 - y^2/2", view: [-2, 2, -2, 2]), Case(formula: "x^3 - 3*x*y^2", view: [-2, 2, -2, 2]),
    Case(formula: "sin(3*x) + cos(3*y)", view: [-4, 4, -3, 3]), Case(formula: "x", view: [-1, 1, -1, 1]),
    Case(formula: "abs(x) + abs(y)", view: [-1, 1, -1, 1]), Case(formula: "0*x + 3", view: [-1, 1, -1, 1]),
    Case(formula: "if(x < 0.3, 0, 1) + y^2", view: [-1, 1, -1, 1]), Case(formula: "-x^2 - y^2", view: [-1, 1, -1, 1]),
    Case(formula: "1/(x^2 + y^2)", view: [-1, 1, -1, 1]),
  ]

  @Test(arguments: cases, [1, 5, 20])
  func coverTheBands(_ one: Case, count: Int) throws {
    var surface = try Surface(formula: one.formula)
    surface.view = try View(x: (one.view[0], one.view[1]), y: (one.view[2], one.view[3]))
    let frame = Frame(rect: Rect(x: 3, y: 5, width: 200, height: 150), view: surface.view)
    let layer = try ContourLayer(surface: surface, frame: frame, levels: count, map: .viridis)
    let outlines = BandOutlines(lines: layer.lines, frame: frame, loss: surface.loss)
    let regions = outlines.regions(levels: layer.levels, map: .viridis)
    let evaluator = Evaluator(surface.loss)
    let colors = ColorMap.viridis.colors(count: layer.levels.values.count + 1)
    var (wrong, seen) = (0, 0)
    for row in 0..<75 {
      for column in 0..<100 {
        let place = Position(4.137 + 1.993 * Double(column), 6.611 + 1.987 * Double(row))
        let loss = evaluator.value(at: frame.point(place))
        let color = regions.last { Self.isInside(place, $0.outline) }?.color
        seen += 1
        if color != colors[layer.levels.band(of: loss)] { wrong += 1 }
      }
    }
    // A chord leaves its curve by up to 0.02 px: of places between 4000 px of curves on 30,000 px², one or two in a
    // thousand may lie on the wrong side.
    #expect(wrong * 1000 <= 2 * seen, "\(wrong) of \(seen)")
  }

  /// By the even-odd rule: how often a ray to the right meets the outline.
  private static func isInside(_ place: Position, _ path: Path) -> Bool {
    var isInside = false
    for subpath in path.subpaths {
      guard var last = subpath.points.last else { continue }
      for point in subpath.points {
        if (point.y > place.y) != (last.y > place.y),
          place.x < point.x + (place.y - point.y) / (last.y - point.y) * (last.x - point.x)
        {
          isInside.toggle()
        }
        last = point
      }
    }
    return isInside
  }

  /// Where lines crowd some levels have none, and their bands no outline.
  @Test func aCrowdedSurfaceIsAPicture() throws {
    var surface = try Surface(formula: "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)")
    surface.view = try View(x: (-5.12, 5.12), y: (-5.12, 5.12))
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 480, height: 430), view: surface.view)
    let layer = try ContourLayer(surface: surface, frame: frame, levels: 200, map: .viridis)
    #expect(Set(layer.lines.map(\.level)).count < 200)
    let svg = try SVG(
      Drawing(width: 480, height: 430, background: Color(0xFFFFFF), elements: layer.elements(labels: [])), title: "",
      description: "", recipe: ""
    ).text
    #expect(svg.contains("data:image/png") && !svg.contains("evenodd"))
  }

  @Test func aSurfaceUndefinedInPartIsAPicture() throws {
    var surface = try Surface(formula: "sqrt(x) + y^2")
    surface.view = try View(x: (-1, 3), y: (-1, 1))
    let frame = Frame(rect: Rect(x: 0, y: 0, width: 100, height: 100), view: surface.view)
    let layer = try ContourLayer(surface: surface, frame: frame, levels: 5, map: .viridis)
    let svg = try SVG(
      Drawing(width: 100, height: 100, background: Color(0xFFFFFF), elements: layer.elements(labels: [])), title: "",
      description: "", recipe: ""
    ).text
    #expect(svg.contains("data:image/png") && !svg.contains("evenodd"))
  }
}
