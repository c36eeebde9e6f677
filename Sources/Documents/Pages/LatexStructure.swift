/// What of LaTeX decides whether a comment is one: environments whose text is taken as it is.
struct LatexStructure {
  private static let environments = [
    "verbatim", "verbatim*", "Verbatim", "BVerbatim", "LVerbatim", "lstlisting", "minted", "comment", "filecontents",
    "filecontents*",
  ]

  /// What ends the environment that is open.
  private var end: String?
  private var lineNumber = 0
  private var startLine = 0

  var openEnvironment: Int? { end == nil ? nil : startLine }

  /// Takes the next line. True when a comment that begins this line would be one.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    lineNumber += 1
    let text = String(decoding: line, as: UTF8.self)
    if let end {
      if text.contains(end) { self.end = nil }
      return false
    }
    let code = text.prefix { $0 != "%" }
    for name in Self.environments where code.contains("\\begin{\(name)}") && !code.contains("\\end{\(name)}") {
      end = "\\end{\(name)}"
      startLine = lineNumber
    }
    return code.allSatisfy { $0 == " " || $0 == "\t" } && text.contains("%")
  }
}
