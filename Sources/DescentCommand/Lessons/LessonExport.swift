import ArgumentParser
import Documents

/// `descent lesson export`.
struct LessonExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write lessons as pages for the web.",
    usage: "descent lesson export [LESSON…] -o FILE|FOLDER",
    discussion: """
      EXAMPLES
        descent lesson export 5 -o step-decay.html
        # the whole course: pages linked to each other, and index.html
        descent lesson export -o course
        descent lesson export my-page.md -o my-page.html

      A page holds its pictures, light and dark, its style and its script: it works from
      disk, without a network, and can be sent to anyone. Without scripts the answers
      are folded away.
      """)

  @Argument(
    help: ArgumentHelp("Lessons by number or name, pages, folders; else the whole course.", valueName: "lesson"),
    completion: Candidates.lessons)
  var lessons: [String] = []
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The page; of several lessons the folder.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    guard let output else { throw Failure("export where to? Name a file: -o page.html", .usage) }
    let chosen = try (lessons.isEmpty ? [nil] : lessons.map(Optional.some)).flatMap { try Self.chosen($0) }
    guard chosen.count > 1 else {
      let page = try LessonHTML(chosen[0]).text()
      if output == "-" { return try Console.put(picture: Array(page.utf8)) }
      try OutputFile.write(
        Array(page.utf8), to: OutputFile.isFolder(output) ? "\(output)/\(chosen[0].id).html" : output)
      return
    }
    guard output != "-" else { throw Failure("\(chosen.count) pages need a folder: -o FOLDER", .usage) }
    let ids = Set(chosen.map(\.id))
    if let twice = chosen.map(\.id).first(where: { id in chosen.count { $0.id == id } > 1 }) {
      throw Failure("two lessons would be written to \(output)/\(twice).html", .usage)
    }
    try OutputFile.makeFolder(output)
    for (index, lesson) in chosen.enumerated() {
      Console.progress("writing: \(index) of \(chosen.count)", isDone: false)
      let page = LessonHTML(lesson, navigation: LessonNavigation(index, of: chosen)) { destination in
        if destination == "README.md" { return "index.html" }
        let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].hasSuffix(".md"), ids.contains(String(parts[0].dropLast(3))) else { return nil }
        return parts[0].dropLast(3) + ".html" + (parts.count > 1 ? "#" + parts[1] : "")
      }
      try OutputFile.write(Array(try page.text().utf8), to: "\(output)/\(lesson.id).html")
    }
    if !ids.contains("index") {
      try OutputFile.write(Array(LessonHTML.contents(of: chosen).utf8), to: "\(output)/index.html")
    }
    Console.progress("", isDone: true)
  }

  private static func chosen(_ word: String?) throws -> [Lesson] {
    let choice = try CourseChoice(word)
    return try choice.lesson.map { [try choice.course.lesson($0)] }
      ?? choice.course.ids.map { try choice.course.lesson($0) }
  }
}
