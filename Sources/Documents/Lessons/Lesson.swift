public import LossSurfaces

/// A page of the course: text, figures and questions in the order in which they stand.
public struct Lesson: Sendable {
  public enum Part: Sendable {
    /// Markdown.
    case text(String)
    case figure(LessonFigure)
    case question(Question)
  }

  /// The page's stem: `05-step-decay`.
  public let id: String
  /// What messages call the page.
  public let file: String
  /// The page's first heading, as plain text.
  public let title: String
  public let parts: [Part]

  public var questions: [Question] {
    parts.compactMap { if case .question(let question) = $0 { question } else { nil } }
  }

  public var figures: [LessonFigure] {
    parts.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  public func figure(_ id: String) -> LessonFigure? { figures.first { $0.id == id } }
  public func question(_ id: String) -> Question? { questions.first { $0.id == id } }

  /// `5` for `05-step-decay`; nil where the page has no number.
  public var number: Int? { Int(id.prefix { $0.isASCII && $0.isNumber }) }
}

/// A figure of a lesson.
public struct LessonFigure: Sendable {
  public let id: String
  public let recipe: Recipe
  /// What it shows, for those who do not see it; empty for decoration, nil where the picture's own description says it.
  public let alt: String?
  public let caption: String?
  public let place: InputError.Place
}
