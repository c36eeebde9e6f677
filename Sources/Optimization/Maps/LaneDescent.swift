internal import CKernels
public import LossSurfaces

/// Descends cells of a map in one block of lanes: a lane whose run has ended takes the next cell.
struct LaneDescent<Update: LaneUpdate> {
  /// How often it is asked whether runs are at rest for good.
  private static var patience: Int { 16 }

  private let map: OutcomeMap
  private let evaluator: Evaluator
  private let judge: LaneJudge
  private let boundary: Run.Boundary
  /// Whether sgd adds to some gradients.
  private let hasWeightDecay: Bool
  private let columns: Range<Int>
  private let rows: Range<Int>
  private let block = LaneBlock()
  private var update: Update
  private var nextCell = 0
  /// Of the oldest lane.
  private var mostSteps = 0.0
  private(set) var outcomes: [Outcome]

  init(_ map: OutcomeMap, _ evaluator: Evaluator, _ update: Update, columns: Range<Int>, rows: Range<Int>) {
    self.map = map
    self.evaluator = evaluator
    self.update = update
    self.columns = columns
    self.rows = rows
    judge = LaneJudge(map, evaluator)
    boundary = Run.Boundary(map.base.view)
    let decay = (try? Optimizer(map.base.optimizer))?.sgd?.weightDecay ?? 0
    hasWeightDecay = map.varies("weight-decay") || decay > 0
    outcomes = Array(repeating: Outcome(kind: .descending, loss: .nan), count: columns.count * rows.count)
  }

  /// Runs all cells; throws what the settings of one of them throw.
  mutating func run() throws(InputError) {
    while block.count < LaneBlock.capacity, try fill(block.count) {}
    let steps = Double(map.base.steps)
    var age = 0
    while block.count > 0 {
      update.advance(block)
      mostSteps += 1
      evaluator.gradients(
        x: block[.x], y: block[.y], count: block.count, value: block[.loss], dx: block[.dx], dy: block[.dy])
      let hasLeft = observe()
      if mostSteps >= judge.quarter { gather() }
      if hasLeft { try end { lane, descent in descent.block.left[lane] != 0 ? descent.diverged(lane) : nil } }
      if mostSteps >= steps {
        try end { lane, descent in descent.block[.step, lane] >= steps ? descent.atEnd(lane) : nil }
      }
      age += 1
      if age % Self.patience == 0, !map.keepsFinalLoss { try end { lane, descent in descent.settled(lane) } }
    }
  }

  private func diverged(_ lane: Int) -> Outcome { judge.diverged(lane, in: block) }
  private func atEnd(_ lane: Int) -> Outcome { judge.atEnd(lane, in: block, update) }

  private func settled(_ lane: Int) -> Outcome? {
    let wait = Double(Self.patience / 2)
    guard block[.step, lane] - block[.lastStepMoving, lane] > wait else { return nil }
    // The loss may still fall to its target.
    guard map.target == nil || block[.firstStepAtTarget, lane].isFinite else { return nil }
    return judge.settled(lane, in: block, update)
  }

  /// Ends the runs that have an outcome, and gives their lanes to others.
  private mutating func end(_ outcome: (Int, Self) -> Outcome?) throws(InputError) {
    for lane in (0..<block.count).reversed() {
      guard let outcome = outcome(lane, self) else { continue }
      outcomes[block.cells[lane]] = outcome
      if try !fill(lane) { update.move(block.close(lane), to: lane) }
    }
    mostSteps = (0..<block.count).reduce(0) { max($0, block[.step, $1]) }
  }

  /// Gives a lane the next cell whose start has a finite loss; false when there is none left.
  private mutating func fill(_ lane: Int) throws(InputError) -> Bool {
    while nextCell < outcomes.count {
      let index = nextCell
      nextCell += 1
      let (column, row) = (columns.lowerBound + index % columns.count, rows.lowerBound + index / columns.count)
      let start = map.start(column, row)
      let first = evaluator.firstOrder(at: start)
      guard first.value.isFinite, first.x.isFinite, first.y.isFinite, boundary.contains(start) else {
        outcomes[index] = Outcome(kind: .diverged, step: 0, loss: first.value)
        continue
      }
      let cell = LaneCell(
        start: start, schedule: try map.schedules(column, row), optimizer: try map.optimizers(column, row),
        noise: map.noise(column, row))
      block.place(index, in: lane, at: start, first, target: map.target ?? -.infinity)
      update.place(cell, in: lane, of: block)
      return true
    }
    return false
  }

