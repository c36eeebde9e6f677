import LossSurfaces

/// Any optimizer, with noise, mini-batches and schedules with feedback: the loss of all lanes at once, their steps one
/// by one.
struct RuleLanes<Rule: UpdateRule>: LaneUpdate {
  private struct Lane {
    var rule: Rule
    var memory: Rule.Memory
    var cell: LaneCell
    var schedule: Schedule.State
    var batches: MiniBatchOrder?
    var lastRate = 0.0
  }

  private let map: OutcomeMap
  private let evaluator: Evaluator
  private let wrap: (AnyUpdateRule) -> Rule?
  private var lanes: [Lane?] = Array(repeating: nil, count: LaneBlock.capacity)
  private var noise: StepTable<(x: Double, y: Double)>

  init(_ map: OutcomeMap, _ evaluator: Evaluator, _ wrap: @escaping (AnyUpdateRule) -> Rule?) {
    self.map = map
    self.evaluator = evaluator
    self.wrap = wrap
    let source = GaussianNoise(seed: map.base.seed)
    noise = StepTable { source.pair(at: $0) }
  }

  mutating func place(_ cell: LaneCell, in lane: Int, of block: LaneBlock) {
    guard let rule = wrap(cell.optimizer.rule) else { preconditionFailure("another optimizer") }
    let batches = map.base.batches.flatMap { $0.isStochastic ? MiniBatchOrder($0, seed: map.base.seed) : nil }
    block[.weightDecay, lane] = cell.optimizer.sgd?.weightDecay ?? 0
    lanes[lane] = Lane(
      rule: rule, memory: rule.initialMemory, cell: cell, schedule: cell.schedule.initialState(), batches: batches)
  }

  mutating func move(_ last: Int, to lane: Int) { lanes[lane] = lanes[last] }

  mutating func advance(_ block: LaneBlock) {
    for lane in 0..<block.count {
      let t = Int(block[.step, lane])
      var w = SIMD2(block[.x, lane], block[.y, lane])
      var g = SIMD2(block[.dx, lane], block[.dy, lane])
      guard var state = lanes[lane] else { continue }
      lanes[lane] = nil
      advance(&state, &w, &g, loss: block[.loss, lane], t)
      lanes[lane] = state
      block[.x, lane] = w.x
      block[.y, lane] = w.y
      block[.step, lane] = Double(t + 1)
    }
  }

  private mutating func advance(
    _ lane: inout Lane, _ w: inout SIMD2<Double>, _ g: inout SIMD2<Double>, loss: Double, _ t: Int
  ) {
    let schedule = lane.cell.schedule
    if t > 0, schedule.hasFeedback { _ = schedule.observe(loss: loss, after: t - 1, &lane.schedule) }
    lane.lastRate = schedule.rate(at: t, lane.schedule)
    if let rows = lane.batches?.rows(at: t) {
      let first = evaluator.firstOrder(at: Point(w.x, w.y), rows: rows)
      g = SIMD2(first.x, first.y)
    }
    if !lane.cell.noise.isZero {
      let (x, y) = noise[t]
      g += SIMD2(lane.cell.noise.x, lane.cell.noise.y) * SIMD2(x, y)
    }
    w = lane.rule.step(from: w, gradient: g, rate: lane.lastRate, &lane.memory)
  }

  func lastRate(of lane: Int, in block: LaneBlock) -> Double { lanes[lane]!.lastRate }

  func weightDecay(of lane: Int) -> Double { lanes[lane]!.cell.optimizer.sgd?.weightDecay ?? 0 }

  func stabilityLimit(of lane: Int) -> Double? {
    weightDecay(of: lane) == 0 ? lanes[lane]!.cell.optimizer.stabilityLimit : nil
  }

  func continuation(of index: Int, in block: LaneBlock, count: Int, _ evaluator: Evaluator) -> [SIMD2<Double>]? {
    guard let lane = lanes[index], lane.cell.noise.isZero, lane.batches == nil else { return nil }
    let w = SIMD2(block[.x, index], block[.y, index])
    return lane.rule.path(from: w, lane.memory, rate: lane.lastRate, count: count, evaluator)
  }

  /// With a memory of other kinds, or chance, nothing is certain.
  func staysAtRest(_ lane: Int, in block: LaneBlock, curvature: Double) -> Bool { false }
}
