public import LossSurfaces

/// Standard deviations of Gaussian gradient noise.
public struct Noise: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
  public var isZero: Bool { x == 0 && y == 0 }
}

/// One descent, fully specified; executing it twice gives the same bits.
public struct Run: Sendable {
  public var loss: LossFunction
  /// Outside 1000 diagonals of the view the run has diverged and ends.
  public var view: View
  public var start: Point
  public let steps: Int
  /// How long it was told to last: so many steps, or epochs.
  public let span: Span
  public var schedule: Schedule
  public var optimizer: Optimizer
  public var noise: Noise
  /// Nil when every update sees the whole loss.
  public let batches: MiniBatches?
  public var seed: UInt64

  /// Throws when steps is below 1 or above 10⁷, noise is negative or not finite, a batch is below 1 or larger than the
  /// data, or asked for where there are no samples, or the start lies outside the domain of the loss or of its
  /// gradient, or so far outside the view that it counts as diverged.
  public init(
    loss: LossFunction, view: View, start: Point, steps: Int, span: Span? = nil, schedule: Schedule,
    optimizer: Optimizer, noise: Noise = Noise(x: 0, y: 0), batchSize: Int? = nil, sampling: Sampling? = nil,
    seed: UInt64 = 1
  ) throws(InputError) {
    self.loss = loss
    self.view = view
    self.start = start
    self.steps = steps
    self.span = span ?? .updates(steps)
    self.schedule = schedule
    self.optimizer = optimizer
    self.noise = noise
    self.seed = seed
    batches = try Self.batches(of: loss, size: batchSize, sampling: sampling)
    try RunLimits.check(steps: steps, limit: RunLimits.steps)
    for (axis, deviation) in [("x", noise.x), ("y", noise.y)] where !(deviation >= 0 && deviation.isFinite) {
      throw InputError(
        "the noise in \(axis) must be 0 or more and finite, not \(Numeral.exact(deviation))",
        remedy: "It is the standard deviation of what is added to the gradient.")
    }
    try checkStart()
  }

  /// B: how many rows of the data an update sees.
  public var batchSize: Int? { batches?.size }

  /// Whether updates depend on the seed.
  public var isStochastic: Bool { !noise.isZero || batches?.isStochastic == true }

  /// The mini-batches of a run on a loss, reshuffled unless said otherwise; nil when no size is given.
  ///
  /// Throws when the size is below 1 or larger than the data, the loss has no samples, or there is a sampling alone.
  public static func batches(of loss: LossFunction, size: Int?, sampling: Sampling?) throws(InputError)
    -> MiniBatches?
  {
    guard let size else {
      guard sampling == nil else {
        throw InputError(
          "a way of sampling is given without a batch size", remedy: "Give the batch size, such as 1, or neither.")
      }
      return nil
    }
    guard let samples = loss.samples else {
      throw InputError(
        "a batch size is given, but this loss is no mean over samples",
        remedy: "Leave it out, use noise instead, or take a surface with samples, such as linear-regression.")
    }
    return try MiniBatches(size: size, sampling: sampling ?? .reshuffle, of: samples)
  }

  private func checkStart() throws(InputError) {
    let place = "(\(Numeral.exact(start.x)), \(Numeral.exact(start.y)))"
    guard start.isFinite else {
      throw InputError("the start \(place) is not finite", remedy: "Give two finite numbers, such as -1.2,1.")
    }
    let first = loss.firstOrder(at: start)
    guard first.value.isFinite else {
      throw InputError(
        "the loss at the start \(place) is \(Numeral.exact(first.value))",
        remedy: "Choose a start where the formula has a finite value.")
    }
    guard first.x.isFinite, first.y.isFinite else {
      throw InputError(
        "the gradient at the start \(place) is (\(Numeral.exact(first.x)), \(Numeral.exact(first.y)))",
        remedy: "Choose a start where the formula has finite derivatives.")
    }
    guard Boundary(view).contains(start) else {
      throw InputError(
        "the start \(place) is further than 1000 view diagonals from the view's centre",
        remedy: "Choose a start nearer to the view, or a wider view: a run so far out counts as diverged.")
    }
  }

  /// Where a run still counts as going on: within 1000 view diagonals of the view's centre.
  /// Whether a point is no further out than the run may go.
  package func isInReach(_ point: Point) -> Bool { Boundary(view).contains(point) }

  struct Boundary {
    let center: SIMD2<Double>
    let radius: Double

    init(_ view: View) {
      center = SIMD2(view.center.x, view.center.y)
      radius = 1000 * view.diagonal
    }

    func contains(_ point: Point) -> Bool { contains(SIMD2(point.x, point.y)) }

    /// False for a point that is not finite, too.
    @inline(__always)
    func contains(_ w: SIMD2<Double>) -> Bool {
      let d = w - center
      return (d.x * d.x + d.y * d.y).squareRoot() <= radius
    }
  }
}
