/// What of Markdown's block structure decides whether a line is code: block quotes and list items inside each other,
/// fenced code, indented code, and raw HTML that goes on over lines (comments, `<pre>`, `<script>` …).
///
/// Lines go in one by one. Columns are counted from 0 with tab stops every 4, as in the CommonMark specification 0.31,
/// whose rules these are; what changes no answer here is passed over.
struct MarkdownStructure {
  private enum Container {
    case quote
    /// A list item whose content begins in that column.
    case item(column: Int)
  }

  private enum Leaf {
    case none
    case paragraph
    case fence(mark: UInt8, length: Int)
    /// Goes on until a line holds one of these.
    case raw(ends: [String])
    /// HTML that goes on until a blank line. A comment in it is one; a fence is none.
    case html
  }

  /// Nobody writes more inside each other; a line of a million > is not worth more.
  private static let mostContainers = 64

  private var containers: [Container] = []
  private var leaf = Leaf.none
  private var lineNumber = 0
  private var fenceLine = 0

  /// The line, from 1, on which a fence begins that is still open; nil if there is none.
  var openFence: Int? {
    if case .fence = leaf { fenceLine } else { nil }
  }

  /// Takes the next line. True when a comment that begins this line would be one, and no text of a code block.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    lineNumber += 1
    var cursor = MarkdownCursor(line)
    let matched = match(&cursor)
    if matched == containers.count {
      switch leaf {
      case .fence(let mark, let length):
        if cursor.closesFence(mark, length) { leaf = .none }
        return false
      case .raw(let ends):
        if cursor.contains(anyOf: ends) { leaf = .none }
        return false
      case .html where !cursor.isBlank: return cursor.beginsComment
      case .none, .paragraph, .html: break
      }
    } else if case .paragraph = leaf, !cursor.isBlank, !opensBlock(cursor) {
      // A paragraph goes on lazily, and its containers with it.
      return false
    } else {
      containers.removeLast(containers.count - matched)
      leaf = .none
    }
    return open(&cursor)
  }

  /// Passes over the marks of the containers that go on; their number.
  private func match(_ cursor: inout MarkdownCursor) -> Int {
    for (index, container) in containers.enumerated() {
      switch container {
      case .quote: guard cursor.takeQuote() else { return index }
      case .item(let column): guard cursor.isBlank || cursor.skip(to: column) else { return index }
      }
    }
    return containers.count
  }

  /// Opens what begins on the rest of a line.
  private mutating func open(_ cursor: inout MarkdownCursor) -> Bool {
    if cursor.isBlank {
      leaf = .none
      return false
    }
    var isBare = true
    while containers.count < Self.mostContainers, cursor.indent < 4, !cursor.isThematicBreak {
      if cursor.takeQuote() {
        containers.append(.quote)
      } else if let column = cursor.takeItem(interrupting: isParagraph) {
        containers.append(.item(column: column))
      } else {
        break
      }
      leaf = .none
      isBare = false
    }
    guard !cursor.isBlank else { return false }
    guard cursor.indent < 4 else { return false }
    if let (mark, length) = cursor.fence {
      leaf = .fence(mark: mark, length: length)
      fenceLine = lineNumber
      return false
    }
    if let ends = cursor.rawEnds {
      leaf = cursor.contains(anyOf: ends, isOpening: true) ? .none : .raw(ends: ends)
      return isBare
    }
    if cursor.beginsTag(interrupting: isParagraph) {
      leaf = .html
    } else {
      leaf = cursor.isThematicBreak || cursor.isHeading ? .none : .paragraph
    }
    return false
  }

  private var isParagraph: Bool {
    if case .paragraph = leaf { true } else { false }
  }

  private func opensBlock(_ cursor: MarkdownCursor) -> Bool {
    var rest = cursor
    return cursor.indent < 4
      && (cursor.isThematicBreak || cursor.isHeading || cursor.fence != nil || cursor.rawEnds != nil
        || cursor.beginsTag(interrupting: true) || rest.takeQuote()
        || rest.takeItem(interrupting: false) != nil)
  }
}
