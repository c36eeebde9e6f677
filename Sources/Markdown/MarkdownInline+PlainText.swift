extension MarkdownInline {
  /// The words without their looks.
  public var plainText: String {
    switch self {
    case .text(let text), .code(let text): text
    case .emphasis(let inner), .strong(let inner), .link(let inner, destination: _): inner.plainText
    case .image(let image): image.alt
    case .lineBreak: " "
    }
  }
}

extension [MarkdownInline] {
  /// The words without their looks, on one line.
  public var plainText: String { map(\.plainText).joined() }
}
