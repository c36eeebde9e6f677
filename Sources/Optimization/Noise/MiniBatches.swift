public import LossSurfaces

/// The mini-batches of a run: which rows of the data each update sees, as a pure function of (seed, step).
///
/// Reshuffled, an epoch is ⌈N/B⌉ updates that see every one of the N rows once; the last batch of an epoch is smaller
/// when B does not divide N, and its mean counts in full, as with torch's `DataLoader`. Drawn with replacement, a batch
/// is B independent rows, and an epoch is a mere count of ⌈N/B⌉ updates.
///
/// Edge cases: reshuffled batches of all N rows are the whole loss, and so is all that is drawn from a single row.
///
/// Source: shuffled as in Durstenfeld (1964), each time from the order of the data.
public struct MiniBatches: Hashable, Sendable {
  /// B, from 1 to the number of rows.
  public let size: Int
  public let sampling: Sampling
  /// N.
  public let rowCount: Int

  /// Throws when the size is below 1 or above the number of rows.
  public init(size: Int, sampling: Sampling, of samples: Samples) throws(InputError) {
    let count = samples.rows.count
    guard size >= 1 else {
      throw InputError(
        "the batch size must be 1 or more, not \(size)", remedy: "Give a number of rows from 1 to \(count).")
    }
    guard size <= count else {
      throw InputError(
        "a batch of \(size) is larger than the data, which has \(count) \(count == 1 ? "row" : "rows")",
        remedy: "Give a number from 1 to \(count), or leave it out for the whole data in every update.")
    }
    (self.size, self.sampling, rowCount) = (size, sampling, count)
  }

  /// The number of updates in an epoch.
  public var stepsPerEpoch: Int { (rowCount + size - 1) / size }

  /// Whether the gradient of a batch differs from the whole one by chance.
  public var isStochastic: Bool { rowCount > 1 && (size < rowCount || sampling == .replacement) }

  /// What the settings line says: `batch 4 of 8, reshuffled`.
  public var settings: String {
    "batch \(size) of \(rowCount), " + (sampling == .reshuffle ? "reshuffled" : "with replacement")
  }

  /// The indices of the rows that update `step` sees.
  public func rows(at step: Int, seed: UInt64) -> [Int] {
    var order = MiniBatchOrder(self, seed: seed)
    return Array(order.rows(at: step))
  }
}

/// The mini-batches of a run, with the shuffled order of the epoch under way.
struct MiniBatchOrder {
  /// The stream of mini-batches, apart from that of gradient noise.
  private static let stream: UInt64 = 1

  private let batches: MiniBatches
  private let seed: UInt64
  /// Reshuffled: the order of all rows in `epoch`. With replacement: the rows of one batch.
  private var order: [Int]
  private var epoch = -1

  init(_ batches: MiniBatches, seed: UInt64) {
    self.batches = batches
    self.seed = seed
    order = Array(0..<(batches.sampling == .reshuffle ? batches.rowCount : batches.size))
  }

  /// The indices of the rows that update `step` sees; fastest for one step after another.
  mutating func rows(at step: Int) -> ArraySlice<Int> {
    switch batches.sampling {
    case .reshuffle:
      let (epoch, batch) = step.quotientAndRemainder(dividingBy: batches.stepsPerEpoch)
      if epoch != self.epoch { shuffle(epoch) }
      return order[batch * batches.size..<min((batch + 1) * batches.size, order.count)]
    case .replacement:
      for i in order.indices { order[i] = draw(step &* order.count &+ i, below: batches.rowCount) }
      return order[...]
    }
  }

  private mutating func shuffle(_ epoch: Int) {
    self.epoch = epoch
    for i in order.indices { order[i] = i }
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(i, draw(epoch &* order.count &+ i, below: i + 1))
    }
  }

  /// A whole number from 0 to `bound` − 1; the most likely is likelier than the least by a share of bound/2⁶⁴ at most.
  private func draw(_ index: Int, below bound: Int) -> Int {
    let counter = UInt64(bitPattern: Int64(index))
    let bits = Philox.block(counter: counter, stream: Self.stream, key: seed).0
    return Int(bits.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
