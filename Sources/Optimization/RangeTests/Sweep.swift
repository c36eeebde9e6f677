import LossSurfaces

/// What the sweep of a range test recorded: losses against rates, smoothed, and which part of them is read.
///
/// Loss i is that of the point before update i, which uses rate i, as lr-finder and fastai record it; so the curve lags
/// by one step. On mini-batches it is the loss of the batch, which is all that a training loop sees.
///
/// Smoothed as fastai does: sᵢ = aᵢ/(1 − βⁱ⁺¹) with aᵢ = β·aᵢ₋₁ + (1 − β)·lossᵢ from a₋₁ = 0.
///
/// The sweep is taken to have stopped at the first sᵢ above best + 3·max(|best|, s₀ − best), best the least so far. For
/// a positive loss that has not yet halved this is fastai's 4·best; on a negative loss, where 4·best would stop at
/// once, it still works.
///
/// Edge cases: a run that diverges ends the sweep there; a loss that is not finite is left out.
public struct Sweep: Sendable, Hashable {
  public let rates: [Double]
  public let losses: [Double]
  public let smoothed: [Double]
  /// The entry at which the sweep stopped, or nil when it went through.
  public let stop: Int?
  /// The entries that are read, as fastai reads them: up to the stop, without the first tenth of the rates planned and
  /// the last five. Empty when that leaves nothing.
  public let read: Range<Int>

  /// What a blow-up is measured by: 4·best is 3·best above it.
  private static let excess = 3.0
  private static let trimmedAtEnd = 5

  public init(of trajectory: Trajectory, smoothing: Double) {
    let run = trajectory.run
    var losses = trajectory.loss
    if let batches = run.batches, batches.isStochastic {
      let evaluator = Evaluator(run.loss)
      var order = MiniBatchOrder(batches, seed: run.seed)
      losses = losses.indices.map { evaluator.firstOrder(at: trajectory[$0], rows: order.rows(at: $0)).value }
    }
    // The last point has no update, and so no rate, when the sweep went through.
    losses.removeLast(max(0, losses.count - run.steps))
    if let end = losses.firstIndex(where: { !$0.isFinite }) { losses.removeSubrange(end...) }
    self.init(rates: run.schedule.rates(steps: losses.count), losses: losses, planned: run.steps, smoothing: smoothing)
  }

  /// A sweep by its numbers; `planned` is how many rates it would have had if it had gone through.
  init(rates: [Double], losses: [Double], planned: Int, smoothing: Double) {
    self.rates = rates
    self.losses = losses
    smoothed = Self.smoothed(losses, by: smoothing)
    stop = Self.stop(in: smoothed)
    let end = (stop.map { $0 + 1 } ?? losses.count) - Self.trimmedAtEnd
    read = planned / 10 < end ? planned / 10..<end : 0..<0
  }

  private static func smoothed(_ losses: [Double], by β: Double) -> [Double] {
    var (average, weight) = (0.0, 1.0)
    return losses.map { loss in
      average = β * average + (1 - β) * loss
      weight *= β
      return average / (1 - weight)
    }
  }

  private static func stop(in smoothed: [Double]) -> Int? {
    guard let first = smoothed.first else { return nil }
    var best = first
    return smoothed.firstIndex { value in
      best = min(best, value)
      return value > best + excess * max(abs(best), first - best)
    }
  }

  /// Whether the smoothed loss rises again after its lowest, be it in what is read or behind it.
  public var turns: Bool {
    guard let lowest = smoothed.indices.min(by: { smoothed[$0] < smoothed[$1] }) else { return false }
    return stop != nil || lowest < smoothed.count - 1
  }
}
