import Dispatch

/// Counts what is done, from any thread, and tells of it.
final class Progress: @unchecked Sendable {
  private let total: Int
  private let tell: @Sendable (Double) -> Void
  private let queue = DispatchQueue(label: "progress")
  private var done = 0

  init(total: Int, _ tell: @escaping @Sendable (Double) -> Void) {
    self.total = max(1, total)
    self.tell = tell
  }

  func add() {
    queue.sync {
      done += 1
      tell(Double(done) / Double(total))
    }
  }
}
