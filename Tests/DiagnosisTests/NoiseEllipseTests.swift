import Diagnosis
import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@Suite struct NoiseEllipseTests {
  private static let minimum = Point(1.430952380952381, -0.4875)

  private static func run(
    batch: Int? = nil, _ sampling: Sampling = .replacement, noise: Noise = Noise(x: 0, y: 0), rate: Double = 0.1,
    schedule: String = "constant"
  ) throws -> Run {
    let surface = try Catalog.surface(named: "linear-regression")
    return try Run(
      loss: surface.loss, view: surface.view, start: surface.start, steps: 10,
      schedule: Schedule(Specification(parsing: schedule), learningRate: rate, steps: 10),
      optimizer: Optimizer(Specification("sgd")), noise: noise, batchSize: batch,
      sampling: batch == nil ? nil : sampling)
  }

  private static func ellipse(of run: Run, at point: Point = minimum) throws -> NoiseEllipse {
    try #require(NoiseEllipse(of: run, at: point))
  }

  /// Facts 4.3: the covariance [[.13525, −.02062], [−.02062, .14984]] of single examples has the eigenvalues .164417 and
  /// .120673, to the five digits of its entries.
  @Test(arguments: [(1, 0.1), (4, 0.1), (8, 0.1), (1, 0.5)])
  func halfAxesAreThoseOfTheData(batch: Int, rate: Double) throws {
    let ellipse = try Self.ellipse(of: Self.run(batch: batch, rate: rate))
    let scale = 2 * rate / Double(batch).squareRoot()
    #expect(abs(ellipse.radii.long - scale * 0.164417.squareRoot()) < 1e-4 * scale)
    #expect(abs(ellipse.radii.short - scale * 0.120673.squareRoot()) < 1e-4 * scale)
    #expect(ellipse.center == Self.minimum)
    // C·v = c·v for the longer half axis, and the shorter is upright on it.
    let (x, y) = (ellipse.long.x, ellipse.long.y)
    #expect(abs(0.13525 * x - 0.02062 * y - 0.164417 * x) < 1e-4 * scale)
    #expect(abs(x * ellipse.short.x + y * ellipse.short.y) < 1e-15)
  }

  /// The area, π times the product of the half axes, goes with 1/B, and in an epoch with (N − B)/(N − 1) beside.
  @Test(arguments: [(Sampling.replacement, 4, 0.25), (.reshuffle, 4, 0.25 * 4 / 7), (.reshuffle, 7, 1.0 / 49)])
  func theAreaGoesWithTheBatch(sampling: Sampling, batch: Int, share: Double) throws {
    func area(_ batch: Int) throws -> Double {
      let radii = try Self.ellipse(of: Self.run(batch: batch, sampling)).radii
      return radii.long * radii.short
    }
    #expect(abs(try area(batch) / area(1) - share) < 1e-12)
  }

  /// Noise of its own adds its variance: s = (0.3, 0.4) alone gives 2·η·s along the axes.
  @Test func additiveNoise() throws {
    let alone = try Self.ellipse(of: Self.run(noise: Noise(x: 0.3, y: 0.4)), at: Point(7, 7))
    #expect(abs(alone.radii.long - 0.08) < 1e-15 && abs(alone.radii.short - 0.06) < 1e-15)
    #expect(abs(alone.long.x) < 1e-15)
    let both = try Self.ellipse(of: Self.run(batch: 1, noise: Noise(x: 0.3, y: 0.3)))
    #expect(abs(both.radii.long - 0.2 * (0.164417 + 0.09).squareRoot()) < 1e-5)
  }

  @Test func noiseInOneDirectionIsALine() throws {
    let line = try Self.ellipse(of: Self.run(noise: Noise(x: 0.5, y: 0)))
    #expect(abs(line.radii.long - 0.1) < 1e-15)
    #expect(line.radii.short == 0)
    #expect(abs(line.long.y) == 0)
  }

  /// The rate is ε₀ also where the first update has another.
  @Test func warmupDoesNotCount() throws {
    let plain = try Self.ellipse(of: Self.run(batch: 1))
    #expect(try Self.ellipse(of: Self.run(batch: 1, schedule: "cosine:warmup=3")) == plain)
  }

  @Test func whereNothingIsLeftToChanceThereIsNone() throws {
    #expect(try NoiseEllipse(of: Self.run(), at: Self.minimum) == nil)
    #expect(try NoiseEllipse(of: Self.run(batch: 8, .reshuffle), at: Self.minimum) == nil)
  }

  @Test func undefinedGradients() throws {
    let loss = try LossFunction(
      formula: "u*sqrt(x) + y^2", samples: Samples(columns: ["u"], rows: [[1], [2]]))
    let run = try Run(
      loss: loss, view: View(x: (-2, 2), y: (-2, 2)), start: Point(1, 1), steps: 3, schedule: Schedule(constant: 0.1),
      optimizer: Optimizer(Specification("sgd")), batchSize: 1)
    #expect(try !Self.ellipse(of: run, at: Point(-1, 0)).isFinite)
    #expect(try Self.ellipse(of: run, at: Point(1, 0)).isFinite)
  }
}
