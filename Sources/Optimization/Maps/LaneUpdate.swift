internal import CKernels
import LossSurfaces

/// How the runs of a block make their next step.
protocol LaneUpdate {
  /// Prepares a lane for a new run, which is at its start.
  mutating func place(_ cell: LaneCell, in lane: Int, of block: LaneBlock)
  /// What belongs to the last lane moves into another.
  mutating func move(_ last: Int, to lane: Int)
  /// One update of every lane: the weights, not what is computed of them.
  mutating func advance(_ block: LaneBlock)
  /// The points of `count` more steps at the rate of the last update, without noise; nil when steps are left to chance.
  func continuation(of lane: Int, in block: LaneBlock, count: Int, _ evaluator: Evaluator) -> [SIMD2<Double>]?
  /// The rate of the last update.
  func lastRate(of lane: Int, in block: LaneBlock) -> Double
  /// The largest η·λ at which the lane's weights stay bounded; nil where there is no theory.
  func stabilityLimit(of lane: Int) -> Double?
  /// The weight decay of sgd, which adds to each gradient; 0 for another optimizer.
  func weightDecay(of lane: Int) -> Double
  /// Whether what is at rest near a minimum, with such a Hessian, stays there.
  func staysAtRest(_ lane: Int, in block: LaneBlock, curvature: Double) -> Bool
}

/// What a run of a map is told.
struct LaneCell {
  var start: Point
  var schedule: Schedule
  var optimizer: Optimizer
  var noise: Noise
}

/// Stochastic gradient descent without chance: all lanes at once.
struct SGDLanes: LaneUpdate {
  private let rates: LaneRates
  private var rules: [SGD]
  private var kinds: kernel_sgd
  private let isConstant: Bool

  /// nil when the runs need another way: another optimizer, dampening, noise, batches, a schedule with feedback.
  init?(_ map: OutcomeMap, like example: LaneCell) {
    guard case .sgd(let rule) = example.optimizer.rule, rule.dampening == 0, !map.varies("dampening"),
      !map.isStochastic, !example.schedule.hasFeedback
    else { return nil }
    isConstant = map.hasConstantRates
    rates = LaneRates(shared: map.schedules.shared, isConstant: isConstant)
    rules = Array(repeating: rule, count: LaneBlock.capacity)
    kinds = kernel_sgd(
      has_momentum: rule.momentum != 0 || map.varies("momentum") ? 1 : 0, is_nesterov: rule.isNesterov ? 1 : 0,
      has_weight_decay: rule.weightDecay != 0 || map.varies("weight-decay") ? 1 : 0)
  }

  mutating func place(_ cell: LaneCell, in lane: Int, of block: LaneBlock) {
    guard case .sgd(let rule) = cell.optimizer.rule else { preconditionFailure("another optimizer") }
    rules[lane] = rule
    block[.momentum, lane] = rule.momentum
    block[.weightDecay, lane] = rule.weightDecay
    rates.place(cell.schedule, in: lane)
  }

  mutating func move(_ last: Int, to lane: Int) {
    rules[lane] = rules[last]
    rates.move(last, to: lane)
  }

  mutating func advance(_ block: LaneBlock) {
    var state = kernel_block(
      x: block[.x], y: block[.y], dx: block[.dx], dy: block[.dy], velocity_x: block[.velocityX],
      velocity_y: block[.velocityY], rate: rates.current, momentum: block[.momentum],
      weight_decay: block[.weightDecay])
    kernel_advance(&state, &kinds, block.wholeCount)
    let step = block[.step]
    for lane in 0..<block.wholeCount { step[lane] += 1 }
    rates.advance(step, count: block.count)
  }

  func lastRate(of lane: Int, in block: LaneBlock) -> Double {
    let schedule = rates.schedule(of: lane)
    return schedule.rate(at: max(0, Int(block[.step, lane]) - 1), Schedule.State())
  }

  func weightDecay(of lane: Int) -> Double { rules[lane].weightDecay }

  func stabilityLimit(of lane: Int) -> Double? { rules[lane].weightDecay == 0 ? rules[lane].stabilityLimit : nil }

  func continuation(of lane: Int, in block: LaneBlock, count: Int, _ evaluator: Evaluator) -> [SIMD2<Double>]? {
    let memory = SGD.Memory(
      velocity: SIMD2(block[.velocityX, lane], block[.velocityY, lane]), isFirst: false)
    let w = SIMD2(block[.x, lane], block[.y, lane])
    return rules[lane].path(from: w, memory, rate: lastRate(of: lane, in: block), count: count, evaluator)
  }

  /// An eighth of the tolerance leaves room for what a velocity of that size adds to the gradient: with v the velocity
  /// and λ the curvature, no more than √(ηλ)·|v| in undamped motion.
  func staysAtRest(_ lane: Int, in block: LaneBlock, curvature: Double) -> Bool {
    guard isConstant, let limit = stabilityLimit(of: lane) else { return false }
    let η = lastRate(of: lane, in: block)
    let least = OutcomeMap.tolerance / 8
    let (gx, gy) = (block[.dx, lane], block[.dy, lane])
    let (vx, vy) = (block[.velocityX, lane], block[.velocityY, lane])
    return η * curvature < 0.999 * limit && (gx * gx + gy * gy).squareRoot() < least
      && (η * curvature * (vx * vx + vy * vy)).squareRoot() < least
  }
}

extension UpdateRule {
  /// The points of `count` steps at one rate, without noise.
  func path(from start: SIMD2<Double>, _ memory: Memory, rate: Double, count: Int, _ evaluator: Evaluator)
    -> [SIMD2<Double>]
  {
    var (w, memory) = (start, memory)
    var points = [w]
    for _ in 0..<count {
      let first = evaluator.firstOrder(at: Point(w.x, w.y))
      w = step(from: w, gradient: SIMD2(first.x, first.y), rate: rate, &memory)
      points.append(w)
    }
    return points
  }
}

extension OutcomeMap {
  /// Whether an axis varies a key of the optimizer.
  func varies(_ key: String) -> Bool { x.setting == .optimizer(key) || y.setting == .optimizer(key) }

  /// Whether the rate of a run never changes.
  public var hasConstantRates: Bool {
    base.schedule.name == "constant" && base.schedule["warmup"] == nil
      && ![x.setting, y.setting].contains { if case .schedule = $0 { true } else { false } }
  }
}
