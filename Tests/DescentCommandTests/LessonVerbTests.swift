import Foundation
import Testing

/// The verbs of `descent lesson` without a terminal.
@Suite struct LessonVerbTests {
  private static func answered() throws -> Command {
    let command = try LessonPage.command()
    _ = try command("lesson", "bowl.md", "--answer", "b", "--progress", "p.json")
    return command
  }

  // MARK: Answering by flags

  /// A step is printed with the way to answer it; nothing waits.
  @Test func pipe() throws {
    let command = try LessonPage.command()
    let asked = try command("lesson", "bowl.md", "--progress", "p.json")
    #expect(asked.code == 69)
    #expect(asked.text.contains("What does η = 0.5 do"))
    #expect(!asked.text.contains("It halves each time."), "the picture is hidden")
    #expect(
      asked.text.hasSuffix(
        """
        answer:  descent lesson bowl.md --answer a|b --progress p.json
        skip:    descent lesson bowl.md --skip --progress p.json
        hint:    descent lesson hint bowl.md --progress p.json

        """))
    #expect(asked.errors.hasPrefix("descent: there is no terminal to answer in"))
    // What was printed is what works.
    let right = try command("lesson", "bowl.md", "--answer", "B", "--progress", "p.json")
    #expect(right.code == 0)
    #expect(right.text.hasPrefix("Right. A factor of 1/2 a step.\n"))
    #expect(right.text.contains("It halves each time.") && right.text.contains("--answer NUMBER"))
    let low = try command("lesson", "bowl.md", "--answer", "-3", "--progress", "p.json")
    #expect(low.code == 1)
    #expect(low.text.hasPrefix("Not yet. −3 is too low."))
    let words = try command("lesson", "bowl.md", "--answer", "many", "--progress", "p.json")
    #expect(words.code == 64 && words.text.contains("'many' is no number"))
    #expect(try command("lesson", "bowl.md", "--skip", "--progress", "p.json").text.hasPrefix("Skipped.\n"))
    let solved = try command("lesson", "bowl.md", "--answer", "learning-rate=1", "--progress", "p.json")
    #expect(solved.code == 0 && solved.text.hasPrefix("You have it."))
    let played = try command("lesson", "bowl.md", "--answer", "noise=0.1", "--progress", "p.json")
    #expect(played.code == 0 && played.text.contains("That was the last step."))
  }

  @Test func answerAndSkipExcludeEachOther() throws {
    let result = try Command()("lesson", "--answer", "b", "--skip", "--progress", "p.json")
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("descent: --answer and --skip exclude each other"))
  }

  @Test func threeTries() throws {
    let command = try Self.answered()
    for _ in 0..<2 { #expect(try command("lesson", "bowl.md", "--answer", "1", "--progress", "p.json").code == 1) }
    let last = try command("lesson", "bowl.md", "--answer", "1", "--progress", "p.json")
    #expect(last.code == 0)
    #expect(last.text.contains("The answer is 10 steps.") && last.text.contains("Arrive in one step."))
  }

  // MARK: list, status, go, hint, reset

  @Test func list() throws {
    let command = try Self.answered()
    #expect(try command("lesson", "list", "bowl.md", "--progress", "p.json").text.hasPrefix(">  1  A bowl  1 of 3\n"))
    let all = try command("lesson", "list", "--progress", "p.json")
    #expect(all.code == 0 && all.text.hasPrefix("   1  What the learning rate does"))
    let json =
      try JSONSerialization.jsonObject(
        with: command("lesson", "list", "--json", "--progress", "p.json").output) as? [String: Any]
    #expect((json?["lessons"] as? [Any])?.count == all.text.split(separator: "\n").count - 2)
  }

  @Test func status() throws {
    let command = try Command()
    let begin = try command("lesson", "status", "--progress", "p.json").text
    #expect(
      begin.contains("Begin with: descent lesson\n") && begin.contains("Kept in p.json (--progress; not yet begun)."))
    #expect(try command("lesson", "just-below-the-limit", "--answer", "b", "--progress", "p.json").code == 0)
    let then = try command("lesson", "status", "--progress", "p.json").text
    #expect(then.contains("1 right.") && then.contains("You are in lesson 2, Why a rate is too high."))
    #expect(command.files == ["p.json"])
  }

  @Test func go() throws {
    let command = try Command()
    let there = try command("lesson", "go", "just-below-the-limit", "--progress", "p.json")
    #expect(there.code == 69)
    #expect(there.text.contains("Lesson 2 of ") && there.text.contains("At η = 0.19, what will the path do?"))
    // The next call goes on there.
    #expect(try command("lesson", "--answer", "zigzag across the floor and arrive", "--progress", "p.json").code == 0)
  }

  @Test(arguments: [
    ("nowhere", "there is no lesson, question or command 'nowhere'"),
    ("just-below-the-limits", "Did you mean 'just-below-the-limit'?"), ("99", "'99'"),
  ])
  func unknown(_ word: String, _ message: String) throws {
    let result = try Command()("lesson", "go", word, "--progress", "p.json")
    #expect(result.code == 64)
    #expect(result.errors.contains(message))
  }

  @Test func hint() throws {
    let command = try LessonPage.command()
    func hint(_ words: String...) throws -> Command.Result {
      try command.run(["lesson", "hint"] + words + ["--progress", "p.json"])
    }
    #expect(
      try hint("just-below-the-limit").text == "Hint 1 of 2: Compare the rate with 2/λ for the steep direction.\n\n")
    #expect(try hint("just-below-the-limit").text.hasPrefix("Hint 2 of 2: "))
    #expect(try hint("just-below-the-limit").text.hasSuffix("There are no more hints to just-below-the-limit.\n\n"))
    // Without a name it is the question at hand.
    #expect(try hint().text.hasPrefix("Hint 1 of 2: With g = w"))
    #expect(try hint("no-such-question").code == 64)
  }

  @Test func reset() throws {
    let command = try Self.answered()
    func reset(_ words: String...) throws -> Command.Result {
      try command.run(["lesson", "reset"] + words + ["--progress", "p.json"])
    }
    _ = try command("lesson", "just-below-the-limit", "--answer", "b", "--progress", "p.json")
    func status() throws -> String { try String(decoding: command.data(of: "p.json"), as: UTF8.self) }
    #expect(try reset("bowl.md").text == "The answers in bowl are forgotten.\n")
    #expect(try !status().contains("halves") && status().contains("just-below-the-limit"))
    // A folder of pages is not the whole course.
    _ = try command("lesson", "bowl.md", "--answer", "b", "--progress", "p.json")
    try command.write(
      "# Other\n\n<!-- descent:try play\nfrom: f\nallow: [noise]\n-->\n<!-- descent:end play -->\n", to: "other.md")
    #expect(try reset(".").code == 0)
    #expect(try !status().contains("halves") && status().contains("just-below-the-limit"))
    #expect(try reset("just-below-the-limit").text == "The answers to just-below-the-limit are forgotten.\n")
    #expect(try !status().contains("just-below-the-limit"))
    #expect(try reset().text == "All answers are forgotten.\n")
    #expect(try reset("no-such-lesson").code == 64)
  }

  // MARK: Trouble with progress

  /// Nothing can be written there: it is said, and reading goes on.
  @Test func noPlaceForProgress() throws {
    let command = try LessonPage.command()
    try command.write("", to: "file")
    let result = try command("lesson", "bowl.md", "--answer", "b", "--progress", "file/p.json")
    #expect(result.code == 0)
    #expect(result.text.hasPrefix("Right."))
    #expect(result.errors.contains("descent: progress is not kept: ") && result.errors.contains("--progress FILE"))
    #expect(try command("lesson", "reset", "--progress", "file/p.json").code == 73)
  }

  @Test(arguments: ["{\"format\": 1, \"questions\": 7}", "{", "\u{0}\u{1}"])
  func damagedProgress(_ text: String) throws {
    let command = try LessonPage.command()
    try command.write(text, to: "p.json")
    let result = try command("lesson", "bowl.md", "--answer", "b", "--progress", "p.json")
    #expect(result.code == 0)
    #expect(result.errors.contains("It is kept as p.json.damaged-1"))
    #expect(try command.data(of: "p.json.damaged-1") == Data(text.utf8))
  }

  @Test func newerProgress() throws {
    let command = try LessonPage.command()
    let text = "{\"format\": 2, \"answers\": {}}"
    try command.write(text, to: "p.json")
    for words in [["bowl.md"], ["status"], ["list"], ["reset"], ["hint"]] {
      let result = try command.run(["lesson"] + words + ["--progress", "p.json"])
      #expect(result.code == 65)
      #expect(result.errors.contains("written by a newer version of descent (format 2"))
    }
    #expect(try command.data(of: "p.json") == Data(text.utf8))
  }

  // MARK: For authors and teachers

  @Test func lint() throws {
    let command = try LessonPage.command()
    let sound = try command("lesson", "lint", "bowl.md")
    #expect(sound.code == 0 && sound.text == "1 lessons with 4 questions: nothing is wrong\n")
    try command.write(LessonPage.text.replacing("answer: b", with: "answer: d"), to: "wrong.md")
    let wrong = try command("lesson", "lint", "wrong.md")
    #expect(wrong.code == 1)
    #expect(wrong.errors.hasPrefix("wrong.md:6:9: "))
    let json = try JSONSerialization.jsonObject(with: command("lesson", "lint", "wrong.md", "--json").output)
    #expect((((json as? [String: Any])?["findings"] as? [[String: Any]])?[0]["line"] as? Int) == 6)
    #expect(try command("lesson", "lint", "missing.md").code == 66)
    // To take it names the same place.
    let taken = try command("lesson", "wrong.md", "--progress", "p.json")
    #expect(taken.code == 65 && taken.errors.hasPrefix("descent: wrong.md:6:9: "))
  }

  @Test func test() throws {
    let command = try LessonPage.command()
    let right = "halves: B\nsteps-to-a-thousandth: [9, ten steps, 10]\nat-once: {learning-rate: 1}\n"
    try command.write(right, to: "right.yaml")
    let passed = try command("lesson", "test", "bowl.md", "--answers", "right.yaml")
    #expect(passed.code == 0 && passed.text.hasSuffix("3 of 3 right\n"))
    try command.write(right.replacing("B", with: "a"), to: "wrong.yaml")
    let failed = try command("lesson", "test", "bowl.md", "--answers", "wrong.yaml")
    #expect(failed.code == 1 && failed.text.contains("halves: wrong (a)") && failed.text.hasSuffix("2 of 3 right\n"))
    try command.write("halvs: b\n", to: "unknown.yaml")
    let unknown = try command("lesson", "test", "bowl.md", "--answers", "unknown.yaml")
    #expect(unknown.code == 65 && unknown.errors.contains("unknown.yaml:1:1") && unknown.errors.contains("halves"))
    #expect(try command("lesson", "test", "bowl.md", "--answers", "missing.yaml").code == 66)
  }

  // MARK: Export

  @Test func export() throws {
    let command = try Command()
    try command.write(LessonPage.small, to: "bowl.md")
    #expect(try command("lesson", "export", "bowl.md", "-o", "bowl.html").code == 0)
    let page = try String(decoding: command.data(of: "bowl.html"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(try command("lesson", "export", "bowl.md", "-o", "-").output == Data(page.utf8))
    #expect(try command("lesson", "export", "bowl.md").code == 64)
    #expect(try command("lesson", "export", "bowl.md", "-o", "missing/x.html").code == 73)
  }

  /// Several pages make a folder, with links among them; a page in the place of the folder is left alone.
  @Test func exportFolder() throws {
    let command = try LessonPage.command()
    for name in ["01-a.md", "02-b.md"] {
      try command.write(
        LessonPage.small.replacing("Last words.", with: "Then [next](02-b.md#x), [none](03-c.md)."), to: name)
    }
    #expect(try command("lesson", "export", "01-a.md", "02-b.md", "-o", "site").code == 0)
    #expect(
      try Set(FileManager.default.contentsOfDirectory(atPath: command.path("site"))) == [
        "01-a.html", "02-b.html", "index.html",
      ])
    let page = try String(decoding: command.data(of: "site/01-a.html"), as: UTF8.self)
    #expect(page.contains("Then <a href=\"02-b.html#x\">next</a>, none."))
    #expect(
      page.contains("<nav><a href=\"index.html\">Lesson 1 of 2</a> · <a rel=\"next\" href=\"02-b.html\">"))
    let contents = try String(decoding: command.data(of: "site/index.html"), as: UTF8.self)
    #expect(contents.contains("<li><a href=\"01-a.html\">"))
    // A folder is taken by its bare name.
    try FileManager.default.createDirectory(atPath: command.path("pages"), withIntermediateDirectories: false)
    for name in ["01-a.md", "02-b.md"] { try command.write(LessonPage.small, to: "pages/\(name)") }
    #expect(try command("lesson", "export", "pages", "-o", "again").code == 0)
    #expect(try command("lesson", "export", "01-a.md", "-o", "site").code == 0)
    #expect(try command("lesson", "export", "01-a.md", "02-b.md", "-o", "-").errors.contains("2 pages need a folder"))
    let taken = try command("lesson", "export", "01-a.md", "02-b.md", "-o", "bowl.md")
    #expect(taken.code == 73)
    #expect(try command.data(of: "bowl.md") == Data(LessonPage.text.utf8))
  }
}
