import ArgumentParser
import Documents
import Foundation

/// `descent lesson list`.
struct LessonList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons.", usage: "descent lesson list [PAGE|FOLDER]")

  @Argument(help: ArgumentHelp("Pages of your own.", valueName: "page or folder"), completion: .file())
  var paths: [String] = []
  @OptionGroup var progress: ProgressOptions
  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    let file = try progress.file()
    let course = paths.isEmpty ? Course.builtIn : try Course(paths: paths)
    let report = LessonStanding(course: course, file: file, reason: progress.location.reason)
    if json { try JSONWriter.print(report) } else { try Console.put(report.list) }
  }
}

/// `descent lesson status`.
struct LessonStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Say where you are, what you answered, and which file keeps it.",
    usage: "descent lesson status")

  @OptionGroup var progress: ProgressOptions
  @Flag(help: "Print the status as JSON.")
  var json = false

  func run() throws {
    let report = LessonStanding(course: .builtIn, file: try progress.file(), reason: progress.location.reason)
    if json { try JSONWriter.print(report) } else { try Console.put(report.status) }
  }
}

/// How a reader stands with a course.
struct LessonStanding: Report {
  let course: Course
  let file: ProgressFile
  /// What decided on the file.
  let reason: String

  private struct Line {
    let lesson: Lesson
    let settled: Int
    let questions: [Question]
    let isFinished: Bool
  }

  private var lines: [Line] {
    course.ids.map { id in
      let lesson = course.read(id).lesson
      let questions = lesson.questions.filter(\.isJudged)
      return Line(
        lesson: lesson, settled: questions.count { file.progress[$0.id].isSettled }, questions: questions,
        isFinished: file.progress.finished.contains(id))
    }
  }

  /// A line for each lesson: read to the end or not, its number and title, how many questions were answered.
  var list: String {
    let lines = lines
    let width = lines.map { $0.lesson.title.count }.max() ?? 0
    return lines.enumerated().map { index, line in
      let isHere = file.progress.position?.lesson == line.lesson.id
      let mark = isHere ? ">" : line.isFinished ? "x" : " "
      let number = String(index + 1)
      let title = line.lesson.title + String(repeating: " ", count: width - line.lesson.title.count)
      return "\(mark) \(number.count < 2 ? " " : "")\(number)  \(title)  \(line.settled) of \(line.questions.count)\n"
    }.joined()
      + "\nx read to the end, > you are here; behind it the questions answered.\n"
      + (course.isBuiltIn ? "Go there with: descent lesson NUMBER\n" : "")
  }

  private func count(_ outcome: LessonProgress.Record.Outcome, _ lines: [Line]) -> Int {
    lines.flatMap(\.questions).count { file.progress[$0.id].outcome == outcome }
  }

  var status: String {
    let lines = lines
    let all = lines.flatMap(\.questions).count
    let settled = lines.reduce(0) { $0 + $1.settled }
    let finished = lines.count(where: \.isFinished)
    var words = [
      "\(settled) of \(all) questions are answered or skipped; \(finished) of \(lines.count) lessons are read to the end."
    ]
    let names: [(LessonProgress.Record.Outcome, String)] = [
      (.right, "right"), (.wrong, "predictions that came out otherwise"), (.shown, "shown after three tries"),
      (.skipped, "skipped"),
    ]
    let counts = names.map { (count($0.0, lines), $0.1) }.filter { $0.0 > 0 }
    let parts = counts.map { count, name in
      "\(count) \(count == 1 ? name.replacing("predictions", with: "prediction") : name)"
    }
    if !parts.isEmpty { words.append(parts.joined(separator: ", ") + ".") }
    if let position = file.progress.position, let line = lines.first(where: { $0.lesson.id == position.lesson }) {
      let isEnd = position.step >= line.lesson.steps.count && line.lesson.id == lines.last?.lesson.id
      words.append(
        isEnd
          ? "You have come to the end of the course."
          : "You are in lesson \(line.lesson.number ?? 1), \(line.lesson.title). Go on with: descent lesson")
    } else {
      words.append("Begin with: descent lesson")
    }
    let exists = FileManager.default.fileExists(atPath: file.path)
    words.append("Kept in \(file.path) (\(reason)\(exists ? "" : "; not yet begun")).")
    return words.joined(separator: "\n") + "\n"
  }

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.object("progress") { json in
      json.member("path", file.path)
      json.member("reason", reason)
      json.member("kept", file.trouble == nil)
    }
    json.member("lesson", file.progress.position?.lesson)
    json.member("step", file.progress.position?.step)
    json.list("lessons", lines) { json, line in
      json.object { json in
        json.member("id", line.lesson.id)
        json.member("title", line.lesson.title)
        json.member("finished", line.isFinished)
        json.list("questions", line.lesson.questions) { json, question in
          let record = file.progress[question.id]
          json.object { json in
            json.member("id", question.id)
            json.member("kind", question.kindName)
            json.member("outcome", record.outcome.rawValue)
            json.member("hints", record.hints)
            json.list("tries", record.tries) { json, text in json.element(text) }
          }
        }
      }
    }
  }
}
