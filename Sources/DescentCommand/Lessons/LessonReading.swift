import Documents
import LossSurfaces
import Terminal

/// A reader at a terminal: shows a step, waits for what is typed, and goes on, until the reader quits or the course ends.
///
/// Progress is written after everything typed, so that however it ends nothing is lost. What is more than the window has room for comes
/// window by window. Its size is asked anew whenever something is written, and so another size counts from then on.
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
    case end(Ending)
  }

  /// What is typed while a picture takes longer to make is not read.
  private static let patience = Duration.milliseconds(700)

  var session: LessonSession
  let screen: () throws -> Screen
  /// The rows that were written since a key was waited for.
  private var unread = 0

  init(session: LessonSession, screen: @escaping () throws -> Screen) {
    self.session = session
    self.screen = screen
  }

  mutating func run() throws -> Ending {
    try KeyReader.withKeys { keys in try read(&keys) }
  }

  private mutating func read(_ keys: inout KeyReader) throws -> Ending {
    session.savePlace()
    while let step = session.step {
      let (standing, hints) = (session.standing, session.hintsRead)
      let ending = try show(&keys) { page in
        page.rows(StyledText(standing, .dim)) + (try page.rows(step))
          + hints.flatMap { page.rows("Hint: \(Escaping.markdown($0))") }
      }
      if let ending { return ending }
      turns: while true {
        switch try turn(step, &keys) {
        case .stay: continue
        case .again: break turns
        case .goOn:
          guard try session.goOn() else { return .finished }
          break turns
        case .end(let ending): return ending
        }
      }
    }
    return .finished
  }

  /// Writes as much as finds room below what was not yet read, and the rest when that is read; all of it anew where the window became
  /// another in between, for its lines have another length.
  private mutating func show(
    _ keys: inout KeyReader, _ rows: (LessonScreen) throws -> [ScreenRows]
  ) throws -> Ending? {
    var page = LessonScreen(screen: try screen())
    let start = ContinuousClock.now
    var rest = try rows(page)[...]
    // Who got impatient with a large map did not mean the page after it.
    if ContinuousClock.now - start > Self.patience { keys.discardPending() }
    while true {
      let now = try screen()
      if now.width != page.screen.width {
        page = LessonScreen(screen: now)
        rest = try rows(page)[...]
      }
      let room = LessonPrompt.room(in: now.size)
      let count = ScreenRows.count(of: rest, in: room, below: unread)
      for row in rest.prefix(count) { try Console.put(row.bytes) }
      unread += rest.prefix(count).reduce(0) { $0 + $1.count }
      rest = rest.dropFirst(count)
      if rest.isEmpty { return nil }
      if let ending = try pause(&keys) { return ending }
    }
  }

  /// Waits until what was written is read.
  private mutating func pause(_ keys: inout KeyReader) throws -> Ending? {
    while true {
      let page = LessonScreen(screen: try screen())
      try put(LessonPrompt.more, page)
      let input = try LessonLine(immediate: [" ", "q", "?"], takesWords: false).read(&keys)
      unread = 0
      switch input {
      case .interrupt: return .interrupted
      case .end: return .quit
      case .resumed: continue
      case .line(let text):
        if ["q", "quit"].contains(text) { return .quit }
        guard text == "?" else { return nil }
        try page.put(LessonPrompt.help(for: LessonPrompt.text))
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
    let input = try LessonLine(immediate: Self.immediate(step)).read(&keys)
    unread = 0
    switch input {
    case .interrupt: return .end(.interrupted)
    case .end: return .end(.quit)
    case .resumed: return .again
    case .line(let text): return try take(text, step, &keys)
    }
  }

  /// Where one key is enough.
  private static func immediate(_ step: LessonStep) -> Set<Character> {
    guard let question = step.question else { return [" ", "q", "?", "n"] }
    guard case .predict(let prediction) = question.kind else { return [] }
    let letters = prediction.choices.flatMap { [Character($0.letter), Character($0.letter.uppercased())] }
    return Set(letters + ["h", "s", "q", "?"])
  }

  private mutating func take(_ text: String, _ step: LessonStep, _ keys: inout KeyReader) throws -> Turn {
    func said(then turn: Turn = .stay, _ rows: (LessonScreen) throws -> [ScreenRows]) throws -> Turn {
      try show(&keys, rows).map { .end($0) } ?? turn
    }
    let word = text.trimmingBlanks.lowercased()
    switch word {
    case "q", "quit", "exit": return .end(.quit)
    case "?", "help": return try said { $0.rows(LessonPrompt.help(for: step)) }
    default: break
    }
    guard let question = step.question else { return .goOn }
    switch word {
    case "s", "skip":
      session.skip()
      return .goOn
    case "h", "hint":
      if let hint = session.hint() { return try said { $0.rows("Hint: \(Escaping.markdown(hint))") } }
      return try said { $0.rows(question.hints.isEmpty ? "There is no hint." : "There are no more hints.") }
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
    return try said(then: reply.isSettled && question.isJudged ? .goOn : .stay) { try $0.rows(reply) }
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
