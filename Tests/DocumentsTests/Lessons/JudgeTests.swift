import Testing

@testable import Documents

@Suite struct JudgeTests {
  private static func judgment(_ question: String, _ answer: String) throws -> Judgment {
    let lesson = LessonFixture.read().lesson
    return try Judge(lesson).judge(answer, to: #require(lesson.question(question)))
  }

  @Test(
    arguments: [
      ("halves", "b", .right), ("halves", " B. ", .right), ("halves", "It halves it", .right),
      ("halves", "b. it halves it", .right), ("halves", "a", .wrong), ("halves", "c", .unreadable),
      ("halves", " ", .unreadable),
      // The loss at step n is 0.5·0.25ⁿ, which is below 1e-6 from n = ln(5e5)/ln 4 = 9.47 on.
      ("steps-to-a-thousandth", "10", .right), ("steps-to-a-thousandth", "20/2 steps", .right),
      ("steps-to-a-thousandth", "9", .wrong), ("steps-to-a-thousandth", "ten", .unreadable),
      ("at-once", "learning-rate=1", .right), ("at-once", "--learning-rate 1", .right), ("at-once", "η=1", .right),
      ("at-once", "learning-rate 1", .right), ("at-once", "1", .unreadable), ("at-once", "patience=3", .unreadable),
      ("at-once", "learning-rate=0.9", .wrong), ("at-once", "momentum=0.9", .unreadable),
      ("at-once", "learning-rate=0.9,1", .unreadable), ("at-once", "learning-rate=-1", .unreadable),
      ("at-once", "learning-rate", .unreadable), ("at-once", "learning-rate=[", .unreadable),
      ("at-once", "learning-rate=1 learning-rate=1", .unreadable),
      ("freely", "learning-rate=0.1,0.2 noise=0,0.1", .played), ("freely", "seed=3", .unreadable),
    ] as [(String, String, Judgment.Outcome)])
  func judges(question: String, answer: String, outcome: Judgment.Outcome) throws {
    let judgment = try Self.judgment(question, answer)
    #expect(judgment.outcome == outcome, "\(judgment.feedback)")
    #expect(!judgment.plainFeedback.isEmpty)
  }

  @Test func aWrongChallengeSaysWhatItDid() throws {
    let words = try Self.judgment("at-once", "learning-rate=0.5").plainFeedback
    #expect(words.hasPrefix("Not yet. The number of steps to a loss of 10⁻⁹ is 15, not at most 1."))
  }

  @Test func aListMakesARunEach() throws {
    let judgment = try Self.judgment("freely", "learning-rate=0.1,0.2")
    #expect(judgment.feedback.count == 2)
  }

  @Test func givenAwayAnswersSayWhy() throws {
    let lesson = LessonFixture.read().lesson
    let solutions = try lesson.questions.map { try Judge(lesson).solution(of: $0).joined(separator: " ") }
    #expect(
      solutions == [
        "**It is b: it halves it.** A factor of 1/2 a step.", "**The answer is 10 steps.** The loss is 0.5·0.25ⁿ.",
        "**One solution:** `learning-rate=1` The factor is 0.", "",
      ])
  }
}
