public import LossSurfaces
public import Optimization

/// What a recipe says of a run. What it leaves unsaid the surface or a default fills in.
public struct RunSettings: Hashable, Sendable {
  public var start: Point?
  public var steps: Span?
  public var seed: UInt64?
  /// Once for each of these instead of once; at most one of the two is said.
  public var seeds: ClosedRange<UInt64>?
  public var learningRate: Double?
  public var schedule: Specification?
  public var optimizer: Specification?
  public var noise: Noise?
  public var batchSize: Int?
  public var sampling: Sampling?
  public var label: String?
  /// Where a recipe says so: the start, or the run.
  var mark = Mark()
  /// Where a recipe says how large the batches are, or how they are drawn.
  var batchMark = Mark()
  /// Where a recipe says how long the run lasts.
  var stepsMark = Mark()
  /// Where a recipe gives the seeds.
  var seedsMark = Mark()
  /// Where a recipe gives the schedule.
  var scheduleMark = Mark()

  public init() {}

  /// These settings, and for what they leave unsaid those of `base`. A label is a run's own.
  public func over(_ base: RunSettings) -> RunSettings {
    var result = self
    result.start = start ?? base.start
    result.steps = steps ?? base.steps
    if seed == nil, seeds == nil {
      (result.seed, result.seeds, result.seedsMark) = (base.seed, base.seeds, base.seedsMark)
    }
    result.learningRate = learningRate ?? base.learningRate
    result.schedule = schedule ?? base.schedule
    result.optimizer = optimizer ?? base.optimizer
    result.noise = noise ?? base.noise
    result.batchSize = batchSize ?? base.batchSize
    result.sampling = sampling ?? base.sampling
    if batchSize == nil, sampling == nil { result.batchMark = base.batchMark }
    if steps == nil { result.stepsMark = base.stepsMark }
    if schedule == nil { result.scheduleMark = base.scheduleMark }
    if start == nil, base.start != nil { result.mark = base.mark }
    return result
  }

  /// The run that these settings say on a surface; what they leave unsaid the surface or a default says. `view` is the
  /// one that the divergence rule measures.
  func run(on surface: Surface, view: View) throws(InputError) -> Run {
    let seed = seed ?? seeds?.lowerBound ?? 1
    guard Self.possibleSeeds.contains(Int(clamping: seed)) else {
      throw InputError("the seed must be at most \(NumberText.string(Self.possibleSeeds.upperBound)), not \(seed)")
    }
    let batches = try batchMark.located { () throws(InputError) in
      try Run.batches(of: surface.loss, size: batchSize, sampling: sampling)
    }
    let span = steps ?? .updates(surface.steps)
    let steps = try stepsMark.located { () throws(InputError) in
      try span.count(in: "steps", stepsPerEpoch: batches?.stepsPerEpoch)
    }
    let rates = try scheduleMark.located { () throws(InputError) in
      try Schedule(
        schedule ?? Specification("constant"), learningRate: learningRate ?? surface.learningRate, steps: steps,
        stepsPerEpoch: batches?.stepsPerEpoch, lastsEpochs: span.isInEpochs)
    }
    return try Run(
      loss: surface.loss, view: view, start: start ?? surface.start, steps: steps, span: span, schedule: rates,
      optimizer: try Optimizer(optimizer ?? Specification("sgd")), noise: noise ?? Noise(x: 0, y: 0),
      batchSize: batchSize, sampling: sampling, seed: seed)
  }

  /// Reads seeds, such as `1..20`.
  public static func seeds(parsing text: String) throws(InputError) -> ClosedRange<UInt64> {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0.trimmed) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first <= last,
      possibleSeeds.contains(first), possibleSeeds.contains(last)
    else {
      throw InputError(
        "'\(text)' is no range of seeds",
        remedy: "Write the first and the last, from 0 to \(NumberText.string(possibleSeeds.upperBound)), as in 1..20.")
    }
    return UInt64(first)...UInt64(last)
  }

  public static let possibleSteps = 1...10_000_000
  public static let possibleBatchSizes = 1...10_000_000
  /// Whole numbers that a double holds exactly, so that no seed is changed unseen.
  public static let possibleSeeds = 0...(1 << 53)
}
