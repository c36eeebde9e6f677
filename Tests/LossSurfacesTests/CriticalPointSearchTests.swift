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

  /// Where there is little to find, or much: domains, poles, kinks, flat ground, stiff valleys, ridges.
  static let hard: [(formula: String, kinds: [CriticalPoint.Kind: Int])] = [
    ("log(x^2 + y^2)", [:]), ("-1/(x^2 + y^2)", [:]), ("1/(x^2 + y^2)", [:]), ("1/x + y^2", [:]),
    ("tan(x) + y^2", [:]), ("sqrt(x) + y^2", [:]), ("x*log(x) + y^2", [.minimum: 1]), ("asin(x) + acos(y)", [:]),
    ("sqrt(4 - x^2 - y^2)", [.maximum: 1]), ("atan2(y, x)", [:]), ("log(-1 - x^2)", [:]),
    ("abs(x) - abs(y)", [:]), ("abs(x) + abs(y)", [.cusp: 1]), ("max(x, y)", [:]), ("sqrt(abs(x)) + y^2", [.cusp: 1]),
    ("if(x < 0, -x, x^2) + y^2", [.cusp: 1]),
    ("-exp(-1000*((x - 0.3)^2 + (y + 0.7)^2))", [.minimum: 1]),
    ("exp(-100*((x - 0.3)^2 + (y + 0.7)^2))", [.maximum: 1]),
    ("(1 - x)^2 + 1e6*(y - x^2)^2", [.minimum: 1]), ("1e4*(y - sin(3*x))^2 + (x - 1)^2", [.minimum: 1]),
    ("1e-30*(x^2 + y^2)", [.minimum: 1]), ("((x - 1)^2 - 0.01)^2 + y^2", [.minimum: 2, .saddle: 1]),
    ("x^3 + y^2", [.degenerate: 1]), ("sin(x)^3 + sin(y)^3", [.minimum: 1, .maximum: 1, .saddle: 2, .degenerate: 5]),
    ("sin(5*x)*sin(5*y)", [.minimum: 50, .maximum: 50, .saddle: 81]),
  ]

  @Test(arguments: hard) func findsWhatIsThere(formula: String, kinds: [CriticalPoint.Kind: Int]) throws {
    let found = try LossFunction(formula: formula).criticalPoints(in: View(x: (-3, 3), y: (-3, 3)))
    #expect(Dictionary(grouping: found, by: \.kind).mapValues(\.count) == kinds, "\(found)")
  }

  /// Stiff valleys in which Newton's iteration gets stuck led to points that are none.
  @Test func findsTheBottomOfAStiffValley() throws {
    let loss = try LossFunction(formula: "(1 - x)^2 + 1e6*(y - x^2)^2")
    let found = try loss.criticalPoints(in: View(x: (-3, 3), y: (-3, 3)))
    // λmin is 0.4, λmax 1e7: rounding of the gradient, 1e-9, moves the point by 1e-9.
    #expect(found.map { $0.point.distance(to: Point(1, 1)) < 1e-8 } == [true])
  }

  /// Of thousands a search gives 500, from all parts of the view, each of them true.
  @Test(arguments: ["sin(40*x)*sin(40*y)", "sin(10*x)*sin(10*y)"]) func thereIsALimit(formula: String) throws {
    let loss = try LossFunction(formula: formula)
    let found = try loss.criticalPoints(in: View(x: (-3, 3), y: (-3, 3)))
    #expect(found.count == LossFunction.mostCriticalPoints)
    for point in found { #expect(loss.firstOrder(at: point.point).gradientNorm < 1e-11) }
    guard formula.contains("40") else { return }
    let quarters = Dictionary(grouping: found) { [$0.point.x > 0, $0.point.y > 0] }.mapValues(\.count)
    for quarter in quarters.values { #expect(quarter > 75) }
    #expect(try loss.criticalPoints(in: View(x: (-3, 3), y: (-3, 3))) == found)
  }

  /// A few points stand for a curve, and degenerate points bear the name of their shape.
  @Test(arguments: [
    ("-x^2", "ridge", 2...6), ("x^3", "terrace", 2...6), ("x^3 - 3*x*y^2", "monkey saddle", 1...1),
    ("x^4 - y^4", "flat saddle", 1...1), ("-x^2 - y^4", "flat maximum", 1...1), ("cos(x^2 + y^2)", "ridge", 4...12),
    ("sin(x*y)", "ridge", 4...12),
  ])
  func degeneratePointsAreNamed(formula: String, name: String, count: ClosedRange<Int>) throws {
    let found = try LossFunction(formula: formula).criticalPoints(in: View(x: (-3, 3), y: (-3, 3)))
    #expect(count.contains(found.count { $0.kind == .degenerate && $0.name == name }), "\(found)")
    #expect(found.allSatisfy { $0.kind != .degenerate || $0.name != nil })
  }

  @Test func curvesOfMinimaAreValleys() throws {
    let view = try View(x: (-3, 3), y: (-3, 3))
    let curve = try LossFunction(formula: "(x*y - 1)^2/2").criticalPoints(in: view)
    #expect(curve.filter { $0.kind == .saddle }.map(\.point) == [Point(0, 0)])
    let valley = curve.filter { $0.kind == .valley }
    #expect(valley.count >= 2 && valley.count + 1 == curve.count)
    for point in valley { #expect(abs(point.point.x * point.point.y - 1) < 1e-12) }
    let axes = try LossFunction(formula: "(x*y)^2/2").criticalPoints(in: view)
    #expect(axes.contains(CriticalPoint(at: Point(0, 0), kind: .degenerate, name: "flat valley")))
    #expect(axes.contains { $0.kind == .valley && $0.point.x == 0 })
    #expect(axes.contains { $0.kind == .valley && $0.point.y == 0 })
  }
}
