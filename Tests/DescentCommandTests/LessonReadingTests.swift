import Foundation
import TestSupport
import Testing

/// Lessons at a terminal: nothing that was answered is lost, however it ends.
@Suite struct LessonReadingTests {
  private static let base = ["lesson", "bowl.md", "--progress", "p.json"]

  /// What is typed to come from the beginning to a step of a kind that asks for something.
  enum Prompt: String, CaseIterable {
    case prediction, text, number, challenge, play, end

    var keys: [String] {
      let all = ["b", " ", "10\r", "learning-rate=1\r", "\r"]
      return Array(all.prefix(Self.allCases.firstIndex(of: self)!))
    }
  }

  enum Ending: String, CaseIterable {
    case controlD, controlC, quit, hangUp, terminate

    var code: Int32 {
      switch self {
      case .controlD, .quit: 0
      case .controlC: 130
      case .hangUp: 128 + SIGHUP
      case .terminate: 128 + SIGTERM
      }
    }
  }

  private static func outcomes(_ command: Command) throws -> [String: String] {
    let json = try JSONSerialization.jsonObject(with: command.data(of: "p.json")) as? [String: Any]
    let questions = json?["questions"] as? [String: [String: Any]] ?? [:]
    return questions.compactMapValues { $0["outcome"] as? String }
  }

  @Test(arguments: Prompt.allCases, Ending.allCases)
  func endsAtEveryPrompt(_ prompt: Prompt, _ ending: Ending) throws {
    let command = try LessonPage.command()
    let reader = try LessonTerminal(command, Self.base, rows: 60)
    try reader.prompt()
    for keys in prompt.keys { try reader.type(keys) }
    switch ending {
    case .controlD: reader.terminal.type("\u{4}")
    case .controlC: reader.terminal.type("\u{3}")
    case .quit: reader.terminal.type([.number, .challenge, .play].contains(prompt) ? "q\r" : "q")
    case .hangUp: reader.send(SIGHUP)
    case .terminate: reader.send(SIGTERM)
    }
    let (code, rest) = try reader.end()
    #expect(code == ending.code)
    #expect(reader.isRestored)
    if code < 128 || code == 130 { #expect(rest.contains("What you answered is kept.")) }
    let questions = ["halves", "", "steps-to-a-thousandth", "at-once"].prefix(prompt.keys.count)
    for question in questions where !question.isEmpty {
      #expect(try Self.outcomes(command)[question] == "right", "\(question)")
    }
    // And it goes on at the step where it was left.
    let step = Prompt.allCases.firstIndex(of: prompt)! + 1
    #expect(try LessonTerminal(command, Self.base, rows: 60).prompt().contains("· step \(step) of 6"))
  }

  /// The window is closed: reading ends, and nothing is lost.
  @Test func closedWindow() throws {
    let command = try LessonPage.command()
    let reader = try LessonTerminal(command, Self.base, rows: 60)
    try reader.prompt()
    try reader.type("b")
    reader.hangUp()
    _ = try reader.end()
    #expect(try Self.outcomes(command) == ["halves": "right"])
  }

  @Test func halfTypedAnswerIsNoAnswer() throws {
    let command = try LessonPage.command()
    let reader = try LessonTerminal(command, Self.base, rows: 60)
    try reader.prompt()
    for keys in ["b", " "] { try reader.type(keys) }
    reader.terminal.type("12\u{3}")
    #expect(try reader.end().code == 130)
    #expect(try Self.outcomes(command) == ["halves": "right"])
  }

  /// Wrong answers, hints, other forms, and the way past a question.
  @Test func wrongAnswers() throws {
    let command = try LessonPage.command()
    let reader = try LessonTerminal(command, Self.base, rows: 60)
    try reader.prompt()
    #expect(try reader.type("h").contains("Hint: Think of 1 − η."))
    #expect(try reader.type("h").contains("Hint: It is 1/2."))
    #expect(try reader.type("h").contains("There are no more hints."))
    #expect(try reader.type("?").contains("Ctrl-C"))
    let wrong = try reader.type("A")
    #expect(
      wrong.contains("Not so. No, it shrinks.") && wrong.contains("It is b: it halves it. A factor of 1/2 a step."))
    // Now the picture is shown.
    #expect(wrong.contains("Picture: A bowl with a path to its middle."))
    try reader.type("\r")
    #expect(try reader.type("ten\r").contains("is no number"))
    #expect(try reader.type("9\r").contains("9 is too low."))
    #expect(try reader.type("\u{7F}1x\u{7F}1 steps\r").contains("11 is too high."))
    let shown = try reader.type("12\r")
    #expect(shown.contains("12 is too high.") && shown.contains("The answer is 10 steps."))
    #expect(shown.contains("Arrive in one step."))
    #expect(try reader.type("learning-rate=2.5\r").contains("Not yet."))
    #expect(try reader.type("momentum=0.5\r").contains("learning-rate"))
    #expect(try reader.type("s\r").contains("Play with it."))
    #expect(try reader.type("learning-rate=0.1,0.2\r").contains("η = 0.2"))
    try reader.type("\r")
    reader.terminal.type(" ")
    let (code, rest) = try reader.end()
    #expect(code == 0 && rest.contains("That was the last step."))
    #expect(
      try Self.outcomes(command) == [
        "halves": "wrong", "steps-to-a-thousandth": "shown", "at-once": "skipped", "freely": "played",
      ])
  }

  /// Another size counts from what is written next.
  @Test func resized() throws {
    let command = try LessonPage.command()
    let reader = try LessonTerminal(command, Self.base, columns: 80, rows: 60)
    try reader.prompt()
    reader.terminal.resize(columns: 36, rows: 50)
    let narrow = try reader.type("b")
    #expect(narrow.split(separator: "\n").map(\.count).max()! <= 36)
    reader.terminal.resize(columns: 100, rows: 50)
    #expect(try reader.type(" ").contains("Type a number, then Enter.  s skip  q quit  ? keys\n"))
  }

  /// What waits for room is laid out for the window that it comes into.
  @Test func resizedWithinAStep() throws {
    let command = try Command()
    let reader = try LessonTerminal(command, ["lesson", "1", "--progress", "p.json"], rows: 12)
    #expect(try reader.prompt().contains("Enter more"))
    reader.terminal.resize(columns: 36, rows: 40)
    let narrow = try reader.type(" ")
    #expect(narrow.contains("Training a network is one"))
    #expect(narrow.split(separator: "\n").map(\.count).max()! <= 36)
  }

  /// What has no room waits for a key, so that nothing leaves the window unread.
  @Test(arguments: [8, 12, 24, 40], [40, 60])
  func windowByWindow(_ rows: Int, _ columns: Int) throws {
    let command = try Command()
    let reader = try LessonTerminal(
      command, ["lesson", "2", "--progress", "p.json"], columns: columns, rows: rows)
    var written = [try reader.prompt()]
    while written.count < 60, !reader.text.contains("step 3 of") {
      let isPrediction = written.last!.contains("answer  h hint")
      written.append(try reader.type(isPrediction ? "a" : " "))
    }
    #expect(written.contains { $0.contains("Enter more") } || rows == 40)
    // The line of the key that was typed and a blank one may leave the window.
    for page in written {
      #expect(page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).count <= rows, "\(page)")
    }
  }
}
