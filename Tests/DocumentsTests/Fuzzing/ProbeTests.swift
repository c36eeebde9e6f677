import Testing

@testable import Fuzz

extension Probe: CustomTestStringConvertible {
  var testDescription: String { name }
}

/// Damaged at random: what reads it says so, and neither ends nor hangs nor contradicts itself.
@Suite struct ProbeTests {
  @Test(arguments: Probe.all) func holds(_ probe: Probe) {
    let outcome = Campaign(probe: probe).run(0..<probe.few)
    for (index, what) in outcome.findings {
      Issue.record(
        "\(probe.name) \(index): \(what): \(String(decoding: probe.input(seed: 1, index: index), as: UTF8.self))")
    }
    #expect(probe.accepted.contains(outcome.share), "inputs are of both kinds")
  }

  /// An input can be made again from its number.
  @Test(arguments: Probe.all) func inputsRepeat(_ probe: Probe) {
    #expect(probe.input(seed: 3, index: 5) == probe.input(seed: 3, index: 5))
    #expect((0..<20).contains { probe.input(seed: 3, index: $0) != probe.input(seed: 4, index: $0) })
  }
}
