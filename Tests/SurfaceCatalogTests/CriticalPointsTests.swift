import LossSurfaces
import SurfaceCatalog
import Testing

/// What the files say of critical points, recomputed from gradient and Hessian.
@Suite struct CriticalPointsTests {
  @Test(arguments: Catalog.names) func areWhereAndWhatTheFileSays(name: String) throws {
    let surface = try Catalog.surface(named: name)
    let evaluator = Evaluator(surface.loss)
    for critical in surface.criticalPoints {
      let point = critical.point
      let comment: Comment = "\(name): \(critical.kind) at \(point)"
      #expect(surface.view.contains(point), comment)
      #expect(evaluator.kind(ofCriticalPointAt: point) == critical.kind, comment)
      if critical.kind == .cusp {
        // The gradient does not fade on the way in.
        for (dx, dy) in [(1e-9, 0), (-1e-9, 0), (1e-9, 1e-9)] {
          #expect(evaluator.firstOrder(at: Point(point.x + dx, point.y + dy)).gradientNorm > 0.5, comment)
        }
        continue
      }
      let order = evaluator.secondOrder(at: point)
      let (small, large) = order.hessian.eigenvalues
      let norm = max(small.magnitude, large.magnitude)
      // Rounding the coordinates moves a point by one unit in their last place, which the Hessian turns into gradient.
      let scale = 1 + point.x.magnitude + point.y.magnitude
      #expect(order.gradientNorm <= 1e-14 * scale * norm + 1e-14 * scale, comment)
      switch critical.kind {
      case .minimum: #expect(small > 0, comment)
      case .maximum: #expect(large < 0, comment)
      case .saddle: #expect(small < -1e-6 * norm && large > 1e-6 * norm, comment)
      case .valley: #expect(small.magnitude <= 1e-14 * large && large > 0, comment)
      case .degenerate: #expect(small.magnitude <= 1e-14 && large.magnitude <= 1e-14, comment)
      case .cusp: break
      }
    }
  }

