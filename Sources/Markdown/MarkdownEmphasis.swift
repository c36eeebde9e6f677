/// Pairs the runs of `*` and `_` of a paragraph (CommonMark 0.31, appendix, "process emphasis").
enum MarkdownEmphasis {
  enum Piece {
    case inline(MarkdownInline)
    case delimiter(Delimiter)
  }

  struct Delimiter {
    var mark: Character
    var count: Int
    var canOpen: Bool
    var canClose: Bool
    /// As it was written, which decides what pairs.
    let length: Int

    init(mark: Character, count: Int, canOpen: Bool, canClose: Bool) {
      (self.mark, self.count, length) = (mark, count, count)
      (self.canOpen, self.canClose) = (canOpen, canClose)
    }

    /// A run that can both open and close pairs only where the lengths do not sum to a multiple of 3, or both are one.
    func opens(for closer: Delimiter) -> Bool {
      guard canOpen, mark == closer.mark, count > 0 else { return false }
      let isEither = canClose || closer.canOpen
      return !isEither || (length + closer.length) % 3 != 0 || length % 3 == 0 && closer.length % 3 == 0
    }
  }

  /// An opening run is looked for this far back.
  private static let reach = 500

  static func resolved(_ all: [Piece]) -> [MarkdownInline] {
    var pieces = all
    var index = 0
    while index < pieces.count {
      guard case .delimiter(var closer) = pieces[index], closer.canClose, closer.count > 0,
        let open = opening(for: closer, before: index, pieces), case .delimiter(var opener) = pieces[open]
      else {
        index += 1
        continue
      }
      let count = min(2, opener.count, closer.count)
      let inner = pieces[open + 1..<index].map(literal)
      opener.count -= count
      closer.count -= count
      let node: MarkdownInline = count == 2 ? .strong(merged(inner)) : .emphasis(merged(inner))
      pieces.replaceSubrange(open...index, with: [.delimiter(opener), .inline(node), .delimiter(closer)])
      index = open + 2
    }
    return merged(pieces.map(literal))
  }

  private static func opening(for closer: Delimiter, before index: Int, _ pieces: [Piece]) -> Int? {
    pieces.indices[max(0, index - reach)..<index].last { place in
      if case .delimiter(let delimiter) = pieces[place] { delimiter.opens(for: closer) } else { false }
    }
  }

  /// What a run is that pairs with nothing: its characters.
  private static func literal(_ piece: Piece) -> MarkdownInline {
    switch piece {
    case .inline(let inline): inline
    case .delimiter(let delimiter): .text(String(repeating: delimiter.mark, count: delimiter.count))
    }
  }

  /// Neighbouring texts as one, without empty ones.
  private static func merged(_ inlines: [MarkdownInline]) -> [MarkdownInline] {
    inlines.reduce(into: []) { sum, inline in
      guard case .text(let text) = inline else { return sum.append(inline) }
      if case .text(let before) = sum.last {
        sum[sum.count - 1] = .text(before + text)
      } else if !text.isEmpty {
        sum.append(inline)
      }
    }
  }
}
