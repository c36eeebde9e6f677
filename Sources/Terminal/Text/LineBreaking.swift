extension StyledText {
  /// The lines of the text, each of at most `width` columns, which is at least 2.
  ///
  /// Lines break at spaces, which are dropped there, after a dash between letters, beside characters that are wide, and where a word
  /// is longer than a line; at a hyphen only then, since names that are typed have them; at a line feed always. A no-break space (U+00A0) holds its words together.
  public func lines(width: Int) -> [StyledText] {
    precondition(width >= 2, "a line has room for a wide character")
    var breaking = LineBreaking(width: width)
    for span in spans { for character in span.text { breaking.take(character, span.style) } }
    return breaking.finish()
  }
}

/// Text on its way into lines.
private struct LineBreaking {
  private let width: Int
  private var lines: [StyledText] = []
  private var line = StyledText()
  private var lineWidth = 0
  /// The spaces after the line, which stand only if a word follows on it.
  private var spaces = StyledText()
  private var spacesWidth = 0
  /// What cannot be broken but by force.
  private var word = StyledText()
  private var wordWidth = 0
  /// The word up to its last hyphen and what follows that, where a word that is too long is broken first.
  private var hyphenated: (head: StyledText, headWidth: Int, tail: StyledText)?

  init(width: Int) { self.width = width }

  mutating func take(_ character: Character, _ style: TextStyle) {
    if character.isNewline {
      endWord()
      endLine()
    } else if character == " " || character == "\t" {
      endWord()
      spaces.append(" ", style)
      spacesWidth += 1
    } else {
      let columns = DisplayWidth.of(character)
      if columns == 2 { endWord() }
      if wordWidth + columns > width { endTooLongWord() }
      let text = String(character == "\u{A0}" ? " " : character)
      word.append(text, style)
      wordWidth += columns
      if character == "-", wordWidth > 1 {
        hyphenated = (word, wordWidth, StyledText())
      } else {
        hyphenated?.tail.append(text, style)
      }
      if columns == 2 || Self.breaksAfter.contains(character) && wordWidth > 1 { endWord() }
    }
  }

  private static let breaksAfter: Set<Character> = ["–", "—"]

  private mutating func endTooLongWord() {
    guard let (head, headWidth, tail) = hyphenated else { return endWord() }
    let tailWidth = wordWidth - headWidth
    (word, wordWidth) = (head, headWidth)
    endWord()
    (word, wordWidth) = (tail, tailWidth)
  }

  /// Sets the word on the line, or begins another with it.
  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineWidth + spacesWidth + wordWidth > width, !line.isEmpty { endLine() }
    if !line.isEmpty {
      line.append(spaces)
      lineWidth += spacesWidth
    }
    line.append(word)
    lineWidth += wordWidth
    (spaces, spacesWidth) = (StyledText(), 0)
    (word, wordWidth) = (StyledText(), 0)
    hyphenated = nil
  }

  private mutating func endLine() {
    lines.append(line)
    (line, lineWidth) = (StyledText(), 0)
    (spaces, spacesWidth) = (StyledText(), 0)
  }

  mutating func finish() -> [StyledText] {
    endWord()
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
