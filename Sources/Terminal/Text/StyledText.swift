/// Text whose characters have styles, to be broken into lines and written.
public struct StyledText: Hashable, Sendable {
  /// Stretches of one style each.
  public private(set) var spans: [Span] = []

  public struct Span: Hashable, Sendable {
    public var text: String
    public var style: TextStyle
  }

  public init(_ text: String = "", _ style: TextStyle = .plain) { append(text, style) }

  public mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    if spans.last?.style == style {
      spans[spans.count - 1].text += text
    } else {
      spans.append(Span(text: text, style: style))
    }
  }

  public mutating func append(_ other: StyledText) { for span in other.spans { append(span.text, span.style) } }

  public static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.append(b)
    return sum
  }

  public var isEmpty: Bool { spans.isEmpty }

  /// The characters alone.
  public var plainText: String { spans.map(\.text).joined() }

  /// How many columns it takes on one line.
  public var width: Int { spans.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// What is written to the terminal: at the end the style is plain again.
  ///
  /// Control characters are left out: no text that comes from a document gives orders to the terminal.
  public func sequence(_ depth: ColorDepth) -> String {
    spans.map { span in
      let text = Self.harmless(span.text)
      let begin = span.style.sequence(depth)
      return begin.isEmpty ? text : begin + text + TextStyle.reset
    }.joined()
  }

  private static func harmless(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control { scalars.append(scalar) }
    return String(scalars)
  }
}
