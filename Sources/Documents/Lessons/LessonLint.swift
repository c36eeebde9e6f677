public import LossSurfaces

/// Finds what is wrong with lessons: what cannot be read, and what is read and does not hold.
public struct LessonLint {
  /// All findings, page by page, in the order in which they stand.
  public let findings: [InputError]
  public let lessonCount: Int
  public let questionCount: Int

  /// Reads and checks every page of a course; challenges are run, and so is what computes an answer.
  public init(_ course: Course) {
    var findings: [InputError] = []
    var ids: [String: InputError.Place] = [:]
    var pages: [String: String] = [:]
    var questions = 0
    for page in course.readAll() {
      var (lesson, faults) = page
      questions += lesson.questions.count
      if let other = pages[lesson.id] {
        faults.append(
          InputError(
            "\(lesson.file) and \(other) have one name",
            remedy: "Rename one of them: a lesson is called by its page's name."))
      }
      pages[lesson.id] = lesson.file
      for question in lesson.questions {
        if let first = ids[question.id], first.file != question.place.file {
          faults.append(
            InputError(
              "the id '\(question.id)' is also that of a question in \(first.file ?? ""):\(first.line)",
              remedy: "Choose another: progress is kept by it.", at: question.place))
        }
        ids[question.id] = question.place
      }
      if lesson.questions.isEmpty, faults.isEmpty {
        faults.append(
          InputError(
            "the page asks nothing", remedy: "Add a question: <!-- descent:predict ID … -->.",
            at: InputError.Place(file: lesson.file, line: 1, column: 1, text: "")))
      }
      faults += Self.check(lesson)
      findings += faults.sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
    }
    self.findings = findings
    lessonCount = course.ids.count
    questionCount = questions
  }

  private static func check(_ lesson: Lesson) -> [InputError] {
    var findings: [InputError] = []
    func attempt(_ place: InputError.Place, _ body: () throws -> Void) {
      do { try body() } catch var error as InputError {
        if error.place == nil { error.place = place }
        findings.append(error)
      } catch {
        findings.append(InputError("\(error)", at: place))
      }
    }
    for figure in lesson.figures { attempt(figure.place) { _ = try figure.recipe.plan() } }
    let runs = LessonRuns(lesson)
    for question in lesson.questions {
      attempt(question.place) {
        switch question.kind {
        case .predict: break
        case .number(let number): _ = try runs.answer(to: number)
        case .challenge(let challenge): try check(challenge, runs, question)
        case .attempt(let playground):
          guard question.text.contains("```") || question.text.contains("~~~") else {
            throw InputError(
              "'\(question.id)' shows no command to begin with",
              remedy: "Put one in a fence between its markers: ```sh, descent run …, ```.")
          }
          try runs.check(playground)
        }
      }
    }
    return findings
  }

  /// The start does not meet the goal, and the solution does.
  private static func check(_ challenge: Challenge, _ runs: LessonRuns, _ question: Question) throws {
    let start = try runs.begin(challenge.playground)
    guard !start.runGroups.isEmpty else {
      throw InputError(
        "'\(question.id)' begins from a figure that has no runs",
        remedy: "Begin from one of the kinds path, curves, relief or grid.")
    }
    guard challenge.goals.contains(where: { !$0.broken(by: start.runGroups).isEmpty }) else {
      throw InputError(
        "the start of '\(question.id)' meets its goal already", remedy: "Set a higher goal, or begin further from it.")
    }
    let solved = try runs.play(challenge.playground, challenge.solution)
    let broken = challenge.goals.flatMap { $0.broken(by: solved.runGroups) }
    guard broken.isEmpty else {
      throw InputError(
        "the solution of '\(question.id)' does not meet its goal: \(broken.joined(separator: "; "))",
        remedy: "Mend the solution or the goal.")
    }
  }
}
