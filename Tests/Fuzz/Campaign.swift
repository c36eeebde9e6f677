/// Inputs of one probe, one after the other.
struct Campaign {
  let probe: Probe
  var seed: UInt64 = 1

  /// What came of them.
  struct Outcome: Codable {
    var taken = 0
    var refused = 0
    /// The inputs, by number, that a reader did wrong with, and what.
    var findings: [Int: String] = [:]
    var slowest = Slowest()

    struct Slowest: Codable {
      var index = 0
      var seconds = 0.0
    }

    mutating func add(_ other: Outcome) {
      taken += other.taken
      refused += other.refused
      findings.merge(other.findings) { one, _ in one }
      if other.slowest.seconds > slowest.seconds { slowest = other.slowest }
    }

    var share: Double { Double(taken) / Double(max(1, taken + refused)) }
  }

  /// Gives the probe the inputs of those numbers; `begin` is told each number before.
  func run(_ indices: Range<Int>, begin: (Int) -> Void = { _ in }) -> Outcome {
    var outcome = Outcome()
    for index in indices {
      begin(index)
      let start = ContinuousClock.now
      do throws(Finding) {
        if try probe.takes(probe.input(seed: seed, index: index)) { outcome.taken += 1 } else { outcome.refused += 1 }
      } catch {
        outcome.findings[index] = error.what
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      if seconds > outcome.slowest.seconds { outcome.slowest = .init(index: index, seconds: seconds) }
    }
    return outcome
  }
}
