/// A text as a raw string literal of Swift that gives back every scalar of it.
///
/// The delimiter has one `#` more than the longest run of them in the text, so nothing in the text can end it or be an
/// escape. The compiler would turn carriage returns into line feeds and refuse a null, so control characters other than
/// tab and line feed are escaped.
struct StringLiteral {
  private let text: String
  private let hashes: String

  init(_ text: String) {
    self.text = text
    var (run, longest) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar == "#" ? run + 1 : 0
      longest = max(longest, run)
    }
    hashes = String(repeating: "#", count: longest + 1)
  }

  /// The literal on one line. Quotes are escaped, because three of them would begin one over several.
  var line: String { "\(hashes)\"\(escaped { $0 == "\"" || Self.isControl($0) })\"\(hashes)" }

  /// The literal over several lines.
  var block: String {
    "\(hashes)\"\"\"\n\(escaped { $0 != "\n" && $0 != "\t" && Self.isControl($0) })\n\"\"\"\(hashes)"
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

  private func escaped(_ isEscaped: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isEscaped(scalar) {
        result.append(contentsOf: "\\\(hashes)u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
