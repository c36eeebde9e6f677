import Dispatch
import Foundation
import Synchronization

/// Tries readers with many damaged inputs, in processes of their own; the tests try them with few.
///
///     swift run -c release Fuzz formula 10000000     all cores, seed 1
///     swift run -c release Fuzz formula 1000 2       seed 2
///     swift run -c release Fuzz show formula 1 4711  one input of seed 1
@main enum Fuzz {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    switch words.first {
    case "show" where words.count == 4:
      let input = try probe(words[1]).input(seed: try number(words[2]), index: try number(words[3]))
      FileHandle.standardOutput.write(Data(input))
    case "work" where words.count == 6:
      let campaign = Campaign(probe: try probe(words[1]), seed: try number(words[2]))
      try Worker.work(campaign, try number(words[3])..<number(words[4]), place: words[5])
    case _ where (2...3).contains(words.count):
      let seed: UInt64 = words.count == 3 ? try number(words[2]) : 1
      try run(Campaign(probe: try probe(words[0]), seed: seed), count: try number(words[1]))
    default:
      print(
        "Fuzz PROBE COUNT [SEED] | show PROBE SEED INDEX; PROBE is \(Probe.all.map { $0.name }.joined(separator: ", "))"
      )
      exit(64)
    }
  }

  private static func probe(_ name: String) throws -> Probe {
    guard let probe = Probe.all.first(where: { $0.name == name }) else { throw Finding("no probe is called '\(name)'") }
    return probe
  }

  private static func number<Number: LosslessStringConvertible>(_ text: String) throws -> Number {
    guard let number = Number(text) else { throw Finding("'\(text)' is no number") }
    return number
  }

  private static func run(_ campaign: Campaign, count: Int) throws {
    let start = ContinuousClock.now
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let whole = Mutex(Campaign.Outcome())
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      do {
        let part = try Worker.run(campaign, count * core / cores..<count * (core + 1) / cores, patience: 20)
        whole.withLock { $0.add(part) }
      } catch {
        print(error)
        exit(70)
      }
    }
    let outcome = whole.withLock { $0 }
    for (index, what) in outcome.findings.sorted(by: { $0.key < $1.key }).prefix(100) {
      print("input \(index): \(what)")
    }
    let seconds = Int((ContinuousClock.now - start) / .seconds(1))
    print(
      "\(campaign.probe.name), seed \(campaign.seed): \(count) inputs in \(seconds) s, \(outcome.taken) taken,",
      "\(outcome.refused) refused, \(outcome.findings.count) findings; the slowest, \(outcome.slowest.index), took",
      "\(Int(outcome.slowest.seconds * 1000)) ms")
    exit(outcome.findings.isEmpty ? 0 : 1)
  }
}
