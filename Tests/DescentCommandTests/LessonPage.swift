import TestSupport

/// A small course of one page with every kind of step, for tests that take it.
enum LessonPage {
  static let text = BowlLesson.wordy

  /// The same with a picture that a debug build draws in no time.
  static let small = text.replacing("steps: 20", with: "steps: 20\nsize: 320x240\nscale: 1")

  /// A folder of its own with the page and the arguments that every call needs.
  static func command() throws -> Command {
    let command = try Command()
    try command.write(text, to: "bowl.md")
    return command
  }
}
