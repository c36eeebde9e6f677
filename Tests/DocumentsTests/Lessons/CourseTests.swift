import Foundation
import Testing

@testable import Documents

@Suite struct CourseTests {
  private static let course = Course.builtIn

  @Test func theBinaryCarriesEveryPageOfTheGallery() throws {
    let gallery = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Gallery").path
    let pages = try FileManager.default.contentsOfDirectory(atPath: gallery).filter {
      $0.hasSuffix(".md") && $0 != "README.md"
    }
    #expect(Self.course.ids.map { $0 + ".md" } == pages.sorted())
    #expect(pages.count >= 16)
  }

  @Test(arguments: ["05-step-decay", "5", "05", "step-decay", "05-step-decay.md"])
  func findsALesson(word: String) { #expect(Self.course.id(word) == "05-step-decay") }

  @Test func everyPageIsReadWithoutFault() {
    for id in Self.course.ids { #expect(Self.course.read(id).faults.isEmpty) }
  }

  @Test func findsTheLessonOfAQuestion() throws {
    #expect(try Self.course.lesson(ofQuestion: "third-restart")?.id == "08-cyclical-rates-and-warm-restarts")
    #expect(try Self.course.lesson(ofQuestion: "nothing") == nil)
    #expect(Self.course.next(after: "15-one-rate-five-optimizers") == "16-schedules-at-a-glance")
    #expect(Self.course.next(after: "16-schedules-at-a-glance") == "17-maps")
    #expect(Self.course.next(after: "17-maps") == nil)
  }

  /// Only what needs no run: CI replays the whole.
  @Test func replaysAnswers() throws {
    let lessons = try ["05", "10", "16"].map { try Self.course.lesson(#require(Self.course.id($0))) }
    let known = lessons.flatMap { $0.questions.map(\.id) }
    func replay(_ yaml: String) throws -> [String] {
      let answers = try LessonAnswers(yaml: yaml, file: "answers.yaml", known: known)
      return try LessonReplay(lessons, answers: answers).results.map { "\($0.question): \($0.outcome.rawValue)" }
    }
    #expect(
      try replay(
        "rate-after-three-cuts: [0.1, 0.1, 0.1, 0.0125]\none-cut-after-twenty-thousand: [b, a]\nlimit-of-the-pit: 0.1\n"
          + "who-ends-flat: skip\nhalf-way-down-a-cosine: [x, 0.05]") == [
          "rate-after-three-cuts: wrong", "one-cut-after-twenty-thousand: wrong", "limit-of-the-pit: right",
          "who-ends-flat: skipped", "peak-of-the-warmup: missing", "half-way-down-a-cosine: right",
        ])
    #expect(throws: (any Error).self) { try replay("limit-of-the-pitt: 0.1") }
  }
}
