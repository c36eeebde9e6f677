import Documents
import Terminal

/// What a reader can type at a step: it stands on the screen whenever something is waited for.
enum LessonPrompt {
  /// At the end of the course.
  static let last = "That was the last step. `descent lesson status` shows what you answered."

  /// A step at which one only goes on.
  static let text = LessonStep(parts: [], question: nil)

  /// The keys where a step goes on in the next window.
  static var more: StyledText { keys([("Enter", "more"), ("q", "quit"), ("?", "keys")]) }

  /// The rows of a window that are left when the keys and what is typed stand below: these take three.
  static func room(in size: WindowSize) -> Int { max(3, size.rows - 3) }

  /// The keys at a terminal, the most likely first.
  static func keys(for step: LessonStep) -> StyledText {
    guard let question = step.question else { return keys([("Enter", "go on"), ("q", "quit"), ("?", "keys")]) }
    let hint = question.hints.isEmpty ? [] : [("h", "hint")]
    let others = hint + [("s", "skip"), ("q", "quit"), ("?", "keys")]
    switch question.kind {
    case .predict(let prediction):
      let letters = prediction.choices.map(\.letter)
      let answers = letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
      return keys([(answers, "answer")] + others)
    case .number:
      return StyledText("Type a number, then Enter.  ") + keys(others)
    case .challenge(let challenge):
      return typed(challenge.playground) + keys(others)
    case .attempt(let playground):
      return typed(playground) + keys([("Enter", "go on"), ("q", "quit"), ("?", "keys")])
    }
  }

  private static func typed(_ playground: Playground) -> StyledText {
    let others = playground.allowed.dropFirst().map(\.rawValue)
    return StyledText("Settings and Enter, as in ") + StyledText(ReaderSettings.example(playground.allowed), .bold)
      + StyledText(others.isEmpty ? "\n" : "; also \(others.joined(separator: ", "))\n")
  }

  private static func keys(_ pairs: [(String, String)]) -> StyledText {
    var text = StyledText()
    for (index, (key, meaning)) in pairs.enumerated() {
      if index > 0 { text.append("  ") }
      text.append(key, .bold)
      text.append("\u{A0}" + meaning)
    }
    return text
  }

  /// All keys, for who asks.
  static func help(for step: LessonStep) -> String {
    var lines = [
      "- `q`, Ctrl-C or Ctrl-D: stop here. `descent lesson` goes on from this step.",
      "- `s`: skip the question. `descent lesson go \(step.question?.id ?? "QUESTION")` comes back to it.",
      "- `h`: a hint, one at a time.", "- Backspace, Ctrl-U: take back a character, or all that is typed.",
      "- The descent commands on the page are for a second terminal.",
    ]
    if let question = step.question {
      switch question.kind {
      case .predict: lines.insert("- The letter of your choice answers at once.", at: 0)
      case .number: lines.insert("- Numbers: `0.2`, `.2`, `2e-1`, `1/5`, `20%`.", at: 0)
      case .challenge(let challenge): lines.insert(settings(challenge.playground), at: 0)
      case .attempt(let playground):
        lines.insert(settings(playground) + " Lists such as `learning-rate=0.1,0.2` make a run each.", at: 0)
      }
      if case .predict = question.kind {} else { lines.append("- Here a command letter is followed by Enter.") }
    } else {
      lines.insert("- Enter or the space bar: go on.", at: 0)
    }
    return lines.joined(separator: "\n")
  }

  private static func settings(_ playground: Playground) -> String {
    "- Settings: \(playground.allowed.map { "`\($0.rawValue)=…`" }.joined(separator: ", ")); several with blanks between."
  }

  /// The way to answer by flags, for who has no terminal; every call needs the page, unless it is the course's, and `flags`.
  static func flags(for question: Question, page: String?, flags: String) -> String {
    let answer =
      switch question.kind {
      case .predict(let prediction): prediction.choices.map(\.letter).joined(separator: "|")
      case .number: "NUMBER"
      case .challenge(let challenge): "'\(ReaderSettings.example(challenge.playground.allowed))'"
      case .attempt(let playground): "'\(ReaderSettings.example(playground.allowed))'"
      }
    let page = page.map { " \($0)" } ?? ""
    var lines = ["answer:  descent lesson\(page) --answer \(answer)", "skip:    descent lesson\(page) --skip"]
    if !question.hints.isEmpty { lines.append("hint:    descent lesson hint\(page)") }
    return lines.map { $0 + flags + "\n" }.joined()
  }
}
