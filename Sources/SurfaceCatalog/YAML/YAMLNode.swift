package import LossSurfaces

/// A value in a YAML text, with its place.
///
/// Scalars are kept as they are written: whether `1e-5` is a number is for the key that takes it to say, and not for
/// the rules of YAML 1.1, which read it as text, `y` as true and `12:30` as 750.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    case scalar(String)
    case list([YAMLNode])
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  package struct Entry: Sendable {
    package let key: String
    /// The key as a node, for its place.
    package let keyNode: YAMLNode
    package let value: YAMLNode
  }

  /// How a scalar is written.
  enum Style {
    case plain
    case quoted
    /// With `|` or `>`, on the lines that follow.
    case block
  }

  package let content: Content
  let style: Style
  /// What messages call the value: `'learning-rate'`, `item 2 of 'start'`.
  package private(set) var label: String
  /// The line, from 1, within the text.
  let line: Int
  /// The column, from 1, counted in scalars.
  let column: Int
  let source: YAMLSource

  init(content: Content, style: Style = .plain, label: String, line: Int, column: Int, source: YAMLSource) {
    self.content = content
    self.style = style
    self.label = label
    self.line = line
    self.column = column
    self.source = source
  }

  package var place: InputError.Place { source.place(line: line, column: column) }

  /// The same value under another name.
  package func labeled(_ label: String) -> YAMLNode {
    var node = self
    node.label = label
    return node
  }

  /// An error at this value.
  package func error(_ problem: String, remedy: String = "") -> InputError {
    InputError(problem, remedy: remedy, at: place)
  }

  /// The error that says what is needed here and what was found instead.
  package func mismatch(needs need: String, remedy: String = "") -> InputError {
    error("\(label) needs \(need), got \(found)", remedy: remedy)
  }

  /// Whether nothing stands here: an empty value, `~` or `null`.
  package var isEmpty: Bool {
    guard case .scalar(let text) = content, style == .plain else { return false }
    return ["", "~", "null"].contains(text)
  }

  /// The value in a few words.
  private var found: String {
    switch content {
    case .scalar(let text):
      if isEmpty { return "nothing" }
      let shown = text.count > 40 ? text.prefix(39) + "…" : text[...]
      return style == .plain ? "'\(shown)'" : "the text '\(shown)'"
    case .list(let items): return items.count == 1 ? "a list of 1 item" : "a list of \(items.count) items"
    case .mapping: return "a mapping"
    }
  }
}
