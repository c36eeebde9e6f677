/// A part of a Markdown page, as far as a terminal can show it.
public indirect enum MarkdownBlock: Hashable, Sendable {
  case heading(level: Int, [MarkdownInline])
  case paragraph([MarkdownInline])
  /// An image that stands alone.
  case image(MarkdownImage)
  case code(language: String, lines: [String])
  case quote([MarkdownBlock])
  /// `first` is the number of the first item; nil where there are bullets.
  case list(first: Int?, isLoose: Bool, items: [[MarkdownBlock]])
  case table(MarkdownTable)
  case rule
}

/// `![alt](source)`.
public struct MarkdownImage: Hashable, Sendable {
  public var alt: String
  public var source: String

  public init(alt: String, source: String) {
    self.alt = alt
    self.source = source
  }
}

/// A table with a line of headings.
public struct MarkdownTable: Hashable, Sendable {
  public enum Alignment: Hashable, Sendable {
    case leading
    case center
    case trailing
  }

  public var alignments: [Alignment]
  public var header: [[MarkdownInline]]
  /// Each has as many cells as there are alignments.
  public var rows: [[[MarkdownInline]]]
}

/// A part of a line of Markdown.
public indirect enum MarkdownInline: Hashable, Sendable {
  case text(String)
  case code(String)
  case emphasis([MarkdownInline])
  case strong([MarkdownInline])
  case link([MarkdownInline], destination: String)
  case image(MarkdownImage)
  case lineBreak
}
