import Foundation
import Synchronization
import Testing

@testable import Raster

@Suite struct HelpersTests {
  /// Whether so many do work at the same time that ends only then, or after ten seconds.
  private static func isDoneTogether(by count: Int, _ helpers: Helpers, _ then: @Sendable () -> Void = {})
    -> Bool
  {
    let present = Atomic(0)
    helpers.run(others: count - 1) {
      present.add(1, ordering: .relaxed)
      let start = Date()
      while present.load(ordering: .relaxed) < count, start.timeIntervalSinceNow > -10 { usleep(100) }
      then()
    }
    return present.load(ordering: .relaxed) == count
  }

  /// Again after a pause in which they have gone.
  @Test func helpersCome() {
    let helpers = Helpers(2)
    for pause in [0, 0, 20_000] {
      usleep(UInt32(pause))
      #expect(Self.isDoneTogether(by: 3, helpers))
    }
  }

  /// Sums over jobs that are taken one by one; each begins others of the same kind.
  private static func sum(_ depth: Int, _ helpers: Helpers) -> Int {
    let next = Atomic(0)
    let sum = Atomic(0)
    helpers.run(others: 3) {
      while case let job = next.add(1, ordering: .relaxed).newValue, job <= 10 {
        sum.add(depth > 0 ? job * Self.sum(depth - 1, helpers) : job, ordering: .relaxed)
      }
    }
    return sum.load(ordering: .relaxed)
  }

  @Test(arguments: [0, 1, 3]) func workWithinWorkIsAllDone(most: Int) {
    let helpers = Helpers(most)
    for _ in 0..<20 { #expect(Self.sum(2, helpers) == 55 * 55 * 55) }
  }

  @Test func manyAskAtOnce() {
    let helpers = Helpers(2)
    let right = Atomic(0)
    let count = 8
    let done = DispatchSemaphore(value: 0)
    for _ in 0..<count {
      Thread.detachNewThread {
        for _ in 0..<50 where Self.sum(1, helpers) == 55 * 55 { right.add(1, ordering: .relaxed) }
        done.signal()
      }
    }
    for _ in 0..<count { done.wait() }
    #expect(right.load(ordering: .relaxed) == 50 * count)
  }

  /// A helper that is still at it when the one who asked has long been done, and has lost patience.
  @Test func theSlowestIsWaitedFor() {
    let helpers = Helpers(1)
    let asker = ObjectIdentifier(Thread.current)
    let ends = Atomic(0)
    let isTogether = Self.isDoneTogether(by: 2, helpers) {
      if ObjectIdentifier(Thread.current) != asker { usleep(20_000) }
      ends.add(1, ordering: .relaxed)
    }
    #expect(isTogether)
    #expect(ends.load(ordering: .relaxed) == 2)
  }

  @Test func whatIsWithdrawnIsNotBegun() {
    let helpers = Helpers(1)
    let calls = Atomic(0)
    let (isBusy, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let first = helpers.offer(to: 1) {
      isBusy.signal()
      mayEnd.wait()
    }
    isBusy.wait()
    let second = helpers.offer(to: 1) { calls.add(1, ordering: .relaxed) }
    helpers.withdraw(second)
    mayEnd.signal()
    helpers.withdraw(first)
    first.participants.wait()
    second.participants.wait()
    #expect(Self.isDoneTogether(by: 2, helpers))
    #expect(calls.load(ordering: .relaxed) == 0)
  }
}
