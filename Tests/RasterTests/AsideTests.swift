import Foundation
import Synchronization
import Testing

@testable import Raster

struct AsideTests {
  /// Whoever comes first does the work, and nobody does it twice.
  @Test func theWorkIsDoneOnce() {
    let done = Atomic(0)
    let values = (0..<500).map { (i: Int) -> Int in
      let aside = Aside {
        done.add(1, ordering: .relaxed)
        return i * i
      }
      return aside.value()
    }
    #expect(values == (0..<500).map { $0 * $0 })
    #expect(done.load(ordering: .relaxed) == 500)
  }

  /// All cores are busy with work that has an aside of its own: none waits for a core that does not come.
  @Test func asidesWithinWork() {
    let sums = Workers.all.map((0..<200).map { $0 }) { (i: Int) -> Int in
      let aside = Aside { (0...i).reduce(0, +) }
      return (0...i).reduce(0, -) + aside.value()
    }
    #expect(sums.allSatisfy { $0 == 0 })
  }

  /// The helper takes longer than one waits awake; the value is asked for again.
  @Test func aSlowOne() {
    let isBegun = Atomic(false)
    let aside = Aside {
      isBegun.store(true, ordering: .releasing)
      usleep(20_000)
      return 7
    }
    for _ in 0..<1000 where !isBegun.load(ordering: .acquiring) { usleep(100) }
    #expect(aside.value() == 7)
    #expect(aside.value() == 7)
  }

  /// It is let go: with what it holds, and without being made twice.
  @Test func oneThatNobodyAsksFor() {
    final class Held: Sendable {}
    let done = Atomic(0)
    var held: Held? = Held()
    weak let rest = held
    for _ in 0..<100 {
      _ = Aside { [held] in
        _ = held
        done.add(1, ordering: .relaxed)
      }
    }
    held = nil
    for _ in 0..<1000 where rest != nil { usleep(1000) }
    #expect(rest == nil)
    #expect(done.load(ordering: .relaxed) <= 100)
  }
}
