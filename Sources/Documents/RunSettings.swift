public import LossSurfaces
public import Optimization

/// What a recipe says of a run. What it leaves unsaid the surface or a default fills in.
public struct RunSettings: Hashable, Sendable {
  public var start: Point?
  public var steps: Int?
  public var seed: UInt64?
  public var learningRate: Double?
  public var schedule: Specification?
  public var optimizer: Specification?
  public var noise: Noise?
  public var label: String?

  public init() {}

  /// These settings, and for what they leave unsaid those of `base`. A label is a run's own.
  public func over(_ base: RunSettings) -> RunSettings {
    var result = self
    result.start = start ?? base.start
    result.steps = steps ?? base.steps
    result.seed = seed ?? base.seed
    result.learningRate = learningRate ?? base.learningRate
    result.schedule = schedule ?? base.schedule
    result.optimizer = optimizer ?? base.optimizer
    result.noise = noise ?? base.noise
    return result
  }

  /// These settings with nothing left unsaid but the label.
  func filled(for surface: Surface) -> RunSettings {
    var result = self
    result.start = start ?? surface.start
    result.steps = steps ?? surface.steps
    result.seed = seed ?? 1
    result.learningRate = learningRate ?? surface.learningRate
    result.schedule = schedule ?? Specification("constant")
    result.optimizer = optimizer ?? Specification("sgd")
    result.noise = noise ?? Noise(x: 0, y: 0)
    return result
  }

  /// The run that these settings say on a surface; `view` is the one that the divergence rule measures.
  func run(on surface: Surface, view: View) throws(InputError) -> Run {
    let all = filled(for: surface)
    let steps = all.steps ?? surface.steps
    return try Run(
      loss: surface.loss, view: view, start: all.start ?? surface.start, steps: steps,
      schedule: try Schedule(
        all.schedule ?? Specification("constant"), learningRate: all.learningRate ?? surface.learningRate,
        steps: steps),
      optimizer: try Optimizer(all.optimizer ?? Specification("sgd")), noise: all.noise ?? Noise(x: 0, y: 0),
      seed: all.seed ?? 1)
  }
}
