public import LossSurfaces

/// A question of a lesson: what is asked, in Markdown, and how an answer is judged.
public struct Question: Sendable {
  /// Right answers, and what goes with each kind of question.
  public enum Kind: Sendable {
    case predict(Prediction)
    case number(NumericAnswer)
    case challenge(Challenge)
    /// Free play, never judged.
    case attempt(Playground)
  }

  public let id: String
  public let kind: Kind
  /// What stands between the markers.
  public let text: String
  /// On demand, one at a time; the first says least.
  public let hints: [String]
  /// Where its marker stands.
  public let place: InputError.Place

  /// `predict`, `number`, `challenge` or `try`.
  public var kindName: String {
    switch kind {
    case .predict: "predict"
    case .number: "number"
    case .challenge: "challenge"
    case .attempt: "try"
    }
  }

  /// Whether answers are judged.
  public var isJudged: Bool { if case .attempt = kind { false } else { true } }

  /// How many wrong answers there may be until the right one is shown: a prediction is made once, for then its picture shows
  /// what happens.
  public var mostTries: Int { if case .predict = kind { 1 } else { 3 } }
}

/// A question with choices.
public struct Prediction: Sendable {
  public struct Choice: Sendable {
    /// `a`, `b` …
    public let letter: String
    /// The choice in words, in Markdown.
    public let text: String
    /// What is said to who chose it.
    public let why: String

    /// `why` without the praise with which that of the right choice may begin, where that was said or is out of place.
    public var reason: String { why.hasPrefix("Yes. ") ? String(why.dropFirst("Yes. ".count)) : why }
  }

  public let choices: [Choice]
  /// The letter of the right one.
  public let answer: String
  /// The figure that shows what happens; hidden until there is an answer.
  public let figure: String

  public func choice(_ letter: String) -> Choice? { choices.first { $0.letter == letter } }
}

/// A question for a number.
public struct NumericAnswer: Sendable {
  public enum Source: Sendable {
    case value(Double)
    /// Computed from a run, so that text and simulation cannot drift.
    case run(RunQuantity)
  }

  /// How far from the answer an answer may be.
  public enum Tolerance: Hashable, Sendable {
    case absolute(Double)
    /// A fraction of the answer's size.
    case relative(Double)
  }

  public let source: Source
  public let tolerance: Tolerance
  public let unit: String?
  public let why: String

  /// Whether a number is near enough to the right one; rounding in the last bits is forgiven.
  public func accepts(_ number: Double, answer: Double) -> Bool {
    abs(number - answer) <= margin(of: answer) + 1e-9 * abs(answer)
  }

  /// How far from the right one a number may be.
  func margin(of answer: Double) -> Double {
    switch tolerance {
    case .absolute(let margin): margin
    case .relative(let fraction): fraction * abs(answer)
    }
  }
}

/// A quantity of a run of a figure: `{figure: a-long-wait, run: 2, quantity: converged-step}`.
public struct RunQuantity: Sendable {
  public let figure: String
  /// From 1.
  public let run: Int
  /// As it stands in an expectation: `steps-to 5e-7`.
  public let quantity: String
  let place: InputError.Place
}

/// A figure whose settings the reader changes.
public struct Playground: Sendable {
  /// The figure whose settings are changed.
  public let figure: String
  /// The settings that may be changed.
  public let allowed: [ReaderSettings.Key]
}

/// A task that the simulator judges.
public struct Challenge: Sendable {
  public let playground: Playground
  /// What must hold for the reader's run.
  public let goals: [Expectation]
  public let solution: ReaderSettings
  public let why: String
}
