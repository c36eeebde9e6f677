/// What of a lesson is shown before the reader does something: text and figures, and the question that they lead to.
public struct LessonStep: Sendable {
  public let parts: [Lesson.Part]
  /// Nil where the reader only goes on.
  public let question: Question?

  public init(parts: [Lesson.Part], question: Question?) {
    self.parts = parts
    self.question = question
  }
}

extension Lesson {
  /// The lesson in steps: one ends with a question, before a section, and behind a figure that no question follows.
  public var steps: [LessonStep] {
    var steps: [LessonStep] = []
    var parts: [Part] = []
    func close(_ question: Question? = nil) {
      guard !parts.isEmpty || question != nil else { return }
      steps.append(LessonStep(parts: parts, question: question))
      parts = []
    }
    for part in self.parts {
      switch part {
      case .question(let question): close(question)
      case .figure:
        if case .figure = parts.last { close() }
        parts.append(part)
      case .text(let text):
        // What goes on behind a figure begins a step; so does a section.
        if case .figure = parts.last { close() }
        for section in Self.sections(of: text) {
          if section.hasPrefix("## ") { close() }
          parts.append(.text(section))
        }
      }
    }
    close()
    return steps
  }

  /// Text cut before its headings of the second level; fences hold none.
  static func sections(of text: String) -> [String] {
    var sections: [[Substring]] = [[]]
    var fence: Substring?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let mark = fence {
        if line.hasPrefix(mark) { fence = nil }
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        fence = line.prefix(3)
      } else if line.hasPrefix("## ") {
        sections.append([])
      }
      sections[sections.count - 1].append(line)
    }
    return sections.map { $0.joined(separator: "\n")[...].trimmed }.filter { !$0.isEmpty }
  }
}
