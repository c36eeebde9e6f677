import Markdown

/// What stands between the markers of a question.
enum QuestionText {
  /// The text of a prediction without the list of its choices, which is its last.
  static func withoutChoices(_ text: String) -> [MarkdownBlock] {
    var blocks = MarkdownParser.blocks(text)
    let last = blocks.lastIndex { if case .list(nil, _, _) = $0 { true } else { false } }
    if let last { blocks.remove(at: last) }
    return blocks
  }
}
