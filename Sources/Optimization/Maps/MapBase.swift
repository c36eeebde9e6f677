public import LossSurfaces

/// What the runs of a map have in common; the axes overrule it.
public struct MapBase: Sendable {
  public var loss: LossFunction
  public var view: View
  public var start: Point
  public var steps: Int
  public var learningRate: Double
  public var schedule: Specification
  public var optimizer: Specification
  public var noise = Noise(x: 0, y: 0)
  public var batches: MiniBatches?
  public var lastsEpochs = false
  public var seed: UInt64 = 1

  public init(
    loss: LossFunction, view: View, start: Point, steps: Int, learningRate: Double,
    schedule: Specification = Specification("constant"), optimizer: Specification = Specification("sgd")
  ) {
    self.loss = loss
    self.view = view
    self.start = start
    self.steps = steps
    self.learningRate = learningRate
    self.schedule = schedule
    self.optimizer = optimizer
  }

  /// The same with a setting of another value.
  func setting(_ setting: MapSetting, _ value: Double) -> MapBase {
    var base = self
    switch setting {
    case .learningRate: base.learningRate = value
    case .startX: base.start.x = value
    case .startY: base.start.y = value
    case .noise: base.noise = Noise(x: value, y: value)
    case .schedule(let key): base.schedule = schedule.setting(key, value)
    case .optimizer(let key): base.optimizer = optimizer.setting(key, value)
    }
    return base
  }

  func resolvedSchedule() throws(InputError) -> Schedule {
    try Schedule(
      schedule, learningRate: learningRate, steps: steps, stepsPerEpoch: batches?.stepsPerEpoch,
      lastsEpochs: lastsEpochs)
  }

  /// The run of a cell, to the last setting.
  func run() throws(InputError) -> Run {
    try Run(
      loss: loss, view: view, start: start, steps: steps, schedule: try resolvedSchedule(),
      optimizer: try Optimizer(optimizer), noise: noise, batchSize: batches?.size, sampling: batches?.sampling,
      seed: seed)
  }
}
