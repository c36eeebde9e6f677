import LossSurfaces

/// The surfaces that the tests run on, by formula, with the critical points that they declare.
enum TestSurface: String, Sendable {
  case bowl, ravine, saddle, boundedSaddle, monkeySaddle, boundedMonkey, rosenbrock, himmelblau, sharpFlat, twoLayer
  case eosQuartic, river, plateau, kink, quartic, slope, flat, logarithm

  var surface: Surface {
    get throws {
      let (formula, x, y) = definition
      return Surface(
        name: rawValue, title: rawValue, loss: try LossFunction(formula: formula), axes: ("x", "y"),
        view: try View(x: x, y: y), start: Point(0, 0), learningRate: 0.1, steps: 100, criticalPoints: criticalPoints)
    }
  }

  private var definition: (formula: String, x: (Double, Double), y: (Double, Double)) {
    switch self {
    case .bowl: ("(x^2 + y^2)/2", (-3, 3), (-3, 3))
    case .ravine: ("(x^2 + 10*y^2)/2", (-3, 3), (-2, 2))
    case .saddle: ("(x^2 - y^2)/2", (-2, 2), (-2, 2))
    case .boundedSaddle: ("x^2/2 + y^4/4 - y^2/2", (-2, 2), (-2, 2))
    case .monkeySaddle: ("x^3 - 3*x*y^2", (-1.5, 1.5), (-1.5, 1.5))
    case .boundedMonkey: ("x^3 - 3*x*y^2 + (x^2 + y^2)^2", (-1.5, 1.5), (-1.5, 1.5))
    case .rosenbrock: ("(1 - x)^2 + 100*(y - x^2)^2", (-2, 2), (-1, 3))
    case .himmelblau: ("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", (-6, 6), (-6, 6))
    case .sharpFlat:
      ("-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)", (-3.5, 4.5), (-3, 3))
    case .twoLayer: ("(x*y - 1)^2/2", (-3, 3), (-3, 3))
    case .eosQuartic: ("(1 - x^2*y^2)^2/2", (-0.2, 3.2), (-0.2, 3.2))
    case .river: ("12.5*(y - 0.4*sin(1.2*x))^2 + 0.01*(x - 8)^2", (-2, 10), (-1.6, 1.6))
    case .plateau: ("1 - exp(-(x^2 + y^2)/2)", (-5, 5), (-5, 5))
    case .kink: ("abs(x) + y^2/2", (-2, 2), (-2, 2))
    case .quartic: ("x^4 + y^4", (-1, 1), (-1, 1))
    case .slope: ("x", (-1, 1), (-1, 1))
    case .flat: ("3 + 0*x*y", (-1, 1), (-1, 1))
    case .logarithm: ("x - log(x) + y^2", (0, 8), (-2, 2))
    }
  }

  private var criticalPoints: [CriticalPoint] {
    func point(_ x: Double, _ y: Double, _ kind: CriticalPoint.Kind = .minimum, _ name: String? = nil) -> CriticalPoint
    {
      CriticalPoint(at: Point(x, y), kind: kind, name: name)
    }
    return switch self {
    case .bowl, .ravine, .plateau: [point(0, 0)]
    case .saddle: [point(0, 0, .saddle)]
    case .boundedSaddle:
      [point(0, 1, .minimum, "upper minimum"), point(0, -1, .minimum, "lower minimum"), point(0, 0, .saddle)]
    case .rosenbrock: [point(1, 1)]
    case .himmelblau:
      [
        point(3, 2), point(-2.805118, 3.131313), point(3.584428, -1.848127), point(-3.779310, -3.283186),
        point(3.385154, 0.073852, .saddle), point(0.086678, 2.884255, .saddle),
      ]
    case .sharpFlat:
      [
        point(-1.5, 0, .minimum, "the sharp minimum"), point(1.5, 0, .minimum, "the flat minimum"),
        point(-0.929061, 0, .saddle),
      ]
    case .twoLayer: [point(1, 1, .valley, "the flattest minimum"), point(0, 0, .saddle)]
    case .river: [point(8, -0.069731)]
    case .kink: [point(0, 0, .cusp)]
    case .monkeySaddle, .boundedMonkey, .eosQuartic, .quartic, .slope, .flat, .logarithm: []
    }
  }
}
