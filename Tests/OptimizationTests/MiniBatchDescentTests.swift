import LossSurfaces
import Optimization
import Testing

/// Runs on mini-batches against the exact moments of linear regression (facts 4.3).
@Suite struct MiniBatchDescentTests {
  private static let mistakes: [(Int?, Sampling?, String)] = [
    (0, nil, "the batch size must be 1 or more, not 0\nGive a number of rows from 1 to 8."),
    (-1, nil, "the batch size must be 1 or more, not -1\nGive a number of rows from 1 to 8."),
    (
      9, nil,
      "a batch of 9 is larger than the data, which has 8 rows\n"
        + "Give a number from 1 to 8, or leave it out for the whole data in every update."
    ),
    (
      nil, .replacement,
      "a way of sampling is given without a batch size\nGive the batch size, such as 1, or neither."
    ),
  ]

  @Test(arguments: mistakes)
  func badInput(size: Int?, sampling: Sampling?, message: String) throws {
    let regression = try Regression()
    let error = #expect(throws: InputError.self) {
      try regression.run(rate: 0.1, steps: 10, batch: size, sampling: sampling)
    }
    #expect(error?.description == message)
  }

  @Test func noBatchesWithoutSamples() throws {
    let error = #expect(throws: InputError.self) {
      try Run(
        loss: LossFunction(formula: "x^2"), view: View(x: (-1, 1), y: (-1, 1)), start: Point(1, 1), steps: 1,
        schedule: Schedule(constant: 0.1), optimizer: Optimizer(Specification("sgd")), batchSize: 4)
    }
    #expect(
      error?.description == """
        a batch size is given, but this loss is no mean over samples
        Leave it out, use noise instead, or take a surface with samples, such as linear-regression.
        """)
  }

  /// The update goes along the mean gradient of the rows drawn; the history has the whole loss and its gradient.
  @Test(arguments: Sampling.allCases)
  func stepsAlongTheBatch(sampling: Sampling) throws {
    let regression = try Regression()
    let run = try regression.run(rate: 0.1, steps: 1500, batch: 3, sampling: sampling, seed: 9)
    let trajectory = run.trajectory()
    let evaluator = Evaluator(regression.loss)
    for t in 0..<1500 {
      let here = trajectory[t]
      let batch = evaluator.firstOrder(at: here, rows: try #require(run.batches).rows(at: t, seed: 9))
      #expect(trajectory[t + 1] == Point(here.x - 0.1 * batch.x, here.y - 0.1 * batch.y))
      let whole = evaluator.firstOrder(at: here)
      #expect(trajectory.loss[t] == whole.value)
      #expect(trajectory.gradientNorm[t] == (whole.x * whole.x + whole.y * whole.y).squareRoot())
    }
  }

  /// Momentum gathers the gradients of batches: v ← β·v + g, w ← w − η·v.
  @Test func momentumActsOnTheBatch() throws {
    let regression = try Regression()
    let run = try regression.run(rate: 0.1, steps: 50, batch: 2, optimizer: "sgd:momentum=0.5")
    let trajectory = run.trajectory()
    let evaluator = Evaluator(regression.loss)
    var velocity = SIMD2<Double>()
    for t in 0..<50 {
      let here = trajectory[t]
      let batch = evaluator.firstOrder(at: here, rows: try #require(run.batches).rows(at: t, seed: 1))
      velocity = 0.5 * velocity + SIMD2(batch.x, batch.y)
      let w = SIMD2(here.x, here.y) - 0.1 * velocity
      #expect(trajectory[t + 1] == Point(w.x, w.y))
    }
  }

  /// Reshuffled batches of all rows are the whole loss, bit for bit.
  @Test func aBatchOfAllIsTheWhole() throws {
    let regression = try Regression()
    let whole = try regression.run(rate: 0.3, steps: 60, batch: nil).trajectory()
    let batch = try regression.run(rate: 0.3, steps: 60, batch: 8).trajectory()
    #expect(batch.x == whole.x)
    #expect(batch.y == whole.y)
    #expect(!batch.run.isStochastic)
  }

  @Test func independentOfThreads() async throws {
    let regression = try Regression()
    let runs = try (1...8).map { try regression.run(rate: 0.2, steps: 1500, batch: 3, seed: UInt64($0)) }
    let alone = runs.map { $0.trajectory().x }
    let together = await withTaskGroup(of: (Int, [Double]).self) { group in
      for (i, run) in runs.enumerated() { group.addTask { (i, run.trajectory().x) } }
      return await group.reduce(into: [[Double]](repeating: [], count: runs.count)) { $0[$1.0] = $1.1 }
    }
    #expect(together == alone)
    #expect(Set(alone.map(\.last)).count == 8)
  }

  /// The mean square of the distance grows above these rates; the full batch converges up to 2/1.3125 = 1.524.
  @Test(arguments: [(1, 0.67192), (2, 0.94854), (4, 1.18859), (8, 1.35116)])
  func meanSquareStabilityLimit(size: Int, limit: Double) throws {
    let regression = try Regression()
    // The facts give five decimals.
    #expect(regression.growth(rate: limit - 1e-5, batch: size) < 1)
    #expect(regression.growth(rate: limit + 1e-5, batch: size) > 1)
  }

  /// Without residuals, from a distance of 1, the mean square after 4 steps is that of the recursion, on either side of
  /// the limit: over 4000 seeds, within three standard errors.
  @Test(arguments: [0.4, 0.8])
  func meanSquareFollowsTheRecursion(rate: Double) throws {
    let regression = try Regression(isExact: true)
    let start = Point(Regression.minimum.x + 1, Regression.minimum.y)
    let squares = try (0..<4000).map { seed in
      let end = try regression.run(
        from: start, rate: rate, steps: 4, batch: 1, sampling: .replacement, seed: UInt64(seed)
      ).trajectory()[4]
      return end.distance(to: Regression.minimum) * end.distance(to: Regression.minimum)
    }
    let mean = squares.reduce(0, +) / 4000
    let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 3999
    let expected = regression.meanSquare(after: 4, rate: rate)
    let error = (variance / 4000).squareRoot()
    #expect(abs(mean - expected) < 3 * error, "\(mean), not \(expected) ± \(error)")
  }

  /// At a rate where the full batch converges, single examples explode.
  @Test func explodesWhereTheFullBatchConverges() throws {
    let regression = try Regression()
    let whole = try regression.run(rate: 1.4, steps: 2000, batch: nil).trajectory()
    #expect(whole[2000].distance(to: Regression.minimum) < 1e-12)
    for sampling in Sampling.allCases {
      for seed in 1...10 {
        let single = try regression.run(rate: 1.4, steps: 2000, batch: 1, sampling: sampling, seed: UInt64(seed))
        #expect(single.trajectory().divergedAt != nil)
      }
    }
  }

  /// Where the line passes through all points, a constant rate converges whatever the batch.
  @Test(arguments: Sampling.allCases)
  func interpolationConverges(sampling: Sampling) throws {
    let end = try Regression(isExact: true).run(rate: 0.3, steps: 2000, batch: 1, sampling: sampling).trajectory()
    #expect(end[2000].distance(to: Regression.minimum) < 1e-12)
  }

  /// At rate 0.1 and batches of 4, what remains is 9.3e-6 at the ends of reshuffled epochs (1.25e-4 on average over
  /// their batches), 0.0019 with replacement. Measured over 40 blocks, within three standard errors.
  @Test func reshufflingLeavesLess() throws {
    let regression = try Regression()
    let replaced = regression.excessLossWithReplacement(rate: 0.1, batch: 4)
    let (end, middle) = regression.excessLossReshuffled(rate: 0.1)
    // The facts are measurements of two digits.
    #expect(abs(replaced - 0.0019) < 5e-5)
    #expect(abs(end - 9.3e-6) < 1e-7)
    #expect(abs((end + middle) / 2 - 1.25e-4) < 5e-7)
    let shuffled = try Self.losses(regression, .reshuffle)
    Self.expect(stride(from: 0, to: shuffled.count, by: 2).map { shuffled[$0] }, mean: end)
    Self.expect(stride(from: 1, to: shuffled.count, by: 2).map { shuffled[$0] }, mean: middle)
    Self.expect(try Self.losses(regression, .replacement), mean: replaced)
  }

  /// The excess loss from step 1000 on, when the start is forgotten: 0.9¹⁰⁰⁰ is 1e-46.
  private static func losses(_ regression: Regression, _ sampling: Sampling) throws -> [Double] {
    let trajectory = try regression.run(rate: 0.1, steps: 20_999, batch: 4, sampling: sampling).trajectory()
    return trajectory.loss.dropFirst(1000).map { $0 - Regression.leastLoss }
  }

  /// Blocks of 250 and more are nearly independent: the loss forgets in 1/(2·0.1) = 5 steps.
  private static func expect(_ values: [Double], mean expected: Double) {
    let length = values.count / 40
    let means = (0..<40).map { values[$0 * length..<($0 + 1) * length].reduce(0, +) / Double(length) }
    let mean = means.reduce(0, +) / 40
    let error = (means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39 / 40).squareRoot()
    #expect(abs(mean - expected) < 3 * error, "\(mean), not \(expected) ± \(error)")
  }
}
