import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@Suite struct StabilityTraceTests {
  private func run(
    _ name: String, from start: Point? = nil, rate: Double, steps: Int, schedule: String = "constant",
    optimizer: String = "sgd"
  ) throws -> Trajectory {
    let surface = try Catalog.surface(named: name)
    return try Run(
      loss: surface.loss, view: surface.view, start: start ?? surface.start, steps: steps,
      schedule: Schedule(Specification(parsing: schedule), learningRate: rate, steps: steps),
      optimizer: Optimizer(Specification(parsing: optimizer))
    ).trajectory()
  }

  private func mean(_ values: some Collection<Double>) -> Double { values.reduce(0, +) / Double(values.count) }

  /// Rosenbrock's valley pins each rate where λmax = 2/η: the means over the last 1000 of 60,000 points.
  ///
  /// λmax and x as they were measured, and the x at which λmax(x, x²) is 2/η exactly, all to within a unit of the last
  /// digit.
  @Test(arguments: [
    (0.002, 1000.0, 0.9990, 0.9990), (0.0022, 909.3, 0.9404, 0.9404), (0.0025, 800.4, 0.8650, 0.8649),
    (0.003, 667.5, 0.7626, 0.7626), (0.004, 501.6, 0.6111, 0.6111), (0.005, 402.5, 0.4988, 0.4987),
    (0.006, 336.6, 0.4071, 0.4070),
  ])
  func rosenbrockPinsAtTheEdge(rate: Double, sharpness: Double, x: Double, predicted: Double) throws {
    let trajectory = try run("rosenbrock", from: Point(-1.2, 1), rate: rate, steps: 60_000)
    let trace = StabilityTrace(of: trajectory)
    let etaSharpness = mean(trace.values().suffix(1000))
    #expect(abs(etaSharpness / rate - sharpness) <= 0.1)
    // The mean of the cycle lies above 2 by its own width, squared: 1 % at the largest rate, nothing at the least.
    #expect(abs(etaSharpness - 2) <= 0.01 * 2)
    #expect(rate > 0.0025 || abs(etaSharpness - 2) <= 0.005 * 2)
    #expect(abs(mean(trajectory.x.suffix(1000)) - x) <= 1e-4)
    let floor = trajectory.run.loss.secondOrder(at: Point(predicted, predicted * predicted))
    // λmax rises by 1600·x per unit of x: half a unit of the fourth digit of x is 0.08.
    #expect(abs(floor.hessian.eigenvalues.large - 2 / rate) <= 0.1)
  }

  /// The catapult on (x·y)²/2 from (3, 0.05), where λ₀ = x² + y² = 9.0025: η·λ₀, the λ at which it ends, and the
  /// largest loss on the way, from 0.011 at the start. Above 4 it is thrown out.
  @Test(arguments: [
    (1.9, 8.95, nil as Double?), (2.5, 4.60, 1.12), (3.0, 0.55, nil), (3.99, 2.37, nil), (4.05, nil as Double?, nil),
  ])
  func theCatapult(etaSharpness: Double, final: Double?, peak: Double?) throws {
    let trajectory = try run("product", from: Point(3, 0.05), rate: etaSharpness / 9.0025, steps: 3000)
    let trace = StabilityTrace(of: trajectory)
    let values = trace.values()
    // The start lies a little beside the floor, where λmax is x² + y² less a thousandth of that.
    #expect(abs(values[0] - etaSharpness) < 1e-3 * etaSharpness)
    guard let final else {
      #expect(trajectory.divergedAt != nil)
      return
    }
    // To a unit of the last digit known.
    #expect(abs((values.last ?? 0) / etaSharpness * 9.0025 - final) <= 0.01)
    #expect((values.last ?? 0) < 2)
    #expect((trajectory.loss.max() ?? 0) > 0.012 || etaSharpness < 2)
    if let peak { #expect(abs((trajectory.loss.max() ?? 0) - peak) <= 0.01) }
  }

  @Test(arguments: [
    ("sgd", 2.0, "2"), ("sgd:momentum=0.9", 3.8, "2(1 + β) = 3.8"),
    ("sgd:momentum=0.5,nesterov=true", 1.5, "2(1 + β)/(1 + 2β) = 1.5"), ("sgd:dampening=0.5", 2, "2"),
  ])
  func limits(optimizer: String, limit: Double, text: String) throws {
    let trace = StabilityTrace(of: try run("ravine", rate: 0.05, steps: 5, optimizer: optimizer))
    // Rounded once.
    #expect(abs((trace.limit ?? 0) - limit) <= 0x1p-51)
    #expect(trace.limitText == text)
    #expect(abs((trace.unstableSharpness ?? 0) - limit / 0.05) <= 1e-12)
    // λmax is 10 all over the ravine.
    #expect(trace.values() == [Double](repeating: 0.5, count: 5))
  }

  @Test(arguments: ["adam", "adagrad", "rmsprop", "adadelta", "nadam", "lion"])
  func adaptiveOptimizersHaveNone(optimizer: String) throws {
    let trace = StabilityTrace(of: try run("ravine", rate: 0.05, steps: 5, optimizer: optimizer))
    #expect(trace.limit == nil && trace.limitText == nil && trace.unstableSharpness == nil)
    #expect(trace.values().count == 5)
  }

  @Test func onlyAConstantRateHasAThreshold() throws {
    let cut = StabilityTrace(of: try run("bowl", rate: 0.1, steps: 10, schedule: "step:factor=0.5,every=5"))
    #expect(cut.constantRate == nil && cut.unstableSharpness == nil)
    #expect(cut.values().map { ($0 * 1000).rounded() } == [100, 100, 100, 100, 100, 50, 50, 50, 50, 50])
    let uncut = StabilityTrace(of: try run("bowl", rate: 0.1, steps: 5, schedule: "step:factor=0.5,every=5"))
    #expect(uncut.constantRate == 0.1 && uncut.unstableSharpness == 20)
  }

  /// w·(x² + y²)/2 more adds w to every curvature.
  @Test func weightDecayCounts() throws {
    let trace = StabilityTrace(of: try run("bowl", rate: 0.1, steps: 3, optimizer: "sgd:weight-decay=0.5"))
    for value in trace.values() { #expect(abs(value - 0.15) < 1e-15) }
  }
}
