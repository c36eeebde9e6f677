import LossSurfaces
import TestSupport

@testable import Documents

/// A small lesson to change in tests.
enum LessonFixture {
  static let page = BowlLesson.page

  static func read(_ text: String = page, name: String = "03-bowl.md") -> (lesson: Lesson, faults: [String]) {
    var reader = LessonReader(Page(Array(text.utf8), name: name), folder: ".")
    let lesson = reader.lesson()
    return (lesson, reader.faults.map { "\($0.place?.line ?? 0): \($0.problem)" })
  }
}
