public import LossSurfaces

extension Run {
  /// A run over a surface, its schedule and its optimizer said as on the command line: `step:factor=0.5,every=20`,
  /// `sgd:momentum=0.9`. What is left out is the surface's own: where it starts, how long it lasts, its learning rate.
  ///
  /// Throws what `init(loss:view:start:steps:…)` throws, and when a schedule or an optimizer cannot be read, or the learning rate is not
  /// positive and finite.
  public init(
    on surface: Surface, start: Point? = nil, steps: Int? = nil, learningRate: Double? = nil,
    schedule: String = "constant", optimizer: String = "sgd", noise: Noise = Noise(x: 0, y: 0), batchSize: Int? = nil,
    seed: UInt64 = 1
  ) throws(InputError) {
    let steps = steps ?? surface.steps
    let batches = try Self.batches(of: surface.loss, size: batchSize, sampling: nil)
    try self.init(
      loss: surface.loss, view: surface.view, start: start ?? surface.start, steps: steps,
      schedule: Schedule(
        Specification(parsing: schedule), learningRate: learningRate ?? surface.learningRate, steps: steps,
        stepsPerEpoch: batches?.stepsPerEpoch),
      optimizer: Optimizer(Specification(parsing: optimizer)), noise: noise, batchSize: batchSize, seed: seed)
  }
}
