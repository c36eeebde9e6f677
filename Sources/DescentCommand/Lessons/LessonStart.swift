import ArgumentParser
import Documents
import LossSurfaces
import Terminal

/// `descent lesson`: begins, or goes on.
struct LessonStart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Begin, or go on where you left off (the default).", shouldDisplay: false)

  @Argument(
    help: ArgumentHelp("A lesson's number or name; a question's name; a page.", valueName: "lesson"),
    completion: Candidates.lessonsAndQuestions)
  var lesson: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Answer the question at hand, without a terminal.", valueName: "text"))
  var answer: String?
  @Flag(help: "Skip the question at hand, without a terminal.")
  var skip = false
  @OptionGroup var options: LessonOptions

  func run() throws {
    if skip, answer != nil { throw Failure("--answer and --skip exclude each other", .usage) }
    try LessonRun(word: lesson, answer: answer, skip: skip, options: options).run()
  }
}

/// `descent lesson go ID`.
struct LessonGo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "go", abstract: "Go to a lesson or a question.", usage: "descent lesson go LESSON|QUESTION")

  @Argument(
    help: ArgumentHelp("A lesson's number or name; a question's name; a page.", valueName: "lesson"),
    completion: Candidates.lessonsAndQuestions)
  var lesson: String
  @OptionGroup var options: LessonOptions

  func run() throws { try LessonRun(word: lesson, answer: nil, skip: false, options: options).run() }
}

/// A lesson at a terminal, or for a pipe.
struct LessonRun {
  let word: String?
  let answer: String?
  let skip: Bool
  let options: LessonOptions

  func run() throws {
    let screen = try options.screen.screen()
    let page = LessonScreen(screen: screen)
    let file = try options.progress.file()
    var session = try LessonSession(CourseChoice(word), file, adapted: page.adapted)
    if answer != nil || skip {
      return try pipe(session, page).reply(answer)
    }
    guard Console.hasKeys else { return try pipe(session, page).show() }
    session.savePlace()
    if let trouble = session.file.trouble { Console.say(ProgressOptions.warning(trouble)) }
    var reading = LessonReading(session: session, screen: options.screen.screen)
    let ending: LessonReading.Ending
    do { ending = try reading.run() } catch let error as TerminalError { throw Failure(error.description, .noTerminal) }
    try say(ending, reading.session)
  }

  /// The options that later calls need as well.
  private var flags: String { options.progress.progress.map { " --progress \(ShellWord.quoted($0))" } ?? "" }

  private func pipe(_ session: LessonSession, _ page: LessonScreen) -> LessonPipe {
    LessonPipe(session: session, page: page, source: source(of: session), flags: flags)
  }

  /// The reader's own page or folder, as a shell takes it.
  private func source(of session: LessonSession) -> String? {
    guard !session.course.isBuiltIn, let word else { return nil }
    return ShellWord.quoted(word)
  }

  private func say(_ ending: LessonReading.Ending, _ session: LessonSession) throws {
    let isKept = session.file.trouble == nil
    switch ending {
    case .finished:
      try LessonScreen(screen: options.screen.screen()).put(LessonPrompt.last)
    case .quit, .interrupted:
      let again = "descent lesson" + (source(of: session).map { " \($0)" } ?? "")
      try Console.put(isKept ? "What you answered is kept. Go on with: \(again)\(flags)\n" : "")
    }
    if let trouble = session.file.trouble { Console.say(ProgressOptions.warning(trouble)) }
    if ending == .interrupted { Console.exit(130) }
  }
}

/// A lesson without a terminal: a step is printed with the way to answer it, and nothing waits.
struct LessonPipe {
  var session: LessonSession
  let page: LessonScreen
  /// The reader's own page or folder; nil for the course.
  let source: String?
  let flags: String

  /// Prints all up to the next question. Ends the process with 69 where there is one, since it wants an answer.
  func show() throws {
    var reader = self
    reader.session.savePlace()
    guard let question = try reader.printToQuestion() else { return }
    try Console.put(words(for: question))
    reader.tellTrouble()
    throw Failure("there is no terminal to answer in; answer with the commands above", .noTerminal)
  }

  /// Answers, or skips, the question at hand, and prints what follows when that settles it. Ends the process with 1 when the answer
  /// was wrong and may be given again.
  func reply(_ answer: String?) throws {
    var reader = self
    guard try reader.goToQuestion() else {
      throw Failure("there is no question left; `descent lesson go QUESTION` goes back to one", .usage)
    }
    if let answer {
      guard let reply = try reader.session.answer(answer), let question = reader.session.question else { return }
      try page.put(page.rows(reply))
      guard reply.isSettled else {
        try Console.put(words(for: question))
        reader.tellTrouble()
        Console.exit(reply.judgment.outcome == .unreadable ? Failure.Code.usage.rawValue : Failure.Code.no.rawValue)
      }
    } else {
      reader.session.skip()
      try page.put("Skipped.")
    }
    if try reader.session.goOn(), let question = try reader.printToQuestion() {
      try Console.put(words(for: question))
    }
    reader.tellTrouble()
  }

  private func tellTrouble() {
    if let trouble = session.file.trouble { Console.say(ProgressOptions.warning(trouble)) }
  }

  private func words(for question: Question) -> String {
    LessonPrompt.flags(for: question, page: source, flags: flags)
  }

  /// Prints steps up to one with a question, which it returns; nil at the end of the course. The place stays that of the first.
  private mutating func printToQuestion() throws -> Question? {
    let start = session.file.progress.position
    defer {
      if session.step != nil, let start {
        session.file.progress.position = start
        session.file.save()
      }
    }
    var lesson = ""
    while let step = session.step {
      if session.lesson.id != lesson {
        lesson = session.lesson.id
        try page.put(page.rows(StyledText(session.standing, .dim)))
      }
      try page.put(page.rows(step))
      if let question = step.question { return question }
      try session.goOn()
    }
    try page.put(LessonPrompt.last)
    return nil
  }

  private mutating func goToQuestion() throws -> Bool {
    while session.step != nil, session.question == nil { try session.goOn() }
    return session.question != nil
  }
}
