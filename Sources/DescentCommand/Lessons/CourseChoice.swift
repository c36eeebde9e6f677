import Documents
import LossSurfaces

/// A course, and what of it a word names.
struct CourseChoice {
  let course: Course
  /// Nil for the whole.
  var lesson: String?
  var question: String?

  /// A lesson's name, number or slug; a question's name; or the path of a page or of a folder of pages.
  init(_ word: String?) throws {
    guard let word else {
      course = .builtIn
      return
    }
    let isKnown = try Course.builtIn.id(word) != nil || Course.builtIn.lesson(ofQuestion: word) != nil
    if word.contains("/") || word == "." || !isKnown && (word.hasSuffix(".md") || OutputFile.isFolder(word)) {
      course = try Course(paths: [word])
      if course.ids.count == 1 { lesson = course.ids[0] }
      return
    }
    course = .builtIn
    if let id = course.id(word) {
      lesson = id
    } else if let owner = try course.lesson(ofQuestion: word) {
      (lesson, question) = (owner.id, word)
    } else {
      let commands = ["list", "status", "go", "hint", "reset", "lint", "test", "export"]
      let names = course.ids + course.ids.flatMap { course.questionIDs(of: $0) } + commands
      let near = Spelling.nearest(to: word, among: names).map { "Did you mean '\($0)'? " } ?? ""
      throw Failure(
        "there is no lesson, question or command '\(word)'\n\(near)`descent lesson list` shows the lessons.", .usage)
    }
  }
}
