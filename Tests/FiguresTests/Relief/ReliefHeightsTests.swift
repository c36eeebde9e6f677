import LossSurfaces
import SurfaceCatalog
import Testing

@testable import Figures

@Suite struct ReliefHeightsTests {
  private static func heights(_ formula: String, x: (Double, Double) = (-3, 3), y: (Double, Double) = (-3, 3)) throws
    -> ReliefHeights
  {
    let surface = try Surface(formula: formula)
    return ReliefHeights(surface: surface, view: try View(x: x, y: y))
  }

  /// The highest loss stands in the corners of the view.
  @Test func ofABowl() throws {
    let heights = try Self.heights("(x^2 + y^2)/2")
    #expect(heights.high == 9 && heights.bend == nil && !heights.isCutAbove && !heights.isCutBelow)
    #expect(heights(9) == 1 && heights(heights.low) == 0)
    #expect(abs(heights(4.5) - 0.5) < 1e-3)
    #expect(heights.words == [])
  }

  /// Bowls and wide ravines are as they are; what spans more is logarithmic.
  @Test(arguments: [
    ("bowl", false), ("ravine", false), ("saddle", false), ("monkey-saddle", false),
    ("sharp-flat", false), ("rastrigin", false), ("kink", false), ("cliff", false), ("linear-regression", false),
    ("rosenbrock", true), ("rotated-ravine", true), ("himmelblau", true), ("goldstein-price", true), ("beale", true),
  ])
  func isLogarithmic(_ name: String, _ expected: Bool) throws {
    let surface = try Catalog.surface(named: name)
    #expect((ReliefHeights(surface: surface, view: surface.view).bend != nil) == expected)
  }

  /// A pole is cut off, and the figure says where; a declared minimum never is.
  @Test func poles() throws {
    for formula in ["1/(x^2 + y^2)", "1/((x - 0.011)^2 + y^2)", "1/abs(x + y - 0.1)"] {
      let pole = try Self.heights(formula)
      #expect(pole.isCutAbove && !pole.isCutBelow)
      #expect(pole.words.contains { $0.hasPrefix("cut off above f = ") })
      #expect(pole(1e300) == 1 && pole(.infinity) == 1)
      let hole = try Self.heights("-\(formula)")
      #expect(hole.isCutBelow && !hole.isCutAbove)
      #expect(hole.low > -100)
      #expect(hole(-.infinity) == 0)
    }
    let both = try Self.heights("1/(x + y - 0.1)")
    #expect(both.isCutAbove && both.isCutBelow)
    let easom = try Catalog.surface(named: "easom")
    #expect(ReliefHeights(surface: easom, view: easom.view).low == -1)
  }

  /// However high the ground on which a pole stands, what is below it has its heights.
  @Test(arguments: ["1000 - 1/(x^2+y^2)", "100 - 1/(x^2+y^2)", "1000 + 1/(x^2+y^2)", "1e6 + 1/(x^2+y^2)"])
  func polesOnAnOffset(_ formula: String) throws {
    let heights = try Self.heights(formula)
    #expect(heights.isCutAbove != heights.isCutBelow)
    let value = try Surface(formula: formula).loss
    let (near, far) = (heights(value.value(at: Point(0.6, 0))), heights(value.value(at: Point(3, 3))))
    #expect(abs(near - far) > 0.3, "\(near), \(far)")
  }

  @Test func slopesAreThoseOfTheHeights() throws {
    for heights in [try Self.heights("x^2 + y"), ReliefHeights(low: 1, high: 1000, bend: 2)] {
      let loss = heights.low + 0.3 * (heights.high - heights.low)
      // A central difference is off by about the third derivative times 1e-6².
      let difference = (heights(loss + 1e-6) - heights(loss - 1e-6)) / 2e-6
      #expect(abs(difference / heights.slope(at: loss) - 1) < 1e-6)
    }
    let cut = ReliefHeights(low: 1, high: 1000, bend: 2, isCutBelow: true, isCutAbove: true)
    #expect(cut.slope(at: 1001) == 0 && cut.slope(at: 0) == 0 && cut(1001) == 1 && cut(0) == 0)
  }

  /// Between samples a surface may be a little lower or higher than them, and then runs on as it is.
  @Test func runsOnALittle() {
    for heights in [ReliefHeights(low: 0, high: 10), ReliefHeights(low: 0, high: 10, bend: 0.1)] {
      #expect(heights(10.1) > 1 && heights(10.1) < 1.02 && heights(1e9) == 1.1)
      #expect(heights(-0.01) < 0 && heights(-1e9) == -0.1)
      #expect(heights.slope(at: 10.1) > 0 && heights.slope(at: 1e9) == 0 && heights.slope(at: -1e9) == 0)
    }
  }

  @Test func degenerate() throws {
    let flat = try Self.heights("3 + 0*x")
    #expect(flat(3) == 0 && flat(-.infinity) == 0 && flat(.nan).isNaN && flat.slope(at: 3) == 0)
    #expect(flat.ticks(count: 5).ticks.map(\.label) == ["3"])
    let nowhere = try Self.heights("log(-1 - x^2)")
    #expect(nowhere(1) == 0)
  }

  @Test func ticksRiseInEvenSteps() {
    let heights = ReliefHeights(low: 0, high: 2500, bend: 1.3)
    let ticks = heights.ticks(count: 5).ticks
    #expect(ticks.map(\.label) == ["0", "4", "20", "100", "500", "2000"])
    let steps = zip(ticks, ticks.dropFirst()).map { heights($1.value) - heights($0.value) }
    #expect(steps.allSatisfy { $0 > 0.1 && $0 < 0.3 })
  }
}
