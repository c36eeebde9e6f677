import Documents
import Foundation
import LossSurfaces
import Terminal

/// Writes what a lesson shows: text, pictures, feedback.
struct LessonScreen {
  let screen: Screen

  private var writer: MarkdownWriter { MarkdownWriter(screen) }

  /// Markdown, with a blank line behind it.
  func put(_ markdown: String) throws { try put(lines: writer.lines(markdown)) }

  func put(_ text: StyledText) throws { try put(lines: writer.lines(text)) }

  private func put(lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try Console.put(lines.map { $0 + "\n" }.joined() + "\n")
  }

  /// The text and the figures of a step, and what it asks.
  func put(_ step: LessonStep) throws {
    for part in step.parts {
      switch part {
      case .text(let text): try put(text)
      case .figure(let figure): try put(figure)
      case .question: break
      }
    }
    if let question = step.question { try put(question.text) }
  }

  // MARK: Pictures

  /// Whether pictures are seen, and not told.
  var showsPictures: Bool { ![.text, .none].contains(screen.graphics.mode) }

  /// How recipes are drawn here.
  func adapted(_ recipe: Recipe) -> Recipe { ScreenPicture(screen: screen).adapted(recipe, hasTheme: false) }

  /// The picture and its caption; in words what it shows and what happened.
  private func put(_ figure: LessonFigure) throws {
    let rendering: (any PictureRendering)? =
      screen.graphics.mode == .none ? nil : try adapted(figure.recipe).rendering()
    if !showsPictures, let alt = figure.alt, !alt.isEmpty {
      try put(StyledText("Picture: ", .bold) + StyledText(alt))
    }
    if let rendering { try put(rendering) }
    if let caption = figure.caption { try put(StyledText(caption, .italic)) }
  }

  /// A picture, or the words for it.
  func put(_ rendering: any PictureRendering) throws {
    let bytes = try ScreenPicture(screen: screen).bytes(rendering)
    guard !bytes.isEmpty else { return }
    try Console.put(bytes + Array("\n".utf8))
  }

  // MARK: Answers

  /// What the judge says, the picture of the reader's own run, and the answer where it is given away.
  func put(_ reply: LessonSession.Reply) throws {
    if let rendering = reply.judgment.rendering, showsPictures { try put(rendering) }
    for paragraph in reply.judgment.feedback where !paragraph.isEmpty { try put(paragraph) }
    for paragraph in reply.solution { try put(paragraph) }
  }
}
