import Foundation
import LossSurfaces
import Optimization
import Testing

/// 5.9: what a sweep of the rate reads on the quadratic with curvatures 1 and 10, whose limit is 0.2, beside the truth.
@Suite struct RangeTestTests {
  private static let limit = 0.2
  /// 2/(μ + L)
  private static let best = 2.0 / 11

  static func test(
    on formula: String = "(x^2 + 10*y^2)/2", from start: Point = Point(2.5, 1.5), low: Double = 1e-4, high: Double = 10,
    steps: Int = 100, smoothing: Double = RangeTest.defaultSmoothing, noise: Double = 0, seed: UInt64 = 1,
    view: Double = 10
  ) throws -> RangeTest {
    let ramp = try schedule("range-test:low=\(low),high=\(high),steps=\(steps)", steps: steps)
    let run = try run(
      on: formula, from: start, ramp, steps: steps, noise: Noise(x: noise, y: noise), seed: seed, view: view)
    return try RangeTest(run, smoothing: smoothing)
  }

  /// Separate runs of 30 steps, to all digits quoted, and to theory: both directions shrink by (1 − ηλ)² a step in loss.
  @Test(arguments: [
    (0.03, 0.50, 0.005), (0.1, 0.0056, 5e-5), (0.18, 3.8e-5, 5e-7), (0.19, 0.020, 5e-4), (0.2, 11.25, 5e-3),
    (0.21, 3425, 0.5),
  ])
  func separateRuns(rate: Double, loss: Double, half: Double) throws {
    let outcome = try Self.test(steps: 30).outcome(at: rate)
    #expect(outcome.rate == rate)
    #expect(abs(outcome.loss - loss) <= half)
    let theory = (2.5 * 2.5 * pow(1 - rate, 60) + 10 * 1.5 * 1.5 * pow(1 - 10 * rate, 60)) / 2
    // Sixty factors, each off by an ulp at most, and 1 − 10η by as much as η's own rounding times 10/|1 − 10η|.
    #expect(abs(outcome.loss / theory - 1) < 60 * 0x1p-52 * (1 + 10 / max(1e-3, abs(1 - 10 * rate))))
  }

  /// The knee of the separate runs is the limit: below it they fall, above it they rise.
  @Test func theKneeIsTheLimit() throws {
    let test = try Self.test()
    let start = test.sweep().losses[0]
    for rate in test.rates {
      let loss = try test.outcome(at: rate).loss
      #expect((loss < start) == (rate < Self.limit), "η = \(rate): \(loss)")
    }
  }

