import LossSurfaces
import Testing

@testable import Optimization

@Suite struct SweepTests {
  private static func sweep(_ losses: [Double], planned: Int? = nil, smoothing: Double = 0) -> Sweep {
    let rates = losses.indices.map { 0.1 * Double($0 + 1) }
    return Sweep(rates: rates, losses: losses, planned: planned ?? losses.count, smoothing: smoothing)
  }

  /// fastai's average: a₀ = (1 − β)·l₀ and so on, each divided by 1 − βⁱ⁺¹.
  @Test func smooths() {
    let sweep = Self.sweep([4, 2, 8], smoothing: 0.5)
    // a = 2, 2, 5; over 1/2, 3/4, 7/8.
    #expect(sweep.smoothed == [4, 2 / 0.75, 5 / 0.875])
    #expect(Self.sweep([4, 2, 8]).smoothed == [4, 2, 8])
    // A constant loss stays what it is, to the rounding of each of the three operations.
    for value in Self.sweep([Double](repeating: 3, count: 200), smoothing: 0.98).smoothed {
      #expect(abs(value - 3) < 3 * 0x1p-48)
    }
  }

  /// The first value above best + 3·max(|best|, s₀ − best).
  @Test(
    arguments: [
      // Above 4·best while the loss has not halved: 4·1 = 4.
      ([1.9, 1, 4, 4.1, 5], 3),
      // A loss that fell by more than its lowest value: best + 3·(s₀ − best) = 1 + 27.
      ([10, 1, 28, 28.1], 3),
      // A negative loss, where 4·best would stop at once (fastai issue 962): −2 + 3·3 = 7.
      ([1, -2, 0, 7, 7.1], 4),
      // All below zero: −4 + 3·4 = 8.
      ([-3, -4, 0, 8, 9], 4),
      ([5, 4, 3], nil), ([5, 5, 5], nil), ([0, 0, 0], nil),
    ] as [([Double], Int?)])
  func stops(losses: [Double], at stop: Int?) {
    #expect(Self.sweep(losses).stop == stop)
  }

  /// Without the first tenth of what was planned and the last five of what there is.
  @Test func reads() {
    #expect(Self.sweep([Double](repeating: 1, count: 100)).read == 10..<95)
    #expect(Self.sweep([Double](repeating: 1, count: 40), planned: 100).read == 10..<35)
    #expect(Self.sweep([Double](repeating: 1, count: 15), planned: 100).read.isEmpty)
    #expect(Self.sweep([]).read.isEmpty)
    // The entry at which it stopped is one of those that there are.
    let blowUp = [Double](repeating: 1, count: 60) + [Double](repeating: 9, count: 40)
    #expect(Self.sweep(blowUp).stop == 60)
    #expect(Self.sweep(blowUp).read == 10..<56)
  }

  @Test func turns() {
    #expect(Self.sweep([3, 2, 1]).turns == false)
    #expect(Self.sweep([3, 1, 2]).turns)
    #expect(Self.sweep([]).turns == false)
  }

  /// Loss i is that before update i; the last point of a run that goes through has no update.
  @Test func lagsByOneStep() throws {
    let ramp = try schedule("range-test:low=0.1,high=1,steps=10", steps: 10)
    let trajectory = try run(on: "x^2/2 + y^2/2", from: Point(2, 0), ramp, steps: 10).trajectory()
    let sweep = Sweep(of: trajectory, smoothing: 0)
    #expect(sweep.losses == Array(trajectory.loss[..<10]))
    #expect(sweep.rates == trajectory.learningRate)
    #expect(sweep.losses[0] == 2)
  }

  /// The point at which a run diverged still has its loss, under the rate that its update would have had.
  @Test func endsWhereTheRunDiverges() throws {
    let ramp = try schedule("range-test:low=1.1,high=1e4,steps=50", steps: 50)
    let trajectory = try run(on: "x^2/2 + y^2/2", from: Point(2, 1), ramp, steps: 50).trajectory()
    let end = try #require(trajectory.divergedAt)
    let sweep = Sweep(of: trajectory, smoothing: 0)
    #expect(sweep.losses.count == end + 1)
    #expect(sweep.rates[..<end] == trajectory.learningRate[...])
    #expect(sweep.rates[end] > trajectory.learningRate[end - 1])
    // Where the loss is not a number there is nothing to record.
    let log = try run(on: "log(x)", from: Point(0.1, 0), ramp, steps: 50).trajectory()
    #expect(Sweep(of: log, smoothing: 0).losses == [log.loss[0]])
  }

  /// On mini-batches a loop sees the loss of its batch.
  @Test func recordsTheLossOfTheBatch() throws {
    let loss = try Regression().loss
    let data = try #require(loss.samples).rows
    let test = try Run(
      loss: loss, view: View(x: (-5, 5), y: (-5, 5)), start: Point(0, 0), steps: 30,
      schedule: schedule("range-test:low=1e-3,high=0.5,steps=30", steps: 30),
      optimizer: Optimizer(Specification("sgd")), batchSize: 2, seed: 4)
    let trajectory = test.trajectory()
    let sweep = Sweep(of: trajectory, smoothing: 0)
    let batches = try #require(test.batches)
    for step in 0..<30 {
      let (x, y) = (trajectory.x[step], trajectory.y[step])
      let rows = batches.rows(at: step, seed: 4).map { data[$0] }
      let mean = rows.reduce(0) { $0 + (x * $1[0] + y - $1[1]) * (x * $1[0] + y - $1[1]) / 2 } / 2
      // Four roundings a row, each of half an ulp, about doubled by cancellation in the residual.
      #expect(abs(sweep.losses[step] - mean) <= 1e-13 * max(1, mean))
    }
    #expect(sweep.losses != Array(trajectory.loss[..<30]))
  }
}
