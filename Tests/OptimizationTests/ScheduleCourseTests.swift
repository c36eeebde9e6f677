import Optimization
import Testing

/// What a schedule does over a run, and why a plateau was cut.
@Suite struct ScheduleCourseTests {
  @Test(
    arguments: [
      ("step:every=3", [3, 6], []), ("constant", [], []), ("multi-step:milestones=1/4", [1, 4], []),
      ("warm-restarts:period=4", [], [4]), ("triangular:up=2", [], [4]),
      ("step:every=3,warmup=2", [5], []), ("exponential:factor=0.5,every=4,staircase=true", [4], []),
    ] as [(String, [Int], [Int])])
  func marks(text: String, cuts: [Int], restarts: [Int]) throws {
    let schedule = try schedule(text)
    let course = schedule.course(steps: 8)
    #expect(course.cuts == cuts)
    #expect(course.restarts == restarts)
    #expect(course.rates == (0..<8).map { schedule.rate(at: $0) })
    #expect(course.reasons.isEmpty && course.best.isEmpty)
  }

  /// The rate of update t is the new one from the first loss after which it is cut.
  @Test func plateau() throws {
    let course = try schedule("plateau:factor=0.5,patience=2").course(
      steps: 8, losses: [3, 2, 2, 2, 2, 2, 1, 1])
    #expect(course.rates == [1, 1, 1, 1, 1, 0.5, 0.5, 0.5])
    #expect(course.cuts == [5])
    #expect(course.best == [3, 2, 2, 2, 2, 2, 1])
    #expect(course.reasons.map(\.sentence) == ["cut at update 5: 3 losses in a row not below 2·(1 − 0.0001); 1 → 0.5"])
  }

  private static let flat = [Double](repeating: 0.25, count: 5)

  @Test(
    arguments: [
      ("patience=1", flat, "2 losses in a row not below 0.25·(1 − 0.0001)"),
      ("patience=0", flat, "a loss not below 0.25·(1 − 0.0001)"),
      ("patience=1,threshold=0", flat, "2 losses in a row not below 0.25"),
      ("patience=1,threshold=1e-6,threshold-mode=absolute", flat, "2 losses in a row not below 0.25 − 10⁻⁶"),
      ("patience=1", [-1, -1, -1], "2 losses in a row not below −1·(1 + 0.0001)"),
      ("patience=1,like=torch", [-1, -0.9, -0.9, -0.9], "2 losses in a row not below −1·(1 − 0.0001)"),
      ("patience=1", [0, 0, 0], "2 losses in a row not below 0"),
      ("patience=1", [.nan, .nan], "2 losses in a row not below ∞"),
      ("patience=2,like=keras", flat, "2 losses in a row not below 0.25 − 0.0001"),
      ("patience=2,like=optax", flat, "2 losses in a row not below 0.25·(1 − 0.0001)"),
      ("patience=0,like=optax", [0.5, 0.5], "a loss below ∞"),
      ("patience=1,window=1", flat, "2 losses in a row not below the loss before by more than 0.0001 of it"),
      ("patience=1,window=2,threshold=0", flat, "2 losses in a row not below the loss 2 updates before"),
    ] as [(String, [Double], String)])
  func reasons(keys: String, losses: [Double], reason: String) throws {
    let course = try schedule("plateau:" + keys).course(steps: 6, losses: losses)
    let first = try #require(course.reasons.first)
    #expect(first.sentence == "cut at update \(course.cuts[0]): \(reason); 1 → 0.1")
  }

  /// With a window no best is remembered, and losses after the last update are not judged.
  @Test func edges() throws {
    #expect(try schedule("plateau:window=2").course(steps: 4, losses: Self.flat).best.isEmpty)
    #expect(try schedule("plateau:patience=0").course(steps: 2, losses: Self.flat).best.count == 1)
    #expect(try schedule("plateau").course(steps: 0).rates.isEmpty)
    #expect(try schedule("plateau:patience=0").course(steps: 4, losses: []).cuts.isEmpty)
  }
}
