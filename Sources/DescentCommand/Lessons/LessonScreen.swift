import Documents
import Foundation
import LossSurfaces
import Terminal

/// Makes what a lesson shows: text, pictures, feedback.
struct LessonScreen {
  let screen: Screen

  private var writer: MarkdownWriter { MarkdownWriter(screen) }

  /// Writes it, however much it is.
  func put(_ rows: [ScreenRows]) throws { for row in rows { try Console.put(row.bytes) } }

  /// Writes Markdown, with a blank line behind it.
  func put(_ markdown: String) throws { try put(rows(markdown)) }

  /// Markdown, with a blank line behind it.
  func rows(_ markdown: String) -> [ScreenRows] { rows(lines: writer.lines(markdown)) }

  func rows(_ text: StyledText) -> [ScreenRows] { rows(lines: writer.lines(text)) }

  private func rows(lines: [String]) -> [ScreenRows] {
    lines.isEmpty ? [] : (lines + [""]).map { ScreenRows(line: $0) }
  }

  /// The text and the figures of a step, and what it asks.
  func rows(_ step: LessonStep) throws -> [ScreenRows] {
    var rows: [ScreenRows] = []
    for part in step.parts {
      switch part {
      case .text(let text): rows += self.rows(text)
      case .figure(let figure): rows += try self.rows(figure)
      case .question: break
      }
    }
    if let question = step.question { rows += together(self.rows(question.text)) }
    return rows
  }

  /// Rows that stand in one window, where it has room for them: what is asked beside what there is to choose.
  private func together(_ rows: [ScreenRows]) -> [ScreenRows] {
    let count = rows.reduce(0) { $0 + $1.count }
    guard count > 2, count <= LessonPrompt.room(in: screen.size) else { return rows }
    return [ScreenRows(bytes: rows.dropLast().flatMap(\.bytes), count: count - 1)] + rows.suffix(1)
  }

  // MARK: Pictures

  /// Whether pictures are seen, and not told.
  var showsPictures: Bool { ![.text, .none].contains(screen.graphics.mode) }

  /// How recipes are drawn here.
  func adapted(_ recipe: Recipe) -> Recipe { ScreenPicture(screen: screen).adapted(recipe, hasTheme: false) }

  /// The picture and its caption; in words what it shows and what happened.
  private func rows(_ figure: LessonFigure) throws -> [ScreenRows] {
    let rendering: (any PictureRendering)? =
      screen.graphics.mode == .none ? nil : try adapted(figure.recipe).rendering()
    var rows: [ScreenRows] = []
    if !showsPictures, let alt = figure.alt, !alt.isEmpty {
      rows += self.rows(StyledText("Picture: ", .bold) + StyledText(alt))
    }
    if let rendering { rows += try self.rows(rendering) }
    if let caption = figure.caption { rows += self.rows(StyledText(caption, .italic)) }
    return rows
  }

  /// A picture, or the words for it.
  private func rows(_ rendering: any PictureRendering) throws -> [ScreenRows] {
    let picture = try ScreenPicture(screen: screen).rows(rendering)
    guard picture.count > 0 else { return [] }
    // Pictures made of lines that are higher than the window come part by part.
    let isWhole =
      showsPictures && (screen.graphics.mode != .blocks || picture.count <= LessonPrompt.room(in: screen.size))
    return (isWhole ? [picture] : picture.lines) + [ScreenRows(line: "")]
  }

  // MARK: Answers

  /// What the judge says, then the picture of the reader's own run, and the answer where it is given away.
  func rows(_ reply: LessonSession.Reply) throws -> [ScreenRows] {
    var rows = reply.judgment.feedback.filter { !$0.isEmpty }.flatMap { self.rows($0) }
    if let rendering = reply.judgment.rendering, showsPictures { rows += try self.rows(rendering) }
    if reply.triesLeft == 1 { rows += self.rows("One try is left.") }
    return rows + reply.solution.filter { !$0.isEmpty }.flatMap { self.rows($0) }
  }
}
