import Foundation

/// Text in the language of manual pages: the macros `man` of groff, which mandoc knows too.
struct Roff {
  private(set) var text = ""

  /// A section, as in `EXIT STATUS`.
  mutating func section(_ title: String) { line(".SH " + Self.quoted(title)) }

  mutating func subsection(_ title: String) { line(".SS " + Self.quoted(title)) }

  mutating func paragraph(_ words: String) {
    line(".PP")
    line(Self.escaped(words))
  }

  /// A headline within a section.
  mutating func headline(_ words: String) {
    line(".PP")
    line(".B " + Self.quoted(words))
  }

  /// What a term means.
  mutating func item(_ term: Term, _ words: String) {
    line(".TP")
    line(term.text)
    line(Self.escaped(words))
  }

  /// Lines as they stand, a little to the right, so that 78 columns fit into 80.
  mutating func verbatim(_ lines: [String]) {
    line(".PP")
    line(".in 2n")
    line(".EX")
    for text in lines { line(text.isEmpty ? "" : Self.escaped(text)) }
    line(".EE")
    line(".in")
  }

  /// A request, as it is.
  mutating func line(_ request: String) { text += request + "\n" }

  /// A term of which parts are bold, to be typed as they are, or italic, to be replaced.
  struct Term {
    fileprivate var text = ""

    static func bold(_ words: String) -> Term { Term(text: "\\fB\(escaped(words))\\fR") }
    static func italic(_ words: String) -> Term { Term(text: "\\fI\(escaped(words))\\fR") }
    static func plain(_ words: String) -> Term { Term(text: escaped(words)) }

    static func + (first: Term, second: Term) -> Term { Term(text: first.text + second.text) }
  }

  private static func quoted(_ words: String) -> String { "\"\(escaped(words))\"" }

  /// Text that means itself: no character of it is a command, and all are ASCII.
  static func escaped(_ words: String) -> String {
    let text = words.map(escaped).joined()
    return text.hasPrefix(".") ? "\\&" + text : text
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": return "\\e"
    case "-": return "\\-"
    case "'": return "\\(aq"
    case "`": return "\\(ga"
    case "\"": return "\\(dq"
    case "^": return "\\(ha"
    case "~": return "\\(ti"
    case _ where character.isASCII: return String(character)
    default:
      // groff names a letter with its accents by its parts.
      let scalars = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
      return "\\[u" + scalars.map { String(format: "%04X", $0.value) }.joined(separator: "_") + "]"
    }
  }
}
