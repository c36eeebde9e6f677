import Diagnosis
import LossSurfaces
import Testing

@Suite struct BasinChangeTests {
  @Test func fromSharpToFlat() throws {
    let run = TestRun(.sharpFlat, -1.55, 0.05, rate: 0.12, steps: 100)
    let event = try #require(try run.events(.changedBasin).first)
    #expect(event.step == 7)
    #expect(event.criticalPoint?.name == "the flat minimum")
    #expect(
      event.sentence
        == "Changed basins at step 7: from the sharp minimum at (−1.5, 0) to the flat minimum at (1.5, 0).")
  }

  /// The same step is found when the points looked at lie further apart.
  @Test func refinedToAStep() throws {
    let run = TestRun(.sharpFlat, -1.55, 0.05, rate: 0.12, steps: 5000)
    #expect(try run.events(.changedBasin).map(\.step) == [7])
  }

  @Test(arguments: [
    TestRun(.sharpFlat, -1.9, 0.6, rate: 0.05, steps: 100), TestRun(.sharpFlat, -1.55, 0.05, rate: 0.103, steps: 300),
    TestRun(.bowl, 2, 1.5, rate: 1.9, steps: 100), TestRun(.himmelblau, 0, 0, rate: 0.01, steps: 100),
    // All points of a curve of minima are one basin.
    TestRun(.twoLayer, 2, 0.1, rate: 0.5, steps: 100),
  ])
  func staysWhereItIs(run: TestRun) throws {
    #expect(try run.events(.changedBasin).isEmpty)
  }
}
