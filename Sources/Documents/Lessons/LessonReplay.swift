public import LossSurfaces
import SurfaceCatalog

/// Answers to the questions of lessons, replayed as if a reader had typed them.
public struct LessonReplay: Sendable {
  public struct Attempt: Sendable {
    public let answer: String
    public let outcome: Judgment.Outcome
    public let feedback: String
  }

  public enum Outcome: String, Sendable, CaseIterable {
    case right
    case wrong
    case skipped
    /// The file says nothing of it.
    case missing
  }

  public struct Score: Sendable {
    public let lesson: String
    public let question: String
    public let kind: String
    public let line: Int
    public let outcome: Outcome
    public let attempts: [Attempt]
  }

  /// One for each question that is judged, and one for each of the others that was answered.
  public let results: [Score]

  /// Whether every question that is judged was answered right, within its number of tries.
  public var isPassed: Bool { results.allSatisfy { $0.outcome == .right } }

  /// The word that skips a question.
  public static let skip = "skip"

  public init(_ lessons: [Lesson], answers: LessonAnswers) throws {
    var results: [Score] = []
    for lesson in lessons {
      let judge = Judge(lesson)
      for question in lesson.questions {
        let texts = answers[question.id]
        guard question.isJudged || texts != nil else { continue }
        results.append(try Self.result(question, texts ?? [], judge, lesson.id))
      }
    }
    self.results = results
  }

  private static func result(_ question: Question, _ texts: [String], _ judge: Judge, _ lesson: String) throws
    -> Score
  {
    var attempts: [Attempt] = []
    var outcome: Outcome = texts.isEmpty ? .missing : .wrong
    var tries = 0
    for text in texts {
      if text == skip {
        outcome = .skipped
        break
      }
      let judgment = try judge.judge(text, to: question)
      attempts.append(
        Attempt(answer: text, outcome: judgment.outcome, feedback: judgment.plainFeedback))
      if judgment.outcome == .right || judgment.outcome == .played {
        outcome = .right
        break
      }
      if judgment.outcome == .wrong { tries += 1 }
      if tries == question.mostTries { break }
    }
    return Score(
      lesson: lesson, question: question.id, kind: question.kindName, line: question.place.line, outcome: outcome,
      attempts: attempts)
  }
}

/// A file of answers: `question-id: answer`, or a list of what was tried in turn.
///
///     just-below-the-limit: b
///     limit-of-a-steeper-ravine: [0.2, 0.02]
///     fewer-steps-in-the-ravine: {learning-rate: 0.18}
public struct LessonAnswers: Sendable {
  private var texts: [String: [String]] = [:]

  /// `known` are the ids of all questions that there are.
  public init(yaml text: String, file: String, known: [String]) throws(InputError) {
    let root = try YAMLNode.parse(text, file: file, label: "the answers").mapping()
    for entry in root.entries {
      guard known.contains(entry.key) else {
        throw entry.keyNode.error(
          "there is no question '\(entry.key)'",
          remedy: Spelling.remedy(for: entry.key, among: known, called: "questions"))
      }
      if case .list(let items) = entry.value.content {
        var answers: [String] = []
        for item in items { answers.append(try Self.answer(item)) }
        texts[entry.key] = answers
      } else {
        texts[entry.key] = [try Self.answer(entry.value)]
      }
    }
  }

  subscript(question: String) -> [String]? { texts[question] }

  private static func answer(_ node: YAMLNode) throws(InputError) -> String {
    guard case .mapping = node.content else { return try node.string() }
    return ReaderSettings.words(node)
  }
}
