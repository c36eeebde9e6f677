extension [MarkdownInline] {
  /// The words alone, without marks.
  public var plainText: String {
    map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .emphasis(let inner), .strong(let inner), .link(let inner, _): inner.plainText
      case .image(let image): image.alt
      case .lineBreak: "\n"
      }
    }.joined()
  }
}
