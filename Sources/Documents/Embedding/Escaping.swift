/// Makes plain text mean itself where it is put.
package enum Escaping {
  /// On one line: line ends, tabs and control characters become single blanks.
  static func oneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBlank =
        scalar.properties.isWhitespace && scalar != "\u{A0}" || scalar.properties.generalCategory == .control
      if !isBlank { result.append(scalar) } else if result.last != " " { result.append(" ") }
    }
    return String(result)[...].trimmed
  }

  /// Plain text in Markdown, within a line; `beyond` are characters that the dialect gives a meaning besides.
  ///
  /// Only what would have a meaning gets a backslash, so that text stays readable: an underscore between letters, and an
  /// angle bracket or an ampersand that begins nothing, stand as they are.
  package static func markdown(_ text: String, beyond: String = "") -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      let isSpecial: Bool
      switch scalar {
      case "\\", "`", "*", "[", "]", "~", "$": isSpecial = true
      case "_": isSpecial = index == 0 || !isWord(scalars[index - 1]) || !isWord(next)
      case "<": isSpecial = isWord(next) || "/!?".unicodeScalars.contains(next)
      case "&": isSpecial = isWord(next) || next == "#"
      default: isSpecial = beyond.unicodeScalars.contains(scalar)
      }
      if isSpecial { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Text of HTML, or an attribute's value between double quotes.
  static func html(_ text: String) -> String {
    replaced(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;"])
  }

  /// An attribute's value in Pandoc's Markdown, between double quotes.
  static func attribute(_ text: String) -> String { replaced(text, ["\\": "\\\\", "\"": "\\\""]) }

  /// The value of a directive's option, which is read as YAML is: in quotes only where it must be.
  static func option(_ text: String) -> String {
    let starts = "\"'[]{}&*!|>%@`#,?:-".unicodeScalars
    let isPlain =
      text.unicodeScalars.first.map { !starts.contains($0) } ?? true && !text.contains(" #") && !text.contains(": ")
      && !text.hasSuffix(":")
    return isPlain ? text : "\"" + attribute(text) + "\""
  }

  /// Plain text in LaTeX; Greek letters and signs of mathematics become commands that every engine knows.
  static func latex(_ text: String) -> String { replaced(text, latexCommands) }

  private static func replaced(_ text: String, _ table: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let other = table[scalar] { result += other } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  private static let latexCommands: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [
      "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%", "_": "\\_",
      "^": "\\textasciicircum{}", "~": "\\textasciitilde{}", "<": "\\ensuremath{<}", ">": "\\ensuremath{>}",
      "|": "\\ensuremath{|}", "…": "\\dots{}", "–": "--", "—": "---", "“": "``", "”": "''", "’": "'",
    ]
    let letters = [
      "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu", "xi",
      "", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]
    for (index, name) in letters.enumerated() where !name.isEmpty {
      commands[Unicode.Scalar(UInt32(0x3B1 + index))!] = "\\ensuremath{\\\(name)}"
    }
    let capitals: [Unicode.Scalar: String] = ["Γ": "Gamma", "Δ": "Delta", "Λ": "Lambda", "Σ": "Sigma", "Ω": "Omega"]
    let signs: [Unicode.Scalar: String] = [
      "×": "times", "·": "cdot", "≤": "le", "≥": "ge", "≈": "approx", "≠": "neq", "±": "pm", "→": "to", "∞": "infty",
      "∇": "nabla", "∂": "partial", "√": "surd", "∝": "propto",
    ]
    for (sign, name) in capitals.merging(signs, uniquingKeysWith: { a, _ in a }) {
      commands[sign] = "\\ensuremath{\\\(name)}"
    }
    commands["−"] = "\\ensuremath{-}"
    let superscripts = zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".unicodeScalars, "0123456789-")
    for (sign, digit) in superscripts { commands[sign] = "\\ensuremath{^{\(digit)}}" }
    for (sign, digit) in zip("₀₁₂₃₄₅₆₇₈₉".unicodeScalars, "0123456789") { commands[sign] = "\\ensuremath{_{\(digit)}}" }
    return commands
  }()
}
