import ArgumentParser
import Documents
import LossSurfaces

/// `descent lesson test`.
struct LessonTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Replay answers: for teachers.",
    usage: "descent lesson test [LESSON…] --answers FILE",
    discussion: """
      EXAMPLES
        descent lesson test 2 --answers answers.yaml

      The file gives an answer for each question, or a list of what was tried:

        just-below-the-limit: b
        limit-of-a-steeper-ravine: [0.2, 0.02]
        fewer-steps-in-the-ravine: {learning-rate: 0.18}

      They are judged as if they were typed. Exit code 0 when each question is answered
      right within its tries (one for a prediction, else three), 1 when not. What is
      only tried need not be answered.
      """)

  @Argument(
    help: ArgumentHelp("Lessons by number or name, pages, folders; else the whole course.", valueName: "lesson"),
    completion: Candidates.lessons)
  var lessons: [String] = []
  @Option(help: ArgumentHelp("The answers, in YAML.", valueName: "file"), completion: Candidates.recipes)
  var answers: String
  @Flag(help: "Print the results as JSON.")
  var json = false

  func run() throws {
    let read = try lessons.isEmpty ? Self.all(.builtIn) : lessons.flatMap { try Self.chosen($0) }
    let known =
      read.flatMap { $0.questions.map(\.id) } + Course.builtIn.ids.flatMap { Course.builtIn.questionIDs(of: $0) }
    let answers = try LessonAnswers(
      yaml: InputFile.text(of: answers), file: answers == "-" ? "standard input" : answers, known: known)
    let replay = try LessonReplay(read, answers: answers)
    if json {
      try JSONWriter.print(ReplayReport(replay: replay))
    } else {
      try Console.put(ReplayReport(replay: replay).words)
    }
    if !replay.isPassed { Console.exit(Failure.Code.no.rawValue) }
  }

  private static func chosen(_ word: String) throws -> [Lesson] {
    let choice = try CourseChoice(word)
    guard choice.question == nil else {
      throw Failure("'\(word)' is a question; name its lesson \(choice.lesson ?? "")", .usage)
    }
    return try choice.lesson.map { [try choice.course.lesson($0)] } ?? all(choice.course)
  }

  private static func all(_ course: Course) throws -> [Lesson] { try course.ids.map { try course.lesson($0) } }
}

private struct ReplayReport: Report {
  let replay: LessonReplay

  var words: String {
    let lines = replay.results.map { result in
      let tries = result.attempts.map(\.answer).joined(separator: ", then ")
      let last = result.outcome == .wrong ? result.attempts.last.map { "\n    \($0.feedback)" } ?? "" : ""
      return
        "\(result.lesson): \(result.question): \(result.outcome.rawValue)\(tries.isEmpty ? "" : " (\(tries))")\(last)\n"
    }
    let right = replay.results.count { $0.outcome == .right }
    return lines.joined() + "\(right) of \(replay.results.count) right\n"
  }

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("passed", replay.isPassed)
    json.list("questions", replay.results) { json, result in
      json.object { json in
        json.member("lesson", result.lesson)
        json.member("id", result.question)
        json.member("kind", result.kind)
        json.member("line", result.line)
        json.member("outcome", result.outcome.rawValue)
        json.list("attempts", result.attempts) { json, attempt in
          json.object { json in
            json.member("answer", attempt.answer)
            json.member("outcome", attempt.outcome.rawValue)
            json.member("feedback", attempt.feedback)
          }
        }
      }
    }
  }
}
