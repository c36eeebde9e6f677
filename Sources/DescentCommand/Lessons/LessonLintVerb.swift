import ArgumentParser
import Documents
import LossSurfaces

/// `descent lesson lint`.
struct LessonLintVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Check lessons: for authors.",
    usage: "descent lesson lint PAGE…|FOLDER…",
    discussion: """
      Checks that every marker can be read, ids are unique, a prediction has one right
      choice and a why for each, its figure stands behind it, computed answers can be
      computed, the start of a challenge does not meet its goal and its solution does.
      All that is wrong is told, each with page and line; then the exit code is 1.
      """)

  @Argument(
    help: ArgumentHelp("Pages and folders of them; else the course itself.", valueName: "page or folder"),
    completion: .file())
  var paths: [String] = []
  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() throws {
    let course = paths.isEmpty ? Course.builtIn : try Course(paths: paths)
    let lint = LessonLint(course)
    if json {
      try JSONWriter.print(LintReport(lint: lint))
    } else if lint.findings.isEmpty {
      try Console.put("\(lint.lessonCount) lessons with \(lint.questionCount) questions: nothing is wrong\n")
    } else {
      Console.say(lint.findings.map { $0.description + "\n" }.joined())
    }
    if !lint.findings.isEmpty { Console.exit(Failure.Code.no.rawValue) }
  }
}

private struct LintReport: Report {
  let lint: LessonLint

  func write(to json: inout JSONWriter) {
    json.member("format", 1)
    json.member("lessons", lint.lessonCount)
    json.member("questions", lint.questionCount)
    json.list("findings", lint.findings) { json, finding in
      json.object { json in
        json.member("file", finding.place?.file)
        json.member("line", finding.place?.line)
        json.member("column", finding.place?.column)
        json.member("problem", finding.problem)
        json.member("remedy", finding.remedy)
      }
    }
  }
}
