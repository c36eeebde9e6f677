/// Work that a core does which has nothing else to do, while the one that asked for it goes on.
package final class Aside<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let made = Made()
  private let offer: Helpers.Offer

  /// Written by a helper before it leaves, read after that.
  private final class Made: @unchecked Sendable {
    var value: Value?
  }

  package init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    offer = Helpers.all.offer(to: 1) { [made] in made.value = work() }
  }

  deinit { Helpers.all.withdraw(offer) }

  /// What the work makes: waited for where a helper is at it, made here, each time, where none has come to it.
  package func value() -> Value {
    Helpers.all.withdraw(offer)
    offer.participants.wait()
    return made.value ?? work()
  }
}
