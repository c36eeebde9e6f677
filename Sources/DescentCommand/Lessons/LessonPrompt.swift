import Documents
import Terminal

/// What a reader can type at a step: it stands on the screen whenever something is waited for.
enum LessonPrompt {
  /// At the end of the course.
  static let last = "That was the last step. `descent lesson status` shows what you answered."

  /// The keys at a terminal, the most likely first.
  static func keys(for step: LessonStep) -> StyledText {
    let rest = "  "
    guard let question = step.question else { return keys([("Enter", "go on"), ("q", "quit"), ("?", "keys")], rest) }
    let hint = question.hints.isEmpty ? [] : [("h", "hint")]
    switch question.kind {
    case .predict(let prediction):
      let letters = prediction.choices.map(\.letter)
      let answers = letters.dropLast().joined(separator: ", ") + " or " + (letters.last ?? "")
      return keys([(answers, "answer")] + hint + [("s", "skip"), ("q", "quit"), ("?", "keys")], rest)
    case .number:
      return StyledText("Type a number, then Enter. Or: ")
        + keys(hint + [("s", "skip"), ("q", "quit"), ("?", "keys")], rest)
    case .challenge(let challenge):
      return StyledText("Type settings, as in ")
        + StyledText(ReaderSettings.example(challenge.playground.allowed), .bold)
        + StyledText(", then Enter. Or: ") + keys(hint + [("s", "skip"), ("q", "quit"), ("?", "keys")], rest)
    case .attempt(let playground):
      return StyledText("Type settings, as in ") + StyledText(ReaderSettings.example(playground.allowed), .bold)
        + StyledText(", then Enter. Or: ") + keys([("Enter", "go on"), ("q", "quit"), ("?", "keys")], rest)
    }
  }

  private static func keys(_ pairs: [(String, String)], _ gap: String) -> StyledText {
    var text = StyledText()
    for (index, (key, meaning)) in pairs.enumerated() {
      if index > 0 { text.append(gap) }
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

  /// The way to answer by flags, for who has no terminal; `flags` are those that every call needs.
  static func flags(for question: Question, course: Course, flags: String) -> String {
    let answer =
      switch question.kind {
      case .predict(let prediction): prediction.choices.map(\.letter).joined(separator: "|")
      case .number: "NUMBER"
      case .challenge(let challenge): "'\(ReaderSettings.example(challenge.playground.allowed))'"
      case .attempt(let playground): "'\(ReaderSettings.example(playground.allowed))'"
      }
    var lines = ["answer:  descent lesson --answer \(answer)", "skip:    descent lesson --skip"]
    if !question.hints.isEmpty { lines.append("hint:    descent lesson hint") }
    return lines.map { $0 + flags + "\n" }.joined()
  }
}