  @Test(arguments: Catalog.names) func areListedOnce(name: String) throws {
    let points = try Catalog.surface(named: name).criticalPoints.map(\.point)
    for (index, point) in points.enumerated() {
      for other in points[..<index] { #expect(point.distance(to: other) > 1e-3) }
    }
  }

  /// Known values, with as many digits as are known: the loss, the eigenvalues, and 2/λmax.
  struct Known: Sendable, CustomTestStringConvertible {
    var name: String
    var x: Double
    var y: Double
    var kind: CriticalPoint.Kind
    var value: String
    var eigenvalues: [String] = []
    var limit: String?
    var testDescription: String { "\(name) (\(x), \(y))" }
  }

  @Test(arguments: known) func haveKnownValues(known: Known) throws {
    let surface = try Catalog.surface(named: known.name)
    let critical = try #require(
      surface.criticalPoints.first { $0.point.distance(to: Point(known.x, known.y)) < 1.5e-6 })
    #expect(critical.kind == known.kind)
    let order = surface.loss.secondOrder(at: critical.point)
    #expect(agrees(order.value, known.value))
    let (small, large) = order.hessian.eigenvalues
    for (computed, text) in zip([small, large], known.eigenvalues) { #expect(agrees(computed, text)) }
    if let limit = known.limit { #expect(agrees(2 / large, limit)) }
  }

  /// Whether a number is the one written, to within one unit of its last digit: some sources cut, others round.
  private func agrees(_ value: Double, _ text: String) -> Bool {
    let decimals = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return (value - Double(text)!).magnitude <= unit
  }

  private static let known: [Known] = core + classics

  private static let core: [Known] = [
    Known(
      name: "bowl", x: 0, y: 0, kind: .minimum, value: "0", eigenvalues: ["1.000000", "1.000000"], limit: "2.0000"),
    Known(
      name: "ravine", x: 0, y: 0, kind: .minimum, value: "0", eigenvalues: ["1.00000", "10.00000"], limit: "0.2000"),
    Known(
      name: "rotated-ravine", x: 0, y: 0, kind: .minimum, value: "0", eigenvalues: ["1.00000", "25.00000"],
      limit: "0.080000"),
    Known(name: "saddle", x: 0, y: 0, kind: .saddle, value: "0.000000", eigenvalues: ["-1.00000", "1.00000"]),
    Known(
      name: "bounded-saddle", x: 0, y: 1, kind: .minimum, value: "-0.250000", eigenvalues: ["1.0000", "2.0000"],
      limit: "1.00000"),
    Known(
      name: "bounded-saddle", x: 0, y: -1, kind: .minimum, value: "-0.250000", eigenvalues: ["1.0000", "2.0000"]),
    Known(name: "bounded-saddle", x: 0, y: 0, kind: .saddle, value: "0.00000", eigenvalues: ["-1.0000", "1.0000"]),
    Known(name: "monkey-saddle", x: 0, y: 0, kind: .degenerate, value: "0.0000", eigenvalues: ["0.0000", "0.0000"]),
    Known(
      name: "bounded-monkey", x: -0.75, y: 0, kind: .minimum, value: "-0.105469", eigenvalues: ["2.2500", "6.7500"],
      limit: "0.2963"),
    Known(
      name: "bounded-monkey", x: 0.375, y: 0.649519, kind: .minimum, value: "-0.105469",
      eigenvalues: ["2.2500", "6.7500"]),
    Known(
      name: "rosenbrock", x: 1, y: 1, kind: .minimum, value: "0.000000", eigenvalues: ["0.399", "1001.6"],
      limit: "0.0019968"),
    Known(
      name: "rosenbrock-10", x: 1, y: 1, kind: .minimum, value: "0.0000", eigenvalues: ["0.394", "101.6"],
      limit: "0.01968"),
    Known(
      name: "himmelblau", x: 3, y: 2, kind: .minimum, value: "0.0000", eigenvalues: ["25.7", "82.3"], limit: "0.0243"),
    Known(
      name: "himmelblau", x: -2.805118, y: 3.131313, kind: .minimum, value: "0.0000", eigenvalues: ["64.8", "80.6"],
      limit: "0.0248"),
    Known(
      name: "himmelblau", x: 3.584428, y: -1.848127, kind: .minimum, value: "0.0000", eigenvalues: ["28.7", "105.4"],
      limit: "0.0190"),
    Known(
      name: "himmelblau", x: -3.779310, y: -3.283186, kind: .minimum, value: "0.0000",
      eigenvalues: ["70.7", "133.8"], limit: "0.0149"),
    Known(name: "himmelblau", x: 3.385154, y: 0.073852, kind: .saddle, value: "13.31"),
    Known(name: "himmelblau", x: 0.086678, y: 2.884255, kind: .saddle, value: "67.72"),
    Known(name: "himmelblau", x: -3.073026, y: -0.081353, kind: .saddle, value: "104.0"),
    Known(name: "himmelblau", x: -0.127961, y: -1.953715, kind: .saddle, value: "178.3"),
    Known(name: "himmelblau", x: -0.270845, y: -0.923039, kind: .maximum, value: "181.6"),
    Known(
      name: "sharp-flat", x: -1.5, y: 0, kind: .minimum, value: "0.0000", eigenvalues: ["20.0000", "20.0000"],
      limit: "0.1000"),
    Known(
      name: "sharp-flat", x: 1.5, y: 0, kind: .minimum, value: "0.0000", eigenvalues: ["1.0000", "1.0000"],
      limit: "2.0000"),
    Known(name: "sharp-flat", x: -0.929061, y: 0, kind: .saddle, value: "2.9116", eigenvalues: ["-134", "4.33"]),
    Known(name: "two-layer", x: 1, y: 1, kind: .valley, value: "0.0000", eigenvalues: ["0.0000", "2.0000"]),
    Known(name: "two-layer", x: 0, y: 0, kind: .saddle, value: "0.5000", eigenvalues: ["-1.0000", "1.0000"]),
    Known(name: "product", x: 0, y: 0, kind: .degenerate, value: "0.0000", eigenvalues: ["0.0000", "0.0000"]),
    Known(name: "eos-quartic", x: 1, y: 1, kind: .valley, value: "0.0000", eigenvalues: ["0.0000", "8.0000"]),
    Known(
      name: "river-valley", x: 8, y: -0.069731, kind: .minimum, value: "0.0000", eigenvalues: ["0.0163", "30.59"],
      limit: "0.0654"),
    // The cliff lifts the minimum by 4·exp(−60): nothing.
    Known(
      name: "cliff", x: -2, y: 0, kind: .minimum, value: "0.0000", eigenvalues: ["0.1000", "1.0000"], limit: "2.000"),
    Known(name: "plateau", x: 0, y: 0, kind: .minimum, value: "0.0000", eigenvalues: ["1.0000", "1.0000"]),
    Known(name: "kink", x: 0, y: 0, kind: .cusp, value: "0.0000"),
    Known(
      name: "linear-regression", x: 1.430952, y: -0.4875, kind: .minimum, value: "0.0749182",
      eigenvalues: ["1.000000", "1.312500"], limit: "1.52381"),
    Known(
      name: "logistic-regression", x: 1.096590, y: -0.315361, kind: .minimum, value: "0.421589",
      eigenvalues: ["0.143978", "0.242900"], limit: "8.2338"),
  ]

  private static let classics: [Known] = [
    Known(
      name: "beale", x: 3, y: 0.5, kind: .minimum, value: "0.0000", eigenvalues: ["0.301", "48.98"], limit: "0.0408"),
    Known(name: "beale", x: 0, y: 1, kind: .saddle, value: "14.203"),
    Known(name: "beale", x: 0.100538, y: -2.644514, kind: .saddle, value: "9.8645"),
    Known(
      name: "booth", x: 1, y: 3, kind: .minimum, value: "0.0000", eigenvalues: ["2.0000", "18.0000"], limit: "0.1111"),
    Known(
      name: "matyas", x: 0, y: 0, kind: .minimum, value: "0.0000", eigenvalues: ["0.0400", "1.0000"], limit: "2.0000"),
    Known(name: "three-hump-camel", x: 0, y: 0, kind: .minimum, value: "0.0000", limit: "0.453"),
    Known(name: "three-hump-camel", x: 1.747552, y: -0.873776, kind: .minimum, value: "0.298638", limit: "0.163"),
    Known(name: "three-hump-camel", x: -1.070542, y: 0.535271, kind: .saddle, value: "0.877362"),
    Known(name: "six-hump-camel", x: 0.089842, y: -0.712656, kind: .minimum, value: "-1.031628", limit: "0.1213"),
    Known(name: "six-hump-camel", x: 1.703607, y: -0.796084, kind: .minimum, value: "-0.215464", limit: "0.088"),
    Known(name: "six-hump-camel", x: 1.607105, y: 0.568651, kind: .minimum, value: "2.10425", limit: "0.1996"),
    Known(name: "six-hump-camel", x: 0, y: 0, kind: .saddle, value: "0.000000"),
    Known(name: "six-hump-camel", x: 1.109205, y: -0.768268, kind: .saddle, value: "0.5437"),
    Known(name: "six-hump-camel", x: 1.230230, y: 0.162335, kind: .maximum, value: "2.4963"),
    Known(name: "styblinski-tang", x: -2.903534, y: -2.903534, kind: .minimum, value: "-78.33233", limit: "0.0578"),
    Known(name: "styblinski-tang", x: -2.903534, y: 2.746803, kind: .minimum, value: "-64.19561"),
    Known(name: "styblinski-tang", x: 2.746803, y: 2.746803, kind: .minimum, value: "-50.05889"),
    Known(name: "styblinski-tang", x: 0.156731, y: 0.156731, kind: .maximum, value: "0.391225"),
    Known(name: "mccormick", x: -0.547198, y: -1.547198, kind: .minimum, value: "-1.913223", limit: "0.5000"),
    Known(name: "mccormick", x: 2.594395, y: 1.594395, kind: .minimum, value: "1.228370", limit: "0.5000"),
    Known(name: "mccormick", x: 1.547198, y: 0.547198, kind: .saddle, value: "1.913223"),
    Known(name: "goldstein-price", x: 0, y: -1, kind: .minimum, value: "3.0000", limit: "0.0021"),
    Known(name: "goldstein-price", x: -0.6, y: -0.4, kind: .minimum, value: "30.0000", limit: "0.00046"),
    Known(name: "goldstein-price", x: 1.8, y: 0.2, kind: .minimum, value: "84.0000", limit: "0.000076"),
    Known(name: "goldstein-price", x: 1.2, y: 0.8, kind: .minimum, value: "840.0000", limit: "0.00015"),
    Known(name: "goldstein-price", x: -0.4, y: -0.6, kind: .saddle, value: "35.0000"),
    Known(name: "goldstein-price", x: 0.6, y: 0.4, kind: .saddle, value: "990.0000"),
    Known(name: "goldstein-price", x: 0.8, y: 0.2, kind: .maximum, value: "1155.0000"),
    Known(name: "branin", x: -3.141593, y: 12.275, kind: .minimum, value: "0.397887", limit: "0.0897"),
    Known(name: "branin", x: 3.141593, y: 2.275, kind: .minimum, value: "0.397887", limit: "0.1804"),
    Known(name: "branin", x: 9.424778, y: 2.475, kind: .minimum, value: "0.397887", limit: "0.1765"),
    Known(name: "branin", x: 0, y: 6, kind: .saddle, value: "19.6021"),
    Known(
      name: "easom", x: 3.141593, y: 3.141593, kind: .minimum, value: "-1.0000", eigenvalues: ["3.0000", "3.0000"],
      limit: "0.6667"),
    Known(name: "easom", x: 1.304995, y: 1.304995, kind: .minimum, value: "-0.000081"),
    Known(name: "griewank", x: 0, y: 0, kind: .minimum, value: "0.0000", limit: "1.999"),
    Known(name: "griewank", x: 3.140023, y: 4.438444, kind: .minimum, value: "0.007396"),
    Known(name: "rastrigin", x: 0, y: 0, kind: .minimum, value: "0.0000", limit: "0.00504"),
    Known(name: "rastrigin", x: 0.994959, y: 0, kind: .minimum, value: "0.994959"),
    Known(name: "ackley", x: 0, y: 0, kind: .cusp, value: "0.0000"),
    Known(name: "ackley", x: 0.952167, y: 0, kind: .minimum, value: "2.579928"),
    Known(name: "egg-crate", x: 0, y: 0, kind: .minimum, value: "0.0000", limit: "0.0385"),
    Known(name: "egg-crate", x: 3.019602, y: 0, kind: .minimum, value: "9.488197"),
    Known(name: "tilted-double-well", x: -1.024120, y: 0, kind: .minimum, value: "-0.202440", limit: "0.2329"),
    Known(name: "tilted-double-well", x: 0.973994, y: 0, kind: .minimum, value: "0.197434", limit: "0.2709"),
    Known(name: "tilted-double-well", x: 0.050126, y: 0, kind: .saddle, value: "1.005006"),
    Known(name: "dupont", x: -0.936301, y: 0, kind: .minimum, value: "-2.06309", limit: "0.0637"),
    Known(name: "dupont", x: 0.905318, y: 0, kind: .minimum, value: "-1.09273", limit: "0.0947"),
    Known(name: "dupont", x: 0.068602, y: 0, kind: .saddle, value: "-0.03137"),
    Known(name: "tanh-unit", x: 0, y: 0, kind: .saddle, value: "0.805625", eigenvalues: ["-1.6875", "1.6875"]),
  ]
}
