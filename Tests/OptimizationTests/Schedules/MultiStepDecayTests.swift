import Optimization
import Testing

@Suite struct MultiStepDecayTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("multi-step:milestones=5/12,factor=0.1", 0, 1.0),
    ("multi-step:milestones=5/12,factor=0.1", 4, 1.0),
    ("multi-step:milestones=5/12,factor=0.1", 5, 0.1),
    ("multi-step:milestones=5/12,factor=0.1", 11, 0.1),
    ("multi-step:milestones=5/12,factor=0.1", 12, 0.01),
    ("multi-step:milestones=5/12,factor=0.1", 13, 0.01),
    ("multi-step:milestones=5/12,factor=0.1", 100_000_000, 0.01),
    ("multi-step:milestones=2/2/5,factor=0.1", 1, 1.0),
    ("multi-step:milestones=2/2/5,factor=0.1", 2, 0.01),
    ("multi-step:milestones=7,factor=0.5", 7, 0.5),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  @Test func cutsAtEachMilestone() throws {
    #expect(try (0..<25).filter(schedule("multi-step:milestones=2/2/5").isCut) == [2, 5])
  }

  @Test(arguments: [(1, "1/2"), (2, "1/2"), (3, "1/2"), (4, "2/3"), (100, "50/75")])
  func fits(steps: Int, milestones: String) throws {
    #expect(
      try schedule("multi-step", steps: steps).specification.description
        == "multi-step:milestones=\(milestones),factor=0.1")
  }
}
