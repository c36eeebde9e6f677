import ArgumentParser
import Documents

/// `descent lesson hint`.
struct LessonHint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Print the next hint to a question.", usage: "descent lesson hint [QUESTION]")

  @Argument(
    help: ArgumentHelp("A question's name; else the question at hand.", valueName: "question"),
    completion: Candidates.questions)
  var question: String?
  @OptionGroup var options: LessonOptions

  func run() throws {
    let page = LessonScreen(screen: try options.screen.screen())
    var session = try LessonSession(CourseChoice(question), options.progress.file(), adapted: page.adapted)
    while session.step != nil, session.question == nil { try session.skipText() }
    guard let asked = session.question else {
      throw Failure("there is no question left; name one: `descent lesson hint QUESTION`", .usage)
    }
    if let hint = session.hint() {
      try page.put("Hint \(session.hintsRead.count) of \(asked.hints.count): \(Escaping.markdown(hint))")
    } else {
      for hint in session.hintsRead { try page.put("Hint: \(Escaping.markdown(hint))") }
      try page.put(asked.hints.isEmpty ? "There is no hint to \(asked.id)." : "There are no more hints to \(asked.id).")
    }
    if let trouble = session.file.trouble { Console.say(ProgressOptions.warning(trouble)) }
  }
}

/// `descent lesson reset`.
struct LessonReset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset", abstract: "Forget the answers to a question, of a lesson, or all.",
    usage: "descent lesson reset [LESSON|QUESTION]")

  @Argument(
    help: ArgumentHelp("A lesson or a question; else everything.", valueName: "lesson"),
    completion: Candidates.lessonsAndQuestions)
  var lesson: String?
  @Flag(help: "Do not ask before everything is forgotten.")
  var force = false
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    var file = try progress.file()
    let choice = try CourseChoice(lesson)
    let what: String
    if let question = choice.question {
      file.progress.reset(questions: [question], lessons: [])
      what = "The answers to \(question) are forgotten."
    } else if let id = choice.lesson {
      file.progress.reset(questions: choice.course.questionIDs(of: id), lessons: [id])
      what = "The answers in \(id) are forgotten."
    } else if !choice.course.isBuiltIn {
      let ids = choice.course.ids
      file.progress.reset(questions: ids.flatMap { choice.course.questionIDs(of: $0) }, lessons: ids)
      what = "The answers in \(ids.count) lessons are forgotten."
    } else {
      guard force || !Console.isInteractive || Console.ask("forget all answers in \(file.path)?") else { return }
      file.progress.reset()
      what = "All answers are forgotten."
    }
    file.save()
    if let trouble = file.trouble { throw Failure("nothing is forgotten: \(trouble)", .cannotCreate) }
    try Console.put(what + "\n")
  }
}