  private func observe() -> Bool {
    var watch = kernel_watch(
      x: block[.x], y: block[.y], loss: block[.loss], dx: block[.dx], dy: block[.dy],
      weight_decay: hasWeightDecay ? UnsafePointer(block[.weightDecay]) : nil, previous_loss: block[.previousLoss],
      ceiling: block[.ceiling], last_step_not_at_rest: block[.lastStepMoving],
      first_step_at_target: block[.firstStepAtTarget], step: block[.step], center_x: boundary.center.x,
      center_y: boundary.center.y, square_radius: Self.largestSquare(ofRoot: boundary.radius),
      square_tolerance: Self.largestSquare(ofRoot: OutcomeMap.tolerance.nextDown).nextUp,
      target: map.target ?? -.infinity)
    return kernel_observe(&watch, block.left, block.wholeCount) != 0
  }

  private func gather() {
    var stretch = kernel_stretch(
      x: block[.x], y: block[.y], loss: block[.loss], step: block[.step], last_x: block[.lastX],
      last_y: block[.lastY], step_x: block[.stepX], step_y: block[.stepY], early_loss: block[.earlyLoss],
      late_loss: block[.lateLoss], early_length: block[.earlyLength], late_length: block[.lateLength],
      turns: block[.turns], begin: judge.quarter, middle: judge.middle)
    kernel_gather(&stretch, block.wholeCount)
  }

  /// The largest number whose root, rounded, is not above `root`: comparing squares with it decides as comparing roots
  /// would.
  private static func largestSquare(ofRoot root: Double) -> Double {
    var square = root * root
    while square.squareRoot() > root { square = square.nextDown }
    while square.nextUp.squareRoot() <= root { square = square.nextUp }
    return square
  }
}

extension OutcomeMap {
  /// What becomes of the runs of a part of the map, row by row, the lowest first.
  ///
  /// Throws when the settings of a cell are out of their range.
  public func outcomes(columns: Range<Int>, rows: Range<Int>) throws(InputError) -> [Outcome] {
    guard !columns.isEmpty, !rows.isEmpty else { return [] }
    let (column, row) = (columns.lowerBound, rows.lowerBound)
    let example = LaneCell(
      start: start(column, row), schedule: try schedules(column, row), optimizer: try optimizers(column, row),
      noise: noise(column, row))
    let evaluator = Evaluator(base.loss)
    func run(_ update: some LaneUpdate) throws(InputError) -> [Outcome] {
      var descent = LaneDescent(self, evaluator, update, columns: columns, rows: rows)
      try descent.run()
      return descent.outcomes
    }
    if let lanes = SGDLanes(self, like: example) { return try run(lanes) }
    switch example.optimizer.rule {
    case .sgd: return try run(RuleLanes<SGD>(self, evaluator) { if case .sgd(let rule) = $0 { rule } else { nil } })
    case .adagrad:
      return try run(RuleLanes<Adagrad>(self, evaluator) { if case .adagrad(let rule) = $0 { rule } else { nil } })
    case .rmsprop:
      return try run(RuleLanes<RMSprop>(self, evaluator) { if case .rmsprop(let rule) = $0 { rule } else { nil } })
    case .adadelta:
      return try run(RuleLanes<Adadelta>(self, evaluator) { if case .adadelta(let rule) = $0 { rule } else { nil } })
    case .adam: return try run(RuleLanes<Adam>(self, evaluator) { if case .adam(let rule) = $0 { rule } else { nil } })
    case .nadam:
      return try run(RuleLanes<NAdam>(self, evaluator) { if case .nadam(let rule) = $0 { rule } else { nil } })
    case .lion: return try run(RuleLanes<Lion>(self, evaluator) { if case .lion(let rule) = $0 { rule } else { nil } })
    }
  }
}
