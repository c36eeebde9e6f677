import Dispatch
import Synchronization

/// Work that a core does which has nothing else to do, while the one that asked for it goes on.
package final class Aside<Value: Sendable>: @unchecked Sendable {
  private let work: @Sendable () -> Value
  private let isTaken = Atomic(false)
  private let isDone = DispatchSemaphore(value: 0)
  /// Written by the core that took the work, before it says that it is done.
  private var made: Value?

  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global().async { [self] in
      guard take() else { return }
      made = work()
      isDone.signal()
    }
  }

  /// What the work makes: waited for where a core is at it, made here where none has come to it.
  ///
  /// To be asked for once.
  package func value() -> Value {
    if take() { return work() }
    isDone.wait()
    guard let made else { preconditionFailure("the value of an aside is asked for once") }
    return made
  }

  private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }
}
