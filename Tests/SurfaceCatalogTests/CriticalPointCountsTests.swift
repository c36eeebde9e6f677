import LossSurfaces
import SurfaceCatalog
import Testing

/// What the search finds on every surface of the catalog, in its own view and in the views of the literature.
@Suite struct CriticalPointCountsTests {
  typealias Counts = [CriticalPoint.Kind: Int]

  /// Products of rows and columns where the loss is a sum of functions of x and y; the others from the literature.
  private static let counts: [String: Counts] = [
    "bowl": [.minimum: 1], "ravine": [.minimum: 1], "rotated-ravine": [.minimum: 1], "saddle": [.saddle: 1],
    "bounded-saddle": [.minimum: 2, .saddle: 1], "monkey-saddle": [.degenerate: 1],
    "bounded-monkey": [.minimum: 3, .degenerate: 1], "rosenbrock": [.minimum: 1], "rosenbrock-10": [.minimum: 1],
    "himmelblau": [.minimum: 4, .saddle: 4, .maximum: 1], "sharp-flat": [.minimum: 2, .saddle: 1],
    "river-valley": [.minimum: 1], "cliff": [.minimum: 1], "plateau": [.minimum: 1], "kink": [.cusp: 1],
    "linear-regression": [.minimum: 1], "logistic-regression": [.minimum: 1],
    "ackley": [.cusp: 1, .minimum: 14, .saddle: 32, .maximum: 16], "beale": [.minimum: 1, .saddle: 2],
    "booth": [.minimum: 1], "branin": [.minimum: 3, .saddle: 2], "dupont": [.minimum: 2, .saddle: 1],
    "easom": [.minimum: 5, .saddle: 4, .maximum: 4], "egg-crate": [.minimum: 9, .saddle: 18, .maximum: 8],
    "goldstein-price": [.minimum: 4, .saddle: 4, .maximum: 1],
    "griewank": [.minimum: 11, .saddle: 24, .maximum: 10], "matyas": [.minimum: 1],
    "mccormick": [.minimum: 2, .saddle: 2], "rastrigin": [.minimum: 25, .saddle: 50, .maximum: 24],
    "six-hump-camel": [.minimum: 6, .saddle: 7, .maximum: 2],
    "styblinski-tang": [.minimum: 4, .saddle: 4, .maximum: 1], "tanh-unit": [.minimum: 2, .saddle: 1],
    "three-hump-camel": [.minimum: 3, .saddle: 2], "tilted-double-well": [.minimum: 2, .saddle: 1],
  ]
  /// Where curves of critical points cross the view: what else there is, and that a few points stand for the curve.
  private static let curves: [String: Counts] = [
    "two-layer": [.saddle: 1], "product": [.degenerate: 1], "eos-quartic": [:],
  ]

  private func counts(_ points: [CriticalPoint]) -> Counts {
    Dictionary(grouping: points, by: \.kind).mapValues(\.count)
  }

  @Test(arguments: Catalog.names) func findsAllInTheView(name: String) throws {
    let surface = try Catalog.surface(named: name)
    let found = surface.loss.criticalPoints(in: surface.view)
    if let others = Self.curves[name] {
      let valleys = found.filter { $0.kind == .valley }
      #expect((1...8).contains(valleys.count))
      #expect(name == "eos-quartic" || counts(found.filter { $0.kind != .valley }) == others)
    } else {
      #expect(counts(found) == Self.counts[name])
      try expectTheIndex(of: found, on: surface)
    }
    for point in found {
      #expect(surface.view.contains(point.point))
      try expectAPoint(point, surface.loss)
    }
    // All that the file declares is found, save that other points may stand for its curves.
    for declared in surface.criticalPoints where declared.kind != .valley && Self.curves[name] == nil {
      #expect(
        found.contains { $0.kind == declared.kind && $0.point.distance(to: declared.point) < 1e-6 },
        "\(declared.kind) at \(declared.point)")
    }
  }

  /// The views in which the numbers are published.
  @Test(arguments: [
    ("rastrigin", 2.2, 2.2, [CriticalPoint.Kind.minimum: 25, .saddle: 40, .maximum: 16]),
    ("griewank", 10, 10, [.minimum: 17, .saddle: 24, .maximum: 18]),
    ("ackley", 2.5, 2.5, [.cusp: 1, .minimum: 24, .saddle: 40, .maximum: 16]),
    ("egg-crate", 5, 5, [.minimum: 9, .saddle: 24, .maximum: 16]),
    ("styblinski-tang", 5, 5, [.minimum: 4, .saddle: 4, .maximum: 1]),
    ("six-hump-camel", 3, 2, [.minimum: 6, .saddle: 7, .maximum: 2]),
    ("himmelblau", 6, 6, [.minimum: 4, .saddle: 4, .maximum: 1]),
    ("goldstein-price", 2, 2, [.minimum: 4, .saddle: 4, .maximum: 1]),
    ("three-hump-camel", 5, 5, [.minimum: 3, .saddle: 2]), ("beale", 4.5, 4.5, [.minimum: 1, .saddle: 2]),
  ])
  func findsAllOfTheLiterature(name: String, x: Double, y: Double, kinds: Counts) throws {
    let found = try Catalog.surface(named: name).loss.criticalPoints(in: View(x: (-x, x), y: (-y, y)))
    #expect(counts(found) == kinds)
  }

  /// The gradient vanishes to rounding, or the point is a cusp, about which the loss is larger all around.
  private func expectAPoint(_ point: CriticalPoint, _ loss: LossFunction) throws {
    let evaluator = Evaluator(loss)
    #expect(evaluator.kind(ofCriticalPointAt: point.point) == point.kind)
    guard point.kind != .cusp else { return }
    let order = evaluator.secondOrder(at: point.point)
    let norm = max(abs(order.hessian.eigenvalues.small), abs(order.hessian.eigenvalues.large), 1e-3)
    // Some units in the last place of the coordinates, which the Hessian turns into gradient.
    let scale = 1 + point.point.distance(to: Point(0, 0))
    #expect(order.gradientNorm <= 1e-12 * scale * norm, "\(point)")
  }

  /// Poincaré and Hopf: about the border of the view the gradient turns once for each minimum, maximum and cusp, once
  /// back for each saddle, twice for a monkey saddle. So none is missing, unless in pairs.
  private func expectTheIndex(of points: [CriticalPoint], on surface: Surface) throws {
    let evaluator = Evaluator(surface.loss)
    let (view, count) = (surface.view, 2000)
    let sides = (0..<count).map { Double($0) / Double(count) }
    let border =
      sides.map { Point(view.x.lowerBound + $0 * view.width, view.y.lowerBound) }
      + sides.map { Point(view.x.upperBound, view.y.lowerBound + $0 * view.height) }
      + sides.map { Point(view.x.upperBound - $0 * view.width, view.y.upperBound) }
      + sides.map { Point(view.x.lowerBound, view.y.upperBound - $0 * view.height) }
    let slopes = border.map { evaluator.firstOrder(at: $0) }
    let turns = zip(slopes, slopes.dropFirst() + slopes.prefix(1)).reduce(0.0) { sum, pair in
      let (a, b) = pair
      return sum + Elementary.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)
    }
    let index = points.reduce(0) { sum, point in
      switch point.kind {
      case .minimum, .maximum, .cusp: sum + 1
      case .saddle: sum - 1
      case .degenerate: sum - 2
      case .valley: sum
      }
    }
    // A sum of 8000 angles, each rounded.
    #expect(abs(turns / (2 * .pi) - Double(index)) < 1e-9, "\(surface.name)")
  }
}
