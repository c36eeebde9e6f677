/// A part of what help says of a command.
enum DiscussionPart: Hashable {
  /// A line in capitals, as in `EXAMPLES`, perhaps with words behind it.
  case headline(String)
  /// Lines at the left margin, as one paragraph.
  case prose(String)
  /// Lines to the right, without the two spaces that all of them have.
  case verbatim([String])

  static func parts(of text: String) -> [DiscussionPart] {
    var parts: [DiscussionPart] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("  ") || line.isEmpty {
        if case .verbatim(let lines) = parts.last {
          parts[parts.count - 1] = .verbatim(lines + [String(line.dropFirst(2))])
        } else {
          parts.append(.verbatim([String(line.dropFirst(2))]))
        }
      } else if let word = line.split(separator: " ").first, word.count > 2, word.allSatisfy(\.isUppercase) {
        parts.append(.headline(line))
      } else if case .prose(let words) = parts.last {
        parts[parts.count - 1] = .prose(words + " " + line)
      } else {
        parts.append(.prose(line))
      }
    }
    return parts.compactMap(\.trimmed)
  }

  /// Without empty lines at either end; nil when nothing is left.
  private var trimmed: DiscussionPart? {
    guard case .verbatim(let lines) = self else { return self }
    let end = (lines.lastIndex { !$0.isEmpty } ?? -1) + 1
    let whole = Array(lines[..<end].drop { $0.isEmpty })
    return whole.isEmpty ? nil : .verbatim(whole)
  }
}
