import Figures
import LossSurfaces
import Raster

/// A lesson as one file of HTML: pictures, style and script within, nothing fetched from anywhere.
///
/// It can be read without scripts: what answers a question is then folded away under it. Questions are answered with the keyboard
/// as well as with a pointer.
public struct LessonHTML {
  private let lesson: Lesson
  private let judge: Judge
  private let writer: MarkdownHTMLWriter
  /// The figures that stay behind a curtain until a question is answered, by question: that of a prediction, and the one right behind a
  /// number, which as a rule shows it.
  private var curtains: [String: String] = [:]
  private let navigation: LessonNavigation?

  /// `link` says where a link to another lesson's page leads; nil leaves its words alone. `navigation` is for one of several pages.
  public init(
    _ lesson: Lesson, navigation: LessonNavigation? = nil, link: @escaping (String) -> String? = { _ in nil }
  ) {
    self.lesson = lesson
    self.navigation = navigation
    judge = Judge(lesson)
    writer = MarkdownHTMLWriter(link: link)
    for (index, part) in lesson.parts.enumerated() {
      guard case .question(let question) = part else { continue }
      switch question.kind {
      case .predict(let prediction): curtains[question.id] = prediction.figure
      case .number:
        if case .figure(let next)? = lesson.parts.dropFirst(index + 1).first { curtains[question.id] = next.id }
      case .challenge, .attempt: break
      }
    }
  }

  /// The whole page. Draws every figure, light and dark.
  public func text() throws -> String {
    var body: [String] = []
    for part in lesson.parts {
      switch part {
      case .text(let text): body.append(writer.html(text))
      case .figure(let figure): body.append(try html(figure))
      case .question(let question): body.append(try html(question))
      }
    }
    return Self.document(title: lesson.title, body: [navigation?.html ?? ""] + body)
  }

  /// The list of lessons that stands beside their pages.
  public static func contents(of lessons: [Lesson]) -> String {
    let items = lessons.map { "<li><a href=\"\(Escaping.html($0.id)).html\">\(Escaping.html($0.title))</a></li>" }
    return document(title: "Lessons", body: ["<h1>Lessons</h1>", "<ol>"] + items + ["</ol>"])
  }

