import Documents
import Optimization
import Testing

@testable import DescentCommand

/// Several values of several settings make a run each.
@Suite struct CombinationsTests {
  @Test func product() throws {
    var combinations = Combinations()
    try combinations.vary(\.steps, "5") { text throws(Failure) in .updates(Int(text)!) }
    try combinations.vary(\.learningRate, "0.1,0.2") { text throws(Failure) in Double(text)! }
    try combinations.vary(\.seed, "1,2,3") { text throws(Failure) in UInt64(text)! }
    try combinations.name(["first"])
    #expect(combinations.shared.steps == 5)
    #expect(combinations.runs.map(\.learningRate) == [0.1, 0.1, 0.1, 0.2, 0.2, 0.2])
    #expect(combinations.runs.map(\.seed) == [1, 2, 3, 1, 2, 3])
    #expect(combinations.runs.map(\.label) == ["first", nil, nil, nil, nil, nil])
    #expect(combinations.runs.allSatisfy { $0.steps == nil })
  }

  @Test func nothing() throws {
    var combinations = Combinations()
    try combinations.name([])
    #expect(combinations.shared == RunSettings())
    #expect(combinations.runs.isEmpty)
  }

  @Test func labelOfOneRun() throws {
    var combinations = Combinations()
    try combinations.name(["mine"])
    #expect(combinations.runs.map(\.label) == ["mine"])
  }
}
