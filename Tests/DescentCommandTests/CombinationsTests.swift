import Documents
import Optimization
import Testing

@testable import DescentCommand

/// Several values of several settings make a run each.
@Suite struct CombinationsTests {
  @Test func product() throws {
    var recipe = Recipe(source: .none)
    try recipe.vary(\.steps, "5") { text throws(Failure) in .updates(Int(text)!) }
    try recipe.vary(\.learningRate, "0.1,0.2") { text throws(Failure) in Double(text)! }
    try recipe.vary(\.seed, "1,2,3") { text throws(Failure) in UInt64(text)! }
    try recipe.name(["first"])
    #expect(recipe.settings.steps == 5)
    #expect(recipe.runs.map(\.learningRate) == [0.1, 0.1, 0.1, 0.2, 0.2, 0.2])
    #expect(recipe.runs.map(\.seed) == [1, 2, 3, 1, 2, 3])
    #expect(recipe.runs.map(\.label) == ["first", nil, nil, nil, nil, nil])
    #expect(recipe.runs.allSatisfy { $0.steps == nil })
  }

  @Test func nothing() throws {
    var recipe = Recipe(source: .none)
    try recipe.name([])
    #expect(recipe.settings == RunSettings())
    #expect(recipe.runs.isEmpty)
  }

  @Test func labelOfOneRun() throws {
    var recipe = Recipe(source: .none)
    try recipe.name(["mine"])
    #expect(recipe.runs.map(\.label) == ["mine"])
  }
}