  /// The separate runs have the sweep's rates; of a short sweep they are more, of a long one fewer.
  @Test(arguments: [(30, 100), (100, 100), (150, 150), (1000, 240)])
  func rates(steps: Int, count: Int) throws {
    let test = try Self.test(steps: steps)
    #expect(test.rates.count == count)
    #expect(test.rates.first == 1e-4)
    #expect(test.rates.last == 10)
    if count == steps { #expect(test.rates == test.run.schedule.rates(steps: steps)) }
  }

  // MARK: The direction in which each reading errs

  @Test func theRawSweepTurnsFarAboveTheLimit() throws {
    let sweep = try Self.test(smoothing: 0).sweep()
    let turn = try #require(sweep.losses.indices.min { sweep.losses[$0] < sweep.losses[$1] })
    #expect(abs(sweep.rates[turn] - 0.77) < 0.005)
  }

  /// The turn, and one and two steps below it, lie above the limit; `steepest` and `valley` below it and below the best
  /// rate, whatever the length, the start and the smoothing; a tenth of the turn below the limit, by the chance that a
  /// tenth is less than what the turn is too high.
  @Test(arguments: [50, 100, 200, 400, 1000], [1.5, 0.01, 1e-6])
  func directions(steps: Int, y: Double) throws {
    for smoothing in [0, 0.9, 0.98] {
      let sweep = try Self.test(from: Point(2.5, y), steps: steps, smoothing: smoothing).sweep()
      func rate(_ reading: SweepReading) throws -> Double { try #require(reading.rate(in: sweep)) }
      let turn = try rate(.minimum)
      for reading in [SweepReading.minimum, .oneBelow, .twoBelow] { #expect(try rate(reading) > Self.limit) }
      #expect(try rate(.oneBelow) < turn && rate(.twoBelow) < rate(.oneBelow))
      #expect(try rate(.minimumOverTen) < Self.limit)
      #expect(try rate(.valley) < Self.best)
      // In the shortest sweep, started on the floor of the ravine, the steepest fall comes late and lies above.
      if steps > 50 || y > 1 { #expect(try rate(.steepest) < Self.best) }
    }
  }

  /// The residual along the stiff axis shrinks while the rate is low and must grow back: the smaller it is at the
  /// start, the later the curve turns, though the limit is the same.
  @Test func turnsTheLaterTheLessIsLeftToGrow() throws {
    let turns = try [1.5, 1e-2, 1e-6].map { y in
      try #require(SweepReading.minimum.rate(in: Self.test(from: Point(2.5, y)).sweep()))
    }
    #expect(turns == turns.sorted() && Set(turns).count == 3)
  }

  /// `steepest` falls with the length of the sweep, as most of the fall comes earlier; `slide`, whose threshold is a loss
  /// per entry, jumps: a sweep four times as long reads a rate a hundred times as large, above the limit.
  @Test func readingsChangeWithTheLength() throws {
    let sweeps = try [100, 200, 400, 1000].map { try Self.test(steps: $0).sweep() }
    let steepest = try sweeps.map { try #require(SweepReading.steepest.rate(in: $0)) }
    #expect(steepest == steepest.sorted(by: >))
    #expect(steepest[0] / steepest[3] > 10)
    let slides = try sweeps.map { try #require(SweepReading.slide.rate(in: $0)) }
    #expect(abs(slides[0] - 0.00739072) < 5e-9 && abs(slides[2] - 0.745041) < 5e-7)
    #expect(slides[2] / slides[0] > 100)
    #expect(slides[0] < Self.limit && slides[2] > Self.limit)
  }

  /// Where the way leads over a sharp minimum into a flat one, even a tenth of the turn lies above the sharp one's
  /// limit of 0.1.
  @Test func aTenthOfTheTurnMayLieAboveTheLimit() throws {
    let softmin = "-0.2*logsumexp(-10*((x + 1.5)^2 + y^2)/0.2, -0.5*((x - 1.5)^2 + y^2)/0.2)"
    let sweep = try Self.test(on: softmin, from: Point(-1.9, 0.6), low: 5e-5, high: 5).sweep()
    #expect(try #require(SweepReading.minimumOverTen.rate(in: sweep)) > 0.1)
  }

  /// Noise keeps the stiff residual up, so the turn comes earlier than without; smoothing delays it. Means over 40
  /// seeds; the differences are twenty times their standard errors.
  @Test func noiseTurnsItEarlierAndSmoothingLater() throws {
    func turn(_ noise: Double, _ smoothing: Double, seed: UInt64) throws -> Double {
      let sweep = try Self.test(smoothing: smoothing, noise: noise, seed: seed).sweep()
      return log(try #require(SweepReading.minimum.rate(in: sweep)))
    }
    let seeds = (1...40).map(UInt64.init)
    let raw = try seeds.map { try turn(0.5, 0, seed: $0) }
    let smoothed = try seeds.map { try turn(0.5, 0.98, seed: $0) }
    let delay = Difference(zip(smoothed, raw).map { $0 - $1 })
    #expect(delay.mean > 3 * delay.error)
    let silent = try turn(0, 0.98, seed: 1)
    let earlier = Difference(smoothed.map { silent - $0 })
    #expect(earlier.mean > 3 * earlier.error)
    // Quoted: about 0.22 raw.
    #expect(abs(exp(raw.reduce(0, +) / 40) - 0.22) < 0.05)
  }

  private struct Difference {
    let mean: Double
    let error: Double

    init(_ values: [Double]) {
      let (count, mean) = (Double(values.count), values.reduce(0, +) / Double(values.count))
      self.mean = mean
      error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count).squareRoot()
    }
  }

  // MARK: Losses that fall for ever, chance

  /// The saddle's loss turns negative: the sweep goes on and has readings, and it never turns up.
  @Test func negativeLosses() throws {
    let test = try Self.test(on: "(x^2 - y^2)/2", from: Point(1.5, 1e-3), high: 1, view: 2)
    let sweep = test.sweep()
    #expect(sweep.losses.last! < 0)
    #expect(sweep.stop == nil && !sweep.turns)
    for reading in SweepReading.allCases { #expect(reading.rate(in: sweep) != nil) }
    #expect(try test.outcome(at: 0.01).loss < sweep.losses[0])
    // A run that leaves the view while its loss falls has not failed.
    let gone = try test.separateRun(at: 1).trajectory()
    #expect(gone.divergedAt != nil && gone.fell)
    #expect(try test.outcome(at: 1).loss == gone.loss.last)
  }

  @Test func outcomesAreMeansOverSeeds() throws {
    let test = try Self.test(steps: 50, noise: 0.5, seed: 7)
    var losses: [Double] = []
    for seed in 7..<23 {
      var run = try test.separateRun(at: 0.1)
      run.seed = UInt64(seed)
      losses.append(run.trajectory().loss[50])
    }
    #expect(try test.outcome(at: 0.1).loss == losses.reduce(0, +) / 16)
    #expect(try test.outcome(at: 5).loss == .infinity)
  }

  // MARK: Bad input

  @Test func badInput() throws {
    func message(_ schedule: String, steps: Int, smoothing: Double = 0.98) throws -> String? {
      let run = try run(
        on: "x^2", from: Point(1, 1), Schedule(Specification(parsing: schedule), learningRate: 1, steps: steps),
        steps: steps)
      return #expect(throws: InputError.self) { try RangeTest(run, smoothing: smoothing) }?.description
    }
    #expect(
      try message("constant", steps: 20)
        == "a range test needs a range-test schedule of as many steps as its run, not constant")
    #expect(
      try message("range-test:low=1,high=2,steps=30", steps: 20)?.hasPrefix("a range test needs a range-test schedule")
        == true)
    #expect(
      try message("range-test:low=1,high=2", steps: 9)
        == "a sweep of 9 steps is too short\nGive 10 to 100,000 steps; 100 is usual.")
    #expect(
      try message("range-test:low=1,high=2", steps: 100_001)
        == "a sweep of 100,001 steps is too long\nGive 10 to 100,000 steps; 100 is usual.")
    for smoothing in [-0.1, 1, 1.5, .nan] {
      #expect(
        try message("range-test:low=1,high=2", steps: 20, smoothing: smoothing)
          == """
          the smoothing must be 0 or more and below 1, not \(Numeral.exact(smoothing))
          It is the share of the average that is kept: 0.98 is usual, 0 smooths nothing.
          """)
    }
  }
}
