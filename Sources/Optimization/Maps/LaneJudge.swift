import LossSurfaces

/// Says what became of a run, from where its lane stands at the end and the sums over its last quarter.
///
/// The rules are those of verdicts, with what they need of the history replaced: an exact cycle is looked for in the
/// steps that would follow at the last rate, and of the rules about runs that still move only one is kept.
struct LaneJudge {
  /// A cycle of period p: wₜ and wₜ₋ₚ differ by less than this share of a step, for so many steps.
  private static let likeness = 1e-6
  private static let repetitions = 20
  private static let longestPeriod = 8
  /// To and fro without a period: means change less than this from one half to the other …
  private static let steadiness = 0.01
  /// … and so many of the steps turn back.
  private static let turning = 0.9

  let map: OutcomeMap
  let evaluator: Evaluator
  /// How far from a minimum a run at rest belongs to it.
  private let reach: Double
  /// The last quarter begins after this step, its second half after the next.
  let quarter: Double
  let middle: Double

  init(_ map: OutcomeMap, _ evaluator: Evaluator) {
    self.map = map
    self.evaluator = evaluator
    reach = 1e-3 * map.base.view.diagonal
    quarter = Double(map.base.steps - map.base.steps / 4)
    middle = Double(map.base.steps - map.base.steps / 8)
  }

  /// A run that left.
  func diverged(_ lane: Int, in block: LaneBlock) -> Outcome {
    var outcome = outcome(.diverged, lane, block)
    outcome.step = Int32(block[.step, lane])
    return outcome
  }

  /// A run at rest for good near a minimum, which has not come to its last step; nil when that is not certain.
  func settled(_ lane: Int, in block: LaneBlock, _ update: some LaneUpdate) -> Outcome? {
    let second = evaluator.secondOrder(at: Point(block[.x, lane], block[.y, lane]))
    let (small, large) = second.hessian.eigenvalues
    guard small > OutcomeMap.tolerance, update.staysAtRest(lane, in: block, curvature: large) else { return nil }
    return converged(lane, in: block)
  }

  /// A run that has made all its steps.
  func atEnd(_ lane: Int, in block: LaneBlock, _ update: some LaneUpdate) -> Outcome {
    let here = Point(block[.x, lane], block[.y, lane])
    let tolerance = OutcomeMap.tolerance
    let second = evaluator.secondOrder(at: here)
    // With weight decay γ the run descends f + γ·(x² + y²)/2.
    let decay = update.weightDecay(of: lane)
    let gradient = Point(second.gradient.x + decay * here.x, second.gradient.y + decay * here.y)
    let (small, large) = (second.hessian.eigenvalues.small + decay, second.hessian.eigenvalues.large + decay)
    if gradient.distance(to: Point(0, 0)) < tolerance {
      if small < -tolerance { return outcome(.atSaddle, lane, block) }
      return large > tolerance ? converged(lane, in: block) : outcome(.plateau, lane, block)
    }
    if isCyclic(lane, in: block, update) || isChattering(lane, in: block) { return restless(.oscillates, lane, block) }
    // A run above its start, on ground too steep for its rate and ever higher, is on its way out; one that wanders for
    // ever is not.
    if !map.isStochastic, isRising(lane, in: block), let limit = update.stabilityLimit(of: lane),
      second.value > block[.firstLoss, lane],
      update.lastRate(of: lane, in: block) * large > limit
    {
      return restless(.diverging, lane, block)
    }
    return restless(.descending, lane, block)
  }

  /// A run that made all its steps and is not at rest.
  private func restless(_ kind: Outcome.Kind, _ lane: Int, _ block: LaneBlock) -> Outcome {
    var outcome = outcome(kind, lane, block)
    let count = Double(map.base.steps) - quarter
    outcome.level = count > 0 ? (block[.earlyLoss, lane] + block[.lateLoss, lane]) / count : outcome.loss
    return outcome
  }

  private func outcome(_ kind: Outcome.Kind, _ lane: Int, _ block: LaneBlock) -> Outcome {
    let target = block[.firstStepAtTarget, lane]
    return Outcome(kind: kind, stepAtTarget: target.isFinite ? Int32(target) : -1, loss: block[.loss, lane])
  }

  private func converged(_ lane: Int, in block: LaneBlock) -> Outcome {
    var outcome = outcome(.converged, lane, block)
    outcome.step = Int32(block[.lastStepMoving, lane]) + 1
    let here = Point(block[.x, lane], block[.y, lane])
    let nearest = map.minima.indices.min { map.minima[$0].distance(to: here) < map.minima[$1].distance(to: here) }
    if let nearest, map.minima[nearest].distance(to: here) <= reach { outcome.minimum = Int32(nearest) }
    return outcome
  }

  private func isCyclic(_ lane: Int, in block: LaneBlock, _ update: some LaneUpdate) -> Bool {
    let count = Self.repetitions + Self.longestPeriod
    guard let points = update.continuation(of: lane, in: block, count: count, evaluator) else { return false }
    func norm(_ w: SIMD2<Double>) -> Double { (w.x * w.x + w.y * w.y).squareRoot() }
    return (2...Self.longestPeriod).contains { period in
      (Self.longestPeriod + 1...count).allSatisfy { t in
        let step = norm(points[t] - points[t - 1])
        return step > OutcomeMap.tolerance && norm(points[t] - points[t - period]) < Self.likeness * step
      }
    }
  }

  /// Whether the mean loss, of one that begins below 0 above that of the start, more than doubled from the first half of the last quarter to the second.
  private func isRising(_ lane: Int, in block: LaneBlock) -> Bool {
    let (early, late) = (middle - quarter, Double(map.base.steps) - middle)
    guard early > 0 else { return false }
    let ground = min(0, block[.firstLoss, lane])
    let (first, last) = (block[.earlyLoss, lane] / early - ground, block[.lateLoss, lane] / late - ground)
    return first > 0 && last > 2 * first
  }

  private func isChattering(_ lane: Int, in block: LaneBlock) -> Bool {
    guard !map.isStochastic else { return false }
    let (early, late) = (middle - quarter, Double(map.base.steps) - middle)
    guard early >= 10, late >= 10 else { return false }
    func isSteady(_ first: LaneBlock.Quantity, _ second: LaneBlock.Quantity) -> Bool {
      let (a, b) = (block[first, lane] / early, block[second, lane] / late)
      return abs(b - a) <= Self.steadiness * abs(a)
    }
    return block[.turns, lane] >= Self.turning * (early + late - 1) && isSteady(.earlyLoss, .lateLoss)
      && isSteady(.earlyLength, .lateLength)
  }
}
