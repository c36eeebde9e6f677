import Foundation
import LossSurfaces
import Optimization
import Testing

/// 5.7 and 5.8: what schedules do with noise, measured over many seeds and compared with tables that were measured over
/// 500 and 256 seeds of another generator.
@Suite struct ScheduleTablesTests {
  private static let seeds = 100

  /// A mean over seeds with its standard error.
  private struct Measured {
    let mean: Double
    let error: Double

    init(_ values: [Double]) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      self.mean = mean
      error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count).squareRoot()
    }
  }

  /// The standard error of the difference of a mean of ours and one that was measured over `tabled` seeds.
  private static func error(_ measured: Measured, tabled: Int) -> Double {
    measured.error * (1 + Double(seeds) / Double(tabled)).squareRoot()
  }

  private static func ends(
    _ formula: String, _ start: Point, _ text: String, _ rate: Double, steps: Int, noise: Noise, seeds: Int
  ) throws -> [Point] {
    let schedule = try schedule(text, learningRate: rate, steps: steps)
    var run = try run(on: formula, from: start, schedule, steps: steps, noise: noise, view: 1000)
    return (1...seeds).map { seed in
      run.seed = UInt64(seed)
      let trajectory = run.trajectory()
      return trajectory[trajectory.lastStep]
    }
  }

  // MARK: Sharp and flat

  struct Flat: Sendable, CustomTestStringConvertible {
    var schedule: String
    var rate: Double
    /// The fractions that end flat for noise of 0, 1 and 2, and the mean loss there for 2.
    var fractions: [Double]
    var loss: Double?
    var steps = 600

    init(_ schedule: String, _ rate: Double, _ fractions: [Double], loss: Double?, steps: Int = 600) {
      (self.schedule, self.rate, self.fractions, self.loss, self.steps) = (schedule, rate, fractions, loss, steps)
    }

    var testDescription: String { "\(schedule) from \(rate)" }
  }

  private static let softmin = "-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)"
  /// The saddle between the minima, from which plain descent goes either way.
  private static let ridge = -0.929061

  @Test(arguments: [
    Flat("constant", 0.05, [0, 0, 0], loss: nil), Flat("constant", 0.09, [0, 0.12, 1], loss: 0.194),
    Flat("constant", 0.15, [1, 1, 1], loss: 0.334),
    Flat("step:factor=0.1,every=200", 0.09, [0, 0.06, 1], loss: 0.018),
    Flat("exponential", 0.15, [1, 1, 1], loss: 0.012),
    Flat("linear:until=450", 0.15, [1, 1, 1], loss: 0.024),
    Flat("triangular:low=0.01,up=50", 0.09, [0, 0, 0.72], loss: 0.077),
    Flat("triangular:low=0.01,up=50", 0.15, [0, 1, 1], loss: 0.103),
    Flat("triangular2:low=0.01,up=50", 0.15, [0, 1, 1], loss: 0.025),
    Flat("exp-range:low=0.01,up=50,decay=0.995", 0.15, [0, 0.97, 0.99], loss: 0.029),
    Flat("warm-restarts:period=75,multiplier=2", 0.15, [1, 1, 1], loss: 0.036, steps: 525),
    Flat("one-cycle", 0.15, [1, 1, 1], loss: 0.030),
  ])
  func sharpAndFlat(_ row: Flat) throws {
    for (noise, fraction) in zip([0.0, 1, 2], row.fractions) {
      let seeds = noise == 0 ? 1 : Self.seeds
      let ends = try Self.ends(
        Self.softmin, Point(-1.55, 0.05), row.schedule, row.rate, steps: row.steps, noise: Noise(x: noise, y: noise),
        seeds: seeds)
      let flat = ends.filter { $0.x > Self.ridge }
      let share = Double(flat.count) / Double(seeds)
      // The standard error of the difference of a fraction of 500 and one of ours, and the table's
      // rounding. A fraction that is met in none of 500 runs may be three in 500.
      let p = min(max(fraction, 3 / 500), 1 - 3 / 500)
      let error = (p * (1 - p) * (1 / 500 + 1 / Double(seeds))).squareRoot()
      #expect(abs(share - fraction) <= (noise == 0 ? 0 : 3 * error + 0.005), "s = \(noise): \(share)")
      if noise == 2, let loss = row.loss {
        let function = try LossFunction(formula: Self.softmin)
        let measured = Measured(flat.map { function.value(at: $0) })
        let error = Self.error(measured, tabled: 500)
        #expect(abs(measured.mean - loss) < 3 * error + 0.0005, "\(measured.mean) ± \(measured.error)")
      }
    }
  }

  // MARK: River valley

  struct River: Sendable, CustomTestStringConvertible {
    var schedule: String
    var rate: Double
    var river: Double
    var hill: Double
    var steps: Int

    init(_ schedule: String, _ rate: Double, river: Double, hill: Double, steps: Int = 400) {
      (self.schedule, self.rate, self.river, self.hill, self.steps) = (schedule, rate, river, hill, steps)
    }

    var testDescription: String { "\(schedule) from \(rate)" }
  }

  @Test(arguments: [
    River("constant", 0.06, river: 0.511, hill: 0.762), River("constant", 0.006, river: 0.865, hill: 0.014),
    River("exponential", 0.06, river: 0.737, hill: 0.002),
    River("triangular2:low=0.006,up=50", 0.06, river: 0.711, hill: 0.013),
    River("multi-step:milestones=200/300,factor=0.1", 0.06, river: 0.660, hill: 0.002),
    River("linear:until=300", 0.06, river: 0.650, hill: 0.001),
    River("triangular:low=0.006,up=50", 0.06, river: 0.606, hill: 0.018),
    River("warm-restarts:period=57,multiplier=2", 0.06, river: 0.617, hill: 0.004, steps: 399),
    River("cosine", 0.06, river: 0.608, hill: 0.002),
    River("warmup-stable-decay:decay=80", 0.06, river: 0.523, hill: 0.010),
  ])
  func riverValley(_ row: River) throws {
    let ends = try Self.ends(
      "12.5*(y - 0.4*sin(1.2*x))^2 + 0.01*(x - 8)^2", Point(-1.5, 1.2), row.schedule, row.rate, steps: row.steps,
      noise: Noise(x: 0, y: 3), seeds: Self.seeds)
    let river = Measured(ends.map { 0.01 * ($0.x - 8) * ($0.x - 8) })
    let hill = Measured(ends.map { 12.5 * pow($0.y - 0.4 * sin(1.2 * $0.x), 2) })
    // Three standard errors of the difference, and the table's rounding.
    for (measured, expected) in [(river, row.river), (hill, row.hill)] {
      let error = 3 * Self.error(measured, tabled: 256) + 0.0005
      #expect(abs(measured.mean - expected) < error, "\(measured.mean) ± \(measured.error), not \(expected)")
    }
  }
}
