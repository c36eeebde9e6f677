import Documents
import LossSurfaces
import Terminal

/// A reader at a terminal: shows a step, waits for what is typed, and goes on, until the reader quits or the course ends.
///
/// Progress is written after everything typed, so that however it ends nothing is lost. What the window shows is asked anew for each
/// step, and so another size counts from the next one on.
struct LessonReading {
  enum Ending {
    case quit
    case interrupted
    case finished
  }

  private enum Turn {
    /// The question is asked again.
    case stay
    /// The step is shown again.
    case again
    case goOn
    /// As `goOn`, behind words that a picture might push off the screen.
    case settled
    case end(Ending)
  }

  var session: LessonSession
  let screen: () throws -> Screen

  mutating func run() throws -> Ending {
    try KeyReader.withKeys { keys in try read(&keys) }
  }

  private mutating func read(_ keys: inout KeyReader) throws -> Ending {
    session.savePlace()
    while let step = session.step {
      let page = LessonScreen(screen: try screen())
      try page.put(StyledText(session.standing, .dim))
      try page.put(step)
      for hint in session.hintsRead { try page.put("Hint: \(Escaping.markdown(hint))") }
      turns: while true {
        let turn = try turn(step, &keys)
        switch turn {
        case .stay: continue
        case .again: break turns
        case .goOn, .settled:
          guard try session.goOn() else { return .finished }
          if case .settled = turn, session.step?.beginsWithFigure ?? false, page.showsPictures {
            if let ending = try pause(&keys) { return ending }
          }
          break turns
        case .end(let ending): return ending
        }
      }
    }
    return .finished
  }

  /// Waits until what was said is read.
  private func pause(_ keys: inout KeyReader) throws -> Ending? {
    let step = LessonStep(parts: [], question: nil)
    while true {
      let page = LessonScreen(screen: try screen())
      try put(LessonPrompt.keys(for: step), page)
      switch try LessonLine(immediate: Self.immediate(step)).read(&keys) {
      case .interrupt: return .interrupted
      case .end: return .quit
      case .resumed: continue
      case .line(let text):
        if ["q", "quit"].contains(text) { return .quit }
        guard text == "?" else { return nil }
        try page.put(LessonPrompt.help(for: step))
      }
    }
  }

  private func put(_ prompt: StyledText, _ page: LessonScreen) throws {
    for line in prompt.lines(width: page.screen.width) {
      try Console.put(line.sequence(page.screen.color.depth) + "\n")
    }
  }

  private mutating func turn(_ step: LessonStep, _ keys: inout KeyReader) throws -> Turn {
    let page = LessonScreen(screen: try screen())
    try put(LessonPrompt.keys(for: step), page)
    switch try LessonLine(immediate: Self.immediate(step)).read(&keys) {
    case .interrupt: return .end(.interrupted)
    case .end: return .end(.quit)
    case .resumed: return .again
    case .line(let text): return try take(text, step, page)
    }
  }

  /// Where one key is enough.
  private static func immediate(_ step: LessonStep) -> Set<Character> {
    guard let question = step.question else { return [" ", "q", "?", "n"] }
    guard case .predict(let prediction) = question.kind else { return [] }
    let letters = prediction.choices.flatMap { [Character($0.letter), Character($0.letter.uppercased())] }
    return Set(letters + ["h", "s", "q", "?"])
  }

  private mutating func take(_ text: String, _ step: LessonStep, _ page: LessonScreen) throws -> Turn {
    let word = text.trimmingBlanks.lowercased()
    switch word {
    case "q", "quit", "exit": return .end(.quit)
    case "?", "help":
      try page.put(LessonPrompt.help(for: step))
      return .stay
    default: break
    }
    guard let question = step.question else { return .goOn }
    switch word {
    case "s", "skip":
      session.skip()
      return .goOn
    case "h", "hint":
      if let hint = session.hint() {
        try page.put("Hint: \(Escaping.markdown(hint))")
      } else {
        try page.put(question.hints.isEmpty ? "There is no hint." : "There are no more hints.")
      }
      return .stay
    case "":
      // Free play ends when nothing more is typed.
      guard question.isJudged else {
        session.skip()
        return .goOn
      }
      return .stay
    default: break
    }
    guard let reply = try session.answer(text) else { return .goOn }
    try page.put(reply)
    return reply.isSettled && question.isJudged ? .settled : .stay
  }
}

extension String {
  var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
