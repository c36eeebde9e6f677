import Diagnosis
import Figures
import LossSurfaces
import Markdown

/// What a judge says of an answer.
public struct Judgment: Sendable {
  public enum Outcome: String, Sendable {
    case right
    case wrong
    /// Free play has no right and wrong.
    case played
    /// Not understood; it does not count as a try.
    case unreadable
  }

  public let outcome: Outcome
  /// What is said to the reader, in Markdown paragraphs.
  public let feedback: [String]
  /// The reader's own run, of challenges and free play.
  public var rendering: (any PictureRendering)?

  /// The feedback without marks, on one line.
  public var plainFeedback: String {
    feedback.flatMap(MarkdownParser.blocks).compactMap { block in
      if case .paragraph(let inlines) = block { inlines.plainText } else { nil }
    }.joined(separator: " ")
  }
}

/// Judges answers to the questions of a lesson.
public struct Judge {
  private let runs: LessonRuns

  /// `adapted` says how the reader's own runs are drawn.
  public init(_ lesson: Lesson, adapted: @escaping (Recipe) -> Recipe = { $0 }) {
    runs = LessonRuns(lesson, adapted: adapted)
  }

  /// Judges an answer as it was typed. What cannot be understood says what to type instead.
  ///
  /// Throws when the page itself is wrong.
  public func judge(_ answer: String, to question: Question) throws -> Judgment {
    let text = answer[...].trimmed
    guard !text.isEmpty else { return unreadable("Nothing was answered.") }
    switch question.kind {
    case .predict(let prediction): return judge(text, prediction)
    case .number(let number): return try judge(text, number)
    case .challenge(let challenge): return try judge(text, challenge)
    case .attempt(let playground): return try play(text, playground)
    }
  }

  /// What is shown when the right answer is given away.
  public func solution(of question: Question) throws -> [String] {
    switch question.kind {
    case .predict(let prediction):
      guard let right = prediction.choice(prediction.answer) else { return [] }
      return [
        "**It is \(right.letter): \(Escaping.markdown(Self.ended(right.text)))** \(Escaping.markdown(right.reason))"
      ]
    case .number(let number):
      return ["**The answer is \(try text(of: number)).**", Escaping.markdown(number.why)]
    case .challenge(let challenge):
      return ["**One solution:** `\(challenge.solution.text)`", Escaping.markdown(challenge.why)]
    case .attempt: return []
    }
  }

  /// The right answer with its unit.
  public func text(of number: NumericAnswer) throws -> String {
    NumberText.string(try runs.answer(to: number), digits: 6) + (number.unit.map { " " + $0 } ?? "")
  }

  public func value(of number: NumericAnswer) throws -> Double { try runs.answer(to: number) }

  private func unreadable(_ words: String...) -> Judgment {
    Judgment(outcome: .unreadable, feedback: words.map { Escaping.markdown($0) })
  }

  // MARK: Predictions

  /// A letter in either case, with or without a mark behind it, or the words of a choice.
  private func judge(_ text: String, _ prediction: Prediction) -> Judgment {
    let letters = prediction.choices.map(\.letter)
    let plain = Self.simplified(text)
    let chosen =
      prediction.choices.first { Self.simplified($0.letter) == plain }
      ?? prediction.choices.first {
        [Self.simplified($0.text), Self.simplified("\($0.letter). \($0.text)")].contains(plain)
      }
    guard let chosen else {
      return unreadable("'\(text)' is no choice. The choices are \(letters.joined(separator: ", ")).")
    }
    let why = Escaping.markdown(chosen.reason)
    if chosen.letter == prediction.answer { return Judgment(outcome: .right, feedback: ["**Right.** \(why)"]) }
    return Judgment(outcome: .wrong, feedback: ["**Not so.** \(why)"])
  }

  /// Small letters, digits and single blanks.
  static func simplified(_ text: String) -> String {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
  }

  // MARK: Numbers

  private func judge(_ text: String, _ question: NumericAnswer) throws -> Judgment {
    let right = try runs.answer(to: question)
    let numbers = AnswerNumber.candidates(text, unit: question.unit)
    guard let first = numbers.first else {
      return unreadable("'\(text)' is no number. Write it as 0.2, 2e-1 or 1/5.")
    }
    if numbers.contains(where: { question.accepts($0, answer: right) }) {
      let exact = numbers.contains(right) ? "" : " The exact answer is \(try self.text(of: question))."
      return Judgment(outcome: .right, feedback: ["**Right.**\(exact) \(Escaping.markdown(question.why))"])
    }
    return Judgment(
      outcome: .wrong,
      feedback: ["**Not yet.** \(NumberText.string(first, digits: 6)) is too \(first < right ? "low" : "high")."])
  }

  // MARK: Challenges

  private func judge(_ text: String, _ challenge: Challenge) throws -> Judgment {
    let rendering: any PictureRendering
    do { rendering = try played(text, challenge.playground, takesLists: false) } catch let error as InputError {
      return unreadable(error.problem + ".", error.remedy)
    }
    let groups = rendering.runGroups
    let missed = challenge.goals.filter { !$0.broken(by: groups).isEmpty }
    let verdict = rendering.verdictWords.map { Escaping.markdown($0) }
    guard missed.isEmpty else {
      let words = missed.map { Escaping.markdown($0.shortfall(of: groups[0])) }.joined(separator: " ")
      return Judgment(outcome: .wrong, feedback: ["**Not yet.** \(words)"] + verdict, rendering: rendering)
    }
    return Judgment(
      outcome: .right, feedback: ["**You have it.**"] + verdict + [Escaping.markdown(challenge.why)],
      rendering: rendering)
  }

  private func play(_ text: String, _ playground: Playground) throws -> Judgment {
    do {
      let rendering = try played(text, playground, takesLists: true)
      let words = rendering.verdictWords.map { Escaping.markdown($0) }
      return Judgment(outcome: .played, feedback: words, rendering: rendering)
    } catch let error as InputError {
      return unreadable(error.problem + ".", error.remedy)
    }
  }

  private func played(_ text: String, _ playground: Playground, takesLists: Bool) throws -> any PictureRendering {
    let settings = try ReaderSettings(parsing: text, allowed: playground.allowed, takesLists: takesLists)
    return try runs.play(playground, settings)
  }

  /// The text with a full stop, unless it ends with a mark of its own.
  private static func ended(_ text: String) -> String {
    text + (text.last.map { ".?!".contains($0) } ?? true ? "" : ".")
  }
}

extension PictureRendering {
  /// A paragraph for each entry: its label and its verdict, or what its seeds came to; of a range test what its readings are worth; the
  /// picture's description where there are no runs.
  public var verdictWords: [String] {
    if let test = (self as? RangeTestRendering)?.assessment { return test.sentences }
    guard !runGroups.isEmpty else { return [description] }
    return runGroups.map { group in
      let words = group.tally?.sentence ?? group.runs[0].assessment.verdict.sentence
      return "\(group.label): \(words)"
    }
  }
}