  private static func document(title: String, body: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(Escaping.html(title))</title>
    <style>
    \(LessonStyle.text)
    </style>
    <script>document.documentElement.className = "live"</script>
    </head>
    <body>
    <main>
    \(body.filter { !$0.isEmpty }.joined(separator: "\n"))
    </main>
    <script>
    \(LessonScript.text)
    </script>
    </body>
    </html>

    """
  }

  // MARK: Figures

  private func html(_ figure: LessonFigure) throws -> String {
    let (light, description) = try png(figure, .light)
    let (dark, _) = try png(figure, .dark)
    let alt = figure.alt ?? description
    let caption = figure.caption.map { "<p>\(MarkdownHTMLWriter.plain($0))</p>\n" } ?? ""
    let picture = """
      <figure id="\(figure.id)">
      <picture><source media="(prefers-color-scheme: dark)" srcset="\(dark)"><img src="\(light)" alt="\(Escaping.html(alt))"></picture>
      <figcaption>\(caption)<details class="words"><summary>The picture in words</summary>\(Self.paragraphs(description))</details></figcaption>
      </figure>
      """
    guard curtains.values.contains(figure.id) else { return picture }
    return """
      <details class="curtain" data-figure="\(figure.id)"><summary>The picture that answers it</summary>
      \(picture)
      </details>
      """
  }

  private func png(_ figure: LessonFigure, _ theme: Theme.Name) throws -> (address: String, description: String) {
    var recipe = figure.recipe
    recipe.theme = theme
    let rendering = try recipe.rendering()
    let bytes = try rendering.picture().png()
    return ("data:image/png;base64," + String(decoding: Base64.text(bytes), as: UTF8.self), rendering.description)
  }

  // MARK: Questions

  private func html(_ question: Question) throws -> String {
    let controls: String
    switch question.kind {
    case .predict(let prediction): controls = self.controls(prediction, question)
    case .number(let number): controls = try self.controls(number, question)
    case .challenge(let challenge): controls = self.controls(challenge, question)
    case .attempt: controls = ""
    }
    let hints = question.hints.enumerated().map { index, hint in
      "<details class=\"hint\"><summary>Hint \(index + 1)</summary><p>\(MarkdownHTMLWriter.plain(hint))</p></details>"
    }.joined(separator: "\n")
    let name = question.isJudged ? "Question" : "Try it"
    let parts = [asked(question), controls, hints, try answer(question)].filter { !$0.isEmpty }
    return """
      <section class="question \(question.kindName)" id="\(question.id)" aria-label="\(name)">
      \(parts.joined(separator: "\n"))
      </section>
      """
  }

  /// What is asked; the choices of a prediction stand in its controls.
  private func asked(_ question: Question) -> String {
    guard case .predict = question.kind else { return writer.html(question.text) }
    return writer.html(QuestionText.withoutChoices(question.text))
  }

  private func controls(_ prediction: Prediction, _ question: Question) -> String {
    let choices = prediction.choices.map { choice in
      let isRight = choice.letter == prediction.answer
      return """
        <label><input type="radio" name="\(question.id)" value="\(choice.letter)" data-right="\(isRight)" data-why="\(Escaping.html(choice.reason))"> \
        <span><b>\(choice.letter).</b> \(Escaping.html(choice.text))</span></label>
        """
    }.joined(separator: "\n")
    // Who has no scripts, or paper, reads them as a list.
    let plain = prediction.choices.map { "<li><b>\($0.letter).</b> \(Escaping.html($0.text))</li>" }.joined()
    return """
      <ul class="plain-choices">\(plain)</ul>
      <form data-shows="\(prediction.figure)"><fieldset><legend>Your prediction</legend>
      \(choices)
      </fieldset><button type="submit">Answer</button><p class="feedback" role="status"></p></form>
      """
  }

  private func controls(_ number: NumericAnswer, _ question: Question) throws -> String {
    let value = try judge.value(of: number)
    let shows = curtains[question.id].map { " data-shows=\"\($0)\"" } ?? ""
    let unit = number.unit.map { " " + Escaping.html($0) } ?? ""
    return """
      <form\(shows) data-answer="\(value)" data-margin="\(number.margin(of: value))" data-unit="\(Escaping.html(number.unit ?? ""))" data-why="\(Escaping.html(number.why))">\
      <label>Your answer \
      <input type="text" name="\(question.id)" autocomplete="off" spellcheck="false"></label>\(unit)
      <button type="submit">Answer</button><p class="feedback" role="status"></p></form>
      """
  }

  private static func paragraphs(_ words: String) -> String {
    words.split(separator: "\n").map { "<p>\(MarkdownHTMLWriter.plain(String($0)))</p>" }.joined()
  }

  private func controls(_ challenge: Challenge, _ question: Question) -> String {
    let keys = challenge.playground.allowed.map { "<code>\($0.rawValue)</code>" }.joined(separator: ", ")
    let goals = challenge.goals.map { Escaping.html($0.goal) }.joined(separator: ", ")
    return """
      <p class="goal">Goal: \(goals). You may change \(keys). In a terminal Descent judges your settings:</p>
      \(MarkdownHTMLWriter.code(["descent lesson go \(question.id)"]))
      """
  }

  private func answer(_ question: Question) throws -> String {
    let words = try judge.solution(of: question)
    guard !words.isEmpty else { return "" }
    let paragraphs = words.map { "<p>\(writer.inline($0))</p>" }.joined(separator: "\n")
    return "<details class=\"answer\"><summary>Show the answer</summary>\n\(paragraphs)\n</details>"
  }
}
