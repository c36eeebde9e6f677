import Diagnosis
import LossSurfaces
import Testing

@Suite struct ViewCrossingTests {
  /// 2.05·1.05ᵗ from (2, 1.5): beyond x = 3 from t = 9 on, for good.
  @Test func leavesForGood() throws {
    let run = TestRun(.bowl, 2, 1.5, rate: 2.05, steps: 40)
    #expect(try run.events(.leftView).map(\.step) == [9])
    #expect(try run.events(.returned).isEmpty)
    #expect(try run.events(.leftView).first?.sentence == "Left the view at step 9, to (−3.103, −2.327).")
  }

  @Test func comesBackAndConverges() throws {
    let run = TestRun(.sharpFlat, -1.9, 0.6, rate: 1.9, steps: 300)
    #expect(try run.events(.leftView).map(\.step) == [1])
    let returned = try #require(try run.events(.returned).first)
    #expect(returned.step == 20)
    #expect(returned.sentence.hasPrefix("Came back into the view at step 20, at ("))
    #expect(try run.verdict().kind == .converged)
  }

  /// A start outside has not left.
  @Test func startsOutside() throws {
    let assessment = try TestRun(.bowl, 20, 0, rate: 0.1, steps: 200).assessed()
    #expect(!assessment.events.contains { $0.kind == .leftView || $0.kind == .returned })
  }

  /// Out and in with every step: the list ends, and says so.
  @Test func manyCrossings() throws {
    let surface = try Surface(formula: "(x - 2.5)^2/2")
    let events = try Assessment(
      of: trajectory(on: surface, from: Point(1.5, 0), rate: 2, steps: 1000), on: surface
    ).events.filter { $0.kind == .leftView }
    #expect(events.count == 100)
    #expect(events.last?.until == 999)
    #expect(events.last?.sentence.hasSuffix("The same happened 400 times more, up to step 999.") == true)
  }
}
