import LossSurfaces

extension Run {
  /// Descends: wₜ₊₁ = wₜ − ηₜ·gₜ for plain descent, with gₜ the exact gradient, or that of the mini-batch of update t,
  /// plus the noise of update t. The history holds the whole loss and the norm of its exact gradient.
  ///
  /// The history ends early where the run diverges: at the first point after the start that is not finite or further
  /// than 1000 view diagonals from the view's centre, or where the loss is not finite, or above 10⁶·(|f₀| + 1) and
  /// above the loss before it.
  public func trajectory() -> Trajectory {
    switch optimizer.rule {
    case .sgd(let rule): descend(by: rule)
    case .adagrad(let rule): descend(by: rule)
    case .rmsprop(let rule): descend(by: rule)
    case .adadelta(let rule): descend(by: rule)
    case .adam(let rule): descend(by: rule)
    case .nadam(let rule): descend(by: rule)
    case .lion(let rule): descend(by: rule)
    }
  }

  private func descend<Rule: UpdateRule>(by rule: Rule) -> Trajectory {
    var descent = Descent(self, rule)
    while descent.advance() {}
    return descent.finish()
  }
}

/// A run under way. It proceeds in blocks, of which rates and noise are computed ahead; the history of a block is
/// gathered in a fixed piece of memory and then appended.
private struct Descent<Rule: UpdateRule> {
  private let run: Run
  private let rule: Rule
  private let evaluator: Evaluator
  private let boundary: Run.Boundary
  private let isNoisy: Bool
  private let hasFeedback: Bool
  private let hasBatches: Bool
  /// 10⁶·(|f₀| + 1).
  private let ceiling: Double

  /// The next entry of the history.
  private var t = 0
  private var w: SIMD2<Double>
  private var previousLoss = Double.infinity
  private var memory: Rule.Memory
  private var schedule: Schedule.State
  private var batches: MiniBatchOrder?
  private var trajectory: Trajectory

  init(_ run: Run, _ rule: Rule) {
    self.run = run
    self.rule = rule
    evaluator = Evaluator(run.loss)
    boundary = Run.Boundary(run.view)
    isNoisy = !run.noise.isZero
    hasFeedback = run.schedule.hasFeedback
    batches = run.batches.flatMap { $0.isStochastic ? MiniBatchOrder($0, seed: run.seed) : nil }
    hasBatches = batches != nil
    ceiling = 1e6 * (abs(evaluator.value(at: run.start)) + 1)
    w = SIMD2(run.start.x, run.start.y)
    memory = rule.initialMemory
    schedule = run.schedule.initialState()
    trajectory = Trajectory(
      run: run, x: [], y: [], loss: [], gradientNorm: [], learningRate: [], divergedAt: nil, cuts: [], restarts: [])
    trajectory.reserveCapacity(run.steps + 1)
  }

  /// Makes the history of the next block; false when the run is over.
  mutating func advance() -> Bool {
    let count = min(Block.capacity, run.steps + 1 - t)
    guard count > 0, trajectory.divergedAt == nil else { return false }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: Block.size) { room in
      let block = Block(room.baseAddress!)
      if !hasFeedback { run.schedule.fill(block.rate, count: count, from: t) }
      if isNoisy { GaussianNoise(seed: run.seed).fill(x: block.noiseX, y: block.noiseY, count: count, from: t) }
      let done = descend(block, count)
      trajectory.append(block, count: done, isLast: t + done > run.steps || trajectory.divergedAt != nil)
      t += done
    }
    return true
  }

  /// Fills entries of the block; how many.
  @inline(__always)
  private mutating func descend(_ block: Block, _ count: Int) -> Int {
    let deviation = SIMD2(run.noise.x, run.noise.y)
    var w = w
    var previousLoss = previousLoss
    defer { (self.w, self.previousLoss) = (w, previousLoss) }
    for i in 0..<count {
      let first = evaluator.firstOrder(at: Point(w.x, w.y))
      block.x[i] = w.x
      block.y[i] = w.y
      block.loss[i] = first.value
      block.gradientNorm[i] = (first.x * first.x + first.y * first.y).squareRoot()
      if hasFeedback { observe(first.value, block, i) }
      let isTooHigh = first.value > ceiling && first.value > previousLoss
      if t + i > 0, isTooHigh || !first.value.isFinite || !boundary.contains(w) {
        trajectory.divergedAt = t + i
        return i + 1
      }
      previousLoss = first.value
      var g = hasBatches ? batchGradient(at: w, t + i) : SIMD2(first.x, first.y)
      if isNoisy { g += deviation * SIMD2(block.noiseX[i], block.noiseY[i]) }
      w = rule.step(from: w, gradient: g, rate: block.rate[i], &memory)
    }
    return count
  }

  /// The mean gradient over the rows of update `t`.
  private mutating func batchGradient(at w: SIMD2<Double>, _ t: Int) -> SIMD2<Double> {
    let first = evaluator.firstOrder(at: Point(w.x, w.y), rows: batches!.rows(at: t))
    return SIMD2(first.x, first.y)
  }

  /// Tells a schedule with feedback the loss after update t − 1, and takes the rate of update t.
  private mutating func observe(_ loss: Double, _ block: Block, _ i: Int) {
    let t = t + i
    if t > 0, run.schedule.observe(loss: loss, after: t - 1, &schedule) { trajectory.cuts.append(t) }
    block.rate[i] = run.schedule.rate(at: t, schedule)
  }

  consuming func finish() -> Trajectory {
    let schedule = run.schedule
    let updates = 0..<trajectory.learningRate.count
    trajectory.cuts = hasFeedback ? trajectory.cuts.filter(updates.contains) : updates.filter(schedule.isCut)
    trajectory.restarts = updates.filter(schedule.isRestart)
    return trajectory
  }
}

/// Room for the history and the noise of some steps.
private struct Block {
  static let capacity = 1024
  static let size = 7 * capacity

  private let room: UnsafeMutablePointer<Double>

  init(_ room: UnsafeMutablePointer<Double>) { self.room = room }

  var x: UnsafeMutablePointer<Double> { room }
  var y: UnsafeMutablePointer<Double> { room + Self.capacity }
  var loss: UnsafeMutablePointer<Double> { room + 2 * Self.capacity }
  var gradientNorm: UnsafeMutablePointer<Double> { room + 3 * Self.capacity }
  var rate: UnsafeMutablePointer<Double> { room + 4 * Self.capacity }
  var noiseX: UnsafeMutablePointer<Double> { room + 5 * Self.capacity }
  var noiseY: UnsafeMutablePointer<Double> { room + 6 * Self.capacity }
}

extension Trajectory {
  fileprivate mutating func reserveCapacity(_ count: Int) {
    x.reserveCapacity(count)
    y.reserveCapacity(count)
    loss.reserveCapacity(count)
    gradientNorm.reserveCapacity(count)
    learningRate.reserveCapacity(count)
  }

  /// Appends entries; the last of a run has no rate.
  fileprivate mutating func append(_ block: Block, count: Int, isLast: Bool) {
    x.append(contentsOf: UnsafeBufferPointer(start: block.x, count: count))
    y.append(contentsOf: UnsafeBufferPointer(start: block.y, count: count))
    loss.append(contentsOf: UnsafeBufferPointer(start: block.loss, count: count))
    gradientNorm.append(contentsOf: UnsafeBufferPointer(start: block.gradientNorm, count: count))
    learningRate.append(contentsOf: UnsafeBufferPointer(start: block.rate, count: isLast ? count - 1 : count))
  }
}
