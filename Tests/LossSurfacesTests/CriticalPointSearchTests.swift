import Testing

@testable import LossSurfaces

@Suite struct CriticalPointSearchTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var formula: String
    var view: (x: (Double, Double), y: (Double, Double))
    var kinds: [CriticalPoint.Kind: Int]
    var some: [(Double, Double, CriticalPoint.Kind)]
    var testDescription: String { name }
  }

  /// Numbers from Surjanovic and Bingham's library and from solving the polynomial systems; six decimals.
  static let cases: [Case] = [
    Case(
      name: "bowl", formula: "(x^2 + y^2)/2", view: ((-3, 3), (-3, 3)), kinds: [.minimum: 1], some: [(0, 0, .minimum)]),
    Case(
      name: "bounded saddle", formula: "x^2/2 + y^4/4 - y^2/2", view: ((-2, 2), (-2, 2)),
      kinds: [.minimum: 2, .saddle: 1], some: [(0, 1, .minimum), (0, -1, .minimum), (0, 0, .saddle)]),
    Case(
      name: "monkey saddle", formula: "x^3 - 3*x*y^2", view: ((-1.5, 1.5), (-1.5, 1.5)), kinds: [.degenerate: 1],
      some: [(0, 0, .degenerate)]),
    Case(
      name: "Rosenbrock", formula: "(1 - x)^2 + 100*(y - x^2)^2", view: ((-2, 2), (-1, 3)), kinds: [.minimum: 1],
      some: [(1, 1, .minimum)]),
    Case(
      name: "Himmelblau", formula: "(x^2 + y - 11)^2 + (x + y^2 - 7)^2", view: ((-6, 6), (-6, 6)),
      kinds: [.minimum: 4, .saddle: 4, .maximum: 1],
      some: [
        (3, 2, .minimum), (-2.805118, 3.131313, .minimum), (3.584428, -1.848127, .minimum),
        (-3.779310, -3.283186, .minimum), (3.385154, 0.073852, .saddle), (0.086678, 2.884255, .saddle),
        (-3.073026, -0.081353, .saddle), (-0.127961, -1.953715, .saddle), (-0.270845, -0.923039, .maximum),
      ]),
    Case(
      name: "sharp and flat",
      formula: "-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)",
      view: ((-3.5, 4.5), (-3, 3)), kinds: [.minimum: 2, .saddle: 1],
      some: [(-1.5, 0, .minimum), (1.5, 0, .minimum), (-0.929061, 0, .saddle)]),
    Case(
      name: "Rastrigin", formula: "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)", view: ((-2.2, 2.2), (-2.2, 2.2)),
      kinds: [.minimum: 25, .saddle: 40, .maximum: 16], some: [(0.994959, 0, .minimum)]),
    Case(
      name: "Griewank", formula: "(x^2 + y^2)/4000 - cos(x)*cos(y/sqrt(2)) + 1", view: ((-10, 10), (-10, 10)),
      kinds: [.minimum: 17, .saddle: 24, .maximum: 18], some: [(3.140023, 4.438444, .minimum)]),
    Case(
      name: "Ackley",
      formula: "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + e",
      view: ((-2.5, 2.5), (-2.5, 2.5)), kinds: [.cusp: 1, .minimum: 24, .saddle: 40, .maximum: 16],
      some: [(0, 0, .cusp), (0.952167, 0, .minimum)]),
    Case(
      name: "kink", formula: "abs(x) + y^2/2", view: ((-2, 2), (-2, 2)), kinds: [.cusp: 1], some: [(0, 0, .cusp)]),
    Case(
      name: "quartic bowl", formula: "x^4 + y^4", view: ((-2, 2), (-2, 2)), kinds: [.minimum: 1],
      some: [(0, 0, .minimum)]),
    Case(name: "slope", formula: "x + y", view: ((-2, 2), (-2, 2)), kinds: [:], some: []),
    Case(name: "level ground", formula: "3", view: ((-2, 2), (-2, 2)), kinds: [:], some: []),
  ]

  @Test(arguments: cases) func findsAll(_ surface: Case) throws {
    let view = try View(x: surface.view.x, y: surface.view.y)
    let found = try LossFunction(formula: surface.formula).criticalPoints(in: view)
    #expect(Dictionary(grouping: found, by: \.kind).mapValues(\.count) == surface.kinds)
    for (x, y, kind) in surface.some {
      #expect(found.contains { $0.kind == kind && $0.point.distance(to: Point(x, y)) < 1e-6 }, "\(kind) at \(x), \(y)")
    }
  }

  @Test func curvesOfMinimaAreValleys() throws {
    let view = try View(x: (-3, 3), y: (-3, 3))
    let curve = try LossFunction(formula: "(x*y - 1)^2/2").criticalPoints(in: view)
    #expect(curve.filter { $0.kind == .saddle }.map(\.point) == [Point(0, 0)])
    let valley = curve.filter { $0.kind == .valley }
    #expect(valley.count >= 2 && valley.count + 1 == curve.count)
    for point in valley { #expect(abs(point.point.x * point.point.y - 1) < 1e-12) }
    let axes = try LossFunction(formula: "(x*y)^2/2").criticalPoints(in: view)
    #expect(axes.contains(CriticalPoint(at: Point(0, 0), kind: .degenerate)))
    #expect(axes.contains { $0.kind == .valley && $0.point.x == 0 })
    #expect(axes.contains { $0.kind == .valley && $0.point.y == 0 })
  }
}
