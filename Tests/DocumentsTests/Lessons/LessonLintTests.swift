import LossSurfaces
import Testing

@testable import Documents

@Suite struct LessonLintTests {
  private static func problems(_ pages: [String: String]) throws -> [String] {
    let folder = try TemporaryFolder()
    for (name, text) in pages { try folder.write(text, to: name) }
    return LessonLint(try Course(paths: [folder.path])).findings.map { "\($0.place?.line ?? 0): \($0.problem)" }
  }

  @Test func aSoundPageHasNoFindings() throws {
    #expect(try Self.problems(["03-bowl.md": LessonFixture.page]) == [])
  }

  @Test(
    arguments: [
      ("<= 1\"", "<= 15\"", "42: the start of 'at-once' meets its goal already"),
      (
        "solution: {learning-rate: 1}", "solution: {learning-rate: 0.9}",
        "42: the solution of 'at-once' does not meet its goal"
      ),
      ("quantity: steps-to 1e-6", "quantity: steps-too 1e-6", "30: 'steps-too 1e-6' is no quantity"),
      ("quantity: steps-to 1e-6", "quantity: diverged-step", "30: run 1 of 'bowl-half' has no diverged-step"),
      ("{figure: bowl-half, quan", "{figure: bowl-half, run: 2, quan", "30: figure 'bowl-half' has no run 2"),
      ("```sh\ndescent run bowl\n```", "Play.", "54: 'freely' shows no command to begin with"),
    ])
  func findsWhatDoesNotHold(old: String, new: String, finding: String) throws {
    let text = LessonFixture.page.replacing(old, with: new)
    #expect(text != LessonFixture.page)
    let problems = try Self.problems(["a.md": text])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(finding) ?? false, "\(problems)")
  }

  @Test func idsAreUniqueOverAllPages() throws {
    let problems = try Self.problems(["a.md": LessonFixture.page, "b.md": LessonFixture.page])
    #expect(problems.count == 4)
    #expect(problems[0].contains("the id 'halves' is also that of a question in"))
  }

  /// Each of two pages of one name is read.
  @Test func pagesHaveNamesOfTheirOwn() throws {
    let problems = try Self.problems([
      "1/bowl.md": LessonFixture.page, "2/bowl.md": LessonFixture.page.replacing("<= 1\"", with: "<= 15\""),
    ])
    #expect(problems.filter { $0.contains("1/bowl.md have one name") }.count == 1)
    #expect(problems.filter { $0.contains("meets its goal already") }.count == 1)
    #expect(problems.filter { $0.contains("is also that of a question") }.count == 4)
  }

  /// A figure of a schedule has nothing that could meet a goal.
  @Test func aChallengeNeedsRuns() throws {
    let page = LessonFixture.page.replacing("surface: bowl\n", with: "figure: schedule\n").replacing(
      "start: [1, 0]\n", with: "")
    let problems = try Self.problems(["a.md": page])
    #expect(problems.contains { $0.contains("begins from a figure that has no runs") }, "\(problems)")
  }

  @Test func aFolderWithoutLessonsIsNone() throws {
    #expect(throws: (any Error).self) { try Self.problems(["a.md": "# Words"]) }
  }
}
