import ArgumentParser
import Documents
import Foundation
import LossSurfaces

/// `descent lesson`: the course in the terminal, and what its authors and teachers need.
struct LessonVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Take the course in the terminal.",
    usage: "descent lesson [LESSON]\n       descent lesson COMMAND …",
    discussion: """
      EXAMPLES
        # begin, or go on where you left off
        descent lesson
        # the lesson of that number; a question by its name
        descent lesson 5
        descent lesson go just-below-the-limit
        descent lesson list
        descent lesson status
        # without a terminal: the step is printed, and answered so
        descent lesson --answer b
        descent lesson --skip
        # a page for the web, in one file
        descent lesson export 5 -o step-decay.html
        # for authors and teachers
        descent lesson lint Gallery
        descent lesson test 5 --answers answers.yaml

      What you answer is kept in the file that `descent lesson status` names.
      """,
    subcommands: [
      LessonStart.self, LessonList.self, LessonStatus.self, LessonGo.self, LessonHint.self, LessonReset.self,
      LessonLintVerb.self, LessonTest.self, LessonExport.self,
    ], defaultSubcommand: LessonStart.self)
}

/// Where progress is kept, and what the screen shows.
struct LessonOptions: ParsableArguments {
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var progress: ProgressOptions
}

/// Where progress is kept.
struct ProgressOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The file that keeps your progress.", valueName: "file"))
  var progress: String?

  var location: ProgressLocation {
    ProgressLocation(flag: progress, environment: ProcessInfo.processInfo.environment)
  }

  /// The file; what is to be known of it is said on stderr.
  func file() throws -> ProgressFile {
    var file = try ProgressFile(path: location.path)
    Self.tell(&file)
    return file
  }

  static func tell(_ file: inout ProgressFile) {
    for notice in file.takeNotices() { Console.say("descent: \(notice)\n") }
    if let trouble = file.trouble { Console.say(warning(trouble)) }
  }

  static func warning(_ trouble: String) -> String {
    "descent: progress is not kept: \(trouble)\nTo keep it elsewhere, use --progress FILE.\n"
  }
}

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
    if word.contains("/") || word.hasSuffix(".md") && Course.builtIn.id(word) == nil || word == "." {
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
      let commands = LessonVerb.configuration.subcommands.compactMap { $0.configuration.commandName }
      let names = course.ids + course.ids.flatMap { course.questionIDs(of: $0) } + commands
      let near = Spelling.nearest(to: word, among: names).map { "Did you mean '\($0)'? " } ?? ""
      throw Failure(
        "there is no lesson, question or command '\(word)'\n\(near)`descent lesson list` shows the lessons.", .usage)
    }
  }
}
