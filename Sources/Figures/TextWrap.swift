import Raster

/// Breaks lettering into lines.
enum TextWrap {
  /// The words of a text in lines no wider than `width`; a single word that is wider has a line of its own. An empty
  /// text has no lines.
  static func lines(of text: String, width: Double, size: Double, weight: Text.Weight = .regular) -> [String] {
    var lines: [String] = []
    var current = ""
    // An equation is one word.
    for word in text.replacing(" = ", with: "\u{A0}=\u{A0}").split(separator: " ") {
      let candidate = current.isEmpty ? String(word) : current + " " + word
      if current.isEmpty || Typeface.width(of: candidate, size: size, weight: weight) <= width {
        current = candidate
      } else {
        lines.append(current)
        current = String(word)
      }
    }
    return current.isEmpty ? lines : lines + [current]
  }

  /// The text, or as much of its beginning as fits with an ellipsis.
  static func truncated(_ text: String, width: Double, size: Double, weight: Text.Weight = .regular) -> String {
    guard Typeface.width(of: text, size: size, weight: weight) > width else { return text }
    // Of a long text no more than what is surely too wide is looked at.
    var count = 64
    while Typeface.width(of: String(text.prefix(count)), size: size, weight: weight) < width + 4 * size,
      count < text.utf8.count
    { count *= 2 }
    var kept = String(text.prefix(count))
    while !kept.isEmpty, Typeface.width(of: kept + "…", size: size, weight: weight) > width { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
