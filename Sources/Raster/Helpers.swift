import Dispatch
import Foundation
import Synchronization

/// Threads that take part in what others have to do: one for each core but that of the one who asks.
///
/// They are Dispatch's, and one that finds nothing to do looks about for a moment before it goes back: a picture is made in a
/// dozen steps that are shared, with little between them that is not, and to wake a core that has gone to sleep takes up to
/// 0.3 ms on a virtual machine.
final class Helpers: @unchecked Sendable {
  static let all = Helpers(ProcessInfo.processInfo.activeProcessorCount - 1)

  /// How long is looked about, or waited for helpers, before a thread goes or sleeps.
  static let patience: UInt64 = 500_000  // nanoseconds

  private struct State {
    var offers: [Offer] = []
    /// How many offers there have been.
    var count = 0
    /// Helpers that are here or on their way, and those of them that have nothing to do.
    var present = 0
    var idle = 0
  }

  private let most: Int
  /// Not a `Mutex`, which ThreadSanitizer does not know.
  private let lock = NSLock()
  private var state = State()
  /// Another number whenever there is something new to do.
  private let news = Atomic(0)

  /// At most so many.
  init(_ most: Int) { self.most = most }

  /// Work in which helpers may take part.
  struct Offer: Sendable {
    fileprivate let number: Int
    /// How many helpers more it can use.
    fileprivate var room: Int
    fileprivate let work: @Sendable () -> Void
    let participants = Participants()
  }

  /// Calls `work` on this thread, and at the same time on those helpers that come, `others` at most; returns when all are done.
  func run(others: Int, _ work: @Sendable () -> Void) {
    guard others > 0, most > 0 else { return work() }
    withoutActuallyEscaping(work) { work in
      let offer = offer(to: others, work)
      work()
      withdraw(offer)
      offer.participants.wait()
    }
  }

  /// Has `work` called by helpers, once by each and by `others` at most, those that come before the offer is withdrawn.
  func offer(to others: Int, _ work: @escaping @Sendable () -> Void) -> Offer {
    let (offer, wanted) = withState { state in
      state.count += 1
      let offer = Offer(number: state.count, room: min(others, most), work: work)
      state.offers.append(offer)
      let wanted = max(0, min(most - state.present, offer.room - state.idle))
      state.present += wanted
      state.idle += wanted
      return (offer, wanted)
    }
    news.add(1, ordering: .releasing)
    for _ in 0..<wanted { DispatchQueue.global().async { self.stay() } }
    return offer
  }

  /// Nobody begins with it any more; those who have begun are its participants.
  func withdraw(_ offer: Offer) {
    withState { state in state.offers.removeAll { $0.number == offer.number } }
  }

  private func withState<Result>(_ body: (inout State) -> Result) -> Result { lock.withLock { body(&state) } }

  /// What a helper does until there has been nothing to do for a while.
  private func stay() {
    repeat {
      let known = news.load(ordering: .acquiring)
      while let participants = takePart() { participants.leave() }
      if Patience.lasts(until: { news.load(ordering: .relaxed) != known }) { continue }
    } while !mayGo()
  }

  /// Takes part in the oldest offer that has room, and returns what is to be left then; nil if there is none.
  ///
  /// When it returns nothing of the work is held any more, so that it may end where it was offered.
  @inline(never) private func takePart() -> Participants? {
    let offer = withState { state -> Offer? in
      guard let place = state.offers.firstIndex(where: { $0.room > 0 }) else { return nil }
      state.idle -= 1
      state.offers[place].room -= 1
      state.offers[place].participants.enter()
      return state.offers[place]
    }
    guard let offer else { return nil }
    offer.work()
    withState { $0.idle += 1 }
    return offer.participants
  }

  /// Strikes a helper off, unless there is something to do.
  private func mayGo() -> Bool {
    withState { state in
      guard state.offers.allSatisfy({ $0.room == 0 }) else { return false }
      state.present -= 1
      state.idle -= 1
      return true
    }
  }

  /// The helpers that have begun with an offer and have not ended.
  final class Participants: Sendable {
    /// Twice their number, and one more when somebody sleeps until it is 0.
    private let state = Atomic(0)
    private let end = DispatchSemaphore(value: 0)

    fileprivate func enter() { state.add(2, ordering: .relaxed) }

    fileprivate func leave() {
      if state.subtract(2, ordering: .acquiringAndReleasing).newValue == 1 { end.signal() }
    }

    /// Waits until all have left; the offer must have been withdrawn.
    func wait() {
      if Patience.lasts(until: { state.load(ordering: .acquiring) == 0 }) { return }
      if state.add(1, ordering: .acquiringAndReleasing).oldValue > 0 { end.wait() }
      state.subtract(1, ordering: .relaxed)
    }
  }

  /// Looking again and again; whoever else wants the core has it.
  private enum Patience {
    static func lasts(until holds: () -> Bool) -> Bool {
      if holds() { return true }
      let start = DispatchTime.now().uptimeNanoseconds
      repeat {
        if holds() { return true }
        sched_yield()
      } while DispatchTime.now().uptimeNanoseconds - start < patience
      return false
    }
  }
}
