import Foundation
import Testing

/// Help begins with examples, and every example runs.
@Suite struct HelpTests {
  private static let verbs = [
    "", "run", "compare", "schedule", "range-test", "map", "surface", "render", "embed", "inspect", "schema", "lesson",
    "doctor", "completions", "manual",
  ]

  /// No verb is forgotten above.
  @Test func allVerbs() throws {
    let lines = try Command()("--help").text.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0 == "SUBCOMMANDS:" })
    let verbs = lines[start...].filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.split { $0 == " " || $0 == "," }[0]) }
    #expect(Set(verbs).subtracting(["See"]) == Set(Self.verbs.dropFirst()))
  }

  /// The command lines of a help text, continued lines joined.
  private static func examples(_ help: String) -> [String] {
    let lines = help.replacing("\\\n", with: " ").split(separator: "\n")
    let start = lines.firstIndex { $0.hasSuffix("EXAMPLES") } ?? lines.endIndex
    return lines[start...].prefix { !$0.hasPrefix("USAGE") }.filter { $0.hasPrefix("  descent ") }.map(String.init)
  }

  /// An example with a picture of half the resolution, which a debug build draws four times as fast.
  private static func quick(_ example: String) -> String {
    // A page of the course takes as long as all other examples together.
    if example.contains("lesson export 5") { return example.replacing(" 5 ", with: " Gallery/01-a-bowl.md ") }
    let fixed = ["--scale", "--dpi", "--json", "descent embed", "descent render", "descent inspect"]
    if example.contains("descent map "), !example.contains("--merge") {
      let small = example.replacing("8192x4096", with: "16x16")
      return small + (small.contains("16x16") ? "" : " --scale 1 --resolution 16x16")
    }
    guard example.contains(".png"), !fixed.contains(where: example.contains) else { return example }
    return example + " --scale 1"
  }

  @Test(arguments: verbs)
  func examplesStandFirst(_ verb: String) throws {
    let result = try Command().run(verb.isEmpty ? ["--help"] : [verb, "--help"])
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    let headlines = result.text.split(separator: "\n").filter { $0.allSatisfy { $0.isUppercase } }
    #expect(headlines.first == "EXAMPLES")
    #expect(!Self.examples(result.text).isEmpty)
    // A terminal of 80 columns does not break them.
    #expect(result.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: verbs)
  func examplesRun(_ verb: String) throws {
    let descent = try Command()
    try descent.write("title: Mine\nformula: (x^2 + y^2)/2\nstart: [1, 1]\n", to: "my-surface.yaml")
    try descent.write((0..<100).map { "\(1 / Double($0 + 1))\n" }.joined(), to: "training.txt")
    try descent.write("epoch,loss,val_loss\n0,3,4\n0,2,\n1,2,3\n", to: "metrics.csv")
    let small = "size: 320x240\nscale: 1\n"
    for folder in ["figures", "pictures"] {
      try FileManager.default.createDirectory(atPath: descent.path(folder), withIntermediateDirectories: true)
    }
    try descent.write("surface: bounded-saddle\nsteps: 20\n" + small, to: "figures/saddle.yaml")
    try descent.write("figure: schedule\nschedule: cosine\n" + small, to: "figures/schedules.yaml")
    _ = try descent("run", "bowl", "--size", "320x240", "--scale", "1", "-o", "rosenbrock.png")
    let help = try descent.run(verb.isEmpty ? ["--help"] : [verb, "--help"]).text
    if verb == "embed" { try writePages(help, for: descent) }
    if verb == "lesson" { try writeCourse(for: descent) }
    for example in Self.examples(help) {
      let result = try descent.shell("export DESCENT_PROGRESS=p.json; " + Self.quick(example))
      // Where there is no terminal a lesson says how to answer, and waits for nothing.
      if result.code == 69, verb == "lesson" {
        #expect(result.text.contains("\nanswer:  descent lesson --answer "), "\(example)")
        continue
      }
      #expect(result.code == 0, "\(example)\n\(result.errors)")
      #expect(result.errors.isEmpty, "\(example)")
      for name in example.split(separator: " ").map(String.init) where name.hasSuffix(".png") {
        #expect(try descent.data(of: name).starts(with: [0x89, 0x50, 0x4E, 0x47]), "\(example)")
      }
    }
  }

  /// The page that the help shows, as README.md and in docs.
  private func writePages(_ help: String, for descent: Command) throws {
    let lines = help.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    let start = try #require(lines.firstIndex { $0.hasPrefix("<!-- descent:figure") })
    let end = try #require(lines.firstIndex { $0.hasPrefix("<!-- descent:end") })
    let page = lines[start...end].joined(separator: "\n") + "\n"
    try FileManager.default.createDirectory(atPath: descent.path("docs"), withIntermediateDirectories: true)
    for name in ["README.md", "docs/page.md"] { try descent.write(page, to: name) }
  }

  /// A page of the course, and answers to another.
  private func writeCourse(for descent: Command) throws {
    try FileManager.default.createDirectory(atPath: descent.path("Gallery"), withIntermediateDirectories: true)
    try descent.write(LessonPage.small, to: "Gallery/01-a-bowl.md")
    let answers = "rate-after-three-cuts: 1/80\none-cut-after-twenty-thousand: a\n"
    try descent.write(answers, to: "answers.yaml")
  }

  @Test func schedulesAndOptimizersStandWithAllKeys() throws {
    let schedules = try Command()("schedule", "--help").text
    for word in ["warm-restarts", "period", "multiplier", "threshold-mode", "warmup-start", "milestones"] {
      #expect(schedules.contains(word))
    }
    let optimizers = try Command()("run", "--help").text
    for word in ["sgd", "nesterov", "adadelta", "rho", "momentum-decay", "lion"] { #expect(optimizers.contains(word)) }
  }

  @Test func version() throws {
    #expect(try Command()("--version").text == "0.1.0\n")
    #expect(try Command()().text.contains("EXAMPLES"))
  }
}
