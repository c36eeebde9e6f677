import LossSurfaces
import Yams

/// Says in our words what the YAML parser found wrong, and where.
struct YAMLSyntaxError {
  let source: YAMLSource

  /// What to say for a message of libyaml, and whether the fault is better shown where the thing it belongs to began.
  private struct Wording {
    var problem: String
    var remedy: String
    var atContext = false
  }

  private static let wordings: [String: Wording] = [
    "could not find expected ':'": Wording(
      problem: "a key without a value", remedy: "Write key: value, with a colon and a space.", atContext: true),
    "mapping values are not allowed in this context": Wording(
      problem: "a colon that cannot stand here",
      remedy:
        "Write keys as 'key: value', all of a mapping indented alike, and a text with a colon and a space in quotes."),
    "block sequence entries are not allowed in this context": Wording(
      problem: "a list item that cannot stand here", remedy: "Begin the list on a line of its own."),
    "found unexpected end of stream": Wording(
      problem: "a quoted text that does not end", remedy: "Add the closing quote.", atContext: true),
    "found unexpected document indicator": Wording(
      problem: "a quoted text that does not end", remedy: "Add the closing quote.", atContext: true),
    "found unknown escape character": Wording(
      problem: "an unknown escape", remedy: "Write \\\\ for a backslash, or use single quotes."),
    "did not find expected alphabetic or numeric character": Wording(
      problem: "an anchor or alias without a name", remedy: "Put a text that begins with & or * in quotes."),
    "found undefined alias": Wording(
      problem: "no anchor of that name stands before this alias",
      remedy: "Put a text that begins with an asterisk in quotes."),
    "did not find expected ',' or ']'": Wording(
      problem: "a list that does not end", remedy: "Separate the items by commas and add the closing ].",
      atContext: true),
    "did not find expected ',' or '}'": Wording(
      problem: "a mapping that does not end", remedy: "Separate the entries by commas and add the closing }.",
      atContext: true),
    "did not find expected key": Wording(
      problem: "a key is expected here", remedy: "Indent the keys of one mapping alike."),
    "did not find expected '-' indicator": Wording(
      problem: "a list item is expected here", remedy: "Begin it with '- ' below the others."),
    "did not find expected node content": Wording(problem: "a value is expected here", remedy: ""),
    "did not find expected <document start>": Wording(
      problem: "what stands here does not belong to what stands above", remedy: "Indent the keys of one mapping alike."),
    "but found another document": Wording(
      problem: "a second document begins here", remedy: "Keep one document in each file."),
    "found a tab character that violates indentation": Wording(
      problem: "a tab in the indentation", remedy: "Indent with spaces."),
  ]

  func inputError(_ error: any Error) -> InputError {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return inputError(problem, mark, context?.mark)
    case .duplicatedKeysInMapping(let keys, let context): return duplicate(keys.first ?? "", firstAt: context.mark)
    case .reader: return forbiddenCharacter
    default: return InputError("this is not YAML: \(error)", at: source.place(line: 1, column: 1))
    }
  }

  private func inputError(_ problem: String, _ mark: Mark, _ context: Mark?) -> InputError {
    if problem == "found character that cannot start any token" { return unexpectedCharacter(mark) }
    if problem.hasPrefix("Maximum nesting level") { return tooDeep(place(mark)) }
    if let error = textBehindQuote(problem, mark) ?? lineWithoutColon(problem, mark) { return error }
    guard let wording = Self.wordings[problem] else {
      return InputError("this is not YAML: \(problem)", at: place(mark))
    }
    let shown = wording.atContext ? context ?? mark : mark
    return InputError(wording.problem, remedy: wording.remedy, at: place(shown))
  }

  /// `alt: "A path" that zigzags`
  private func textBehindQuote(_ problem: String, _ mark: Mark) -> InputError? {
    guard problem == "did not find expected key", mark.line <= source.lines.count,
      let last = source.lines[mark.line - 1].prefix(mark.column - 1).last(where: { $0 != " " }),
      "\"'".contains(Character(last))
    else { return nil }
    return InputError(
      "text stands behind the closing quote",
      remedy: "Put the whole text in quotes, with \\\" for a quote within it, or none of it.", at: place(mark))
  }

  /// `surface ravine`, which YAML joins with the next line's key and complains of there.
  private func lineWithoutColon(_ problem: String, _ mark: Mark) -> InputError? {
    guard problem == "mapping values are not allowed in this context", mark.line > 1, mark.line <= source.lines.count
    else { return nil }
    let (line, above) = (source.lines[mark.line - 1], source.lines[mark.line - 2])
    let margin = line.prefix { $0 == " " }.count
    guard line.firstIndex(of: ":") == line.index(line.startIndex, offsetBy: mark.column - 1),
      above.prefix(while: { $0 == " " }).count == margin, above.count > margin,
      !" -#".unicodeScalars.contains(above.dropFirst(margin).first!),
      !above.contains(where: { "\"'[{".unicodeScalars.contains($0) })
    else { return nil }
    return InputError(
      "a key without a value", remedy: "Write key: value, with a colon and a space.",
      at: source.place(line: mark.line - 1, column: margin + 1))
  }

  private func tooDeep(_ place: InputError.Place) -> InputError {
    InputError("more than \(YAMLNode.Limits.levels) levels inside each other", remedy: "Make it flatter.", at: place)
  }

  private func place(_ mark: Mark) -> InputError.Place { source.place(line: mark.line, column: mark.column) }

  private func unexpectedCharacter(_ mark: Mark) -> InputError {
    let lines = source.lines
    let character =
      mark.line <= lines.count ? lines[mark.line - 1].dropFirst(mark.column - 1).first.map(String.init) : nil
    if character == "\t" {
      return InputError("a tab in the indentation", remedy: "Indent with spaces.", at: place(mark))
    }
    return InputError(
      "a value cannot begin with '\(character ?? "")'", remedy: "Put it in quotes.", at: place(mark))
  }

  /// The fault at the later of two equal keys. Yams tells where the first stands; in a mapping over several lines the
  /// next of them is the next line with the same word in the same column.
  private func duplicate(_ key: String, firstAt mark: Mark) -> InputError {
    let lines = source.lines
    let word = lines[mark.line - 1].dropFirst(mark.column - 1).prefix { $0 != ":" }
    let later = lines.indices.dropFirst(mark.line).first { index in
      let line = lines[index]
      return line.prefix(mark.column - 1).allSatisfy { $0 == " " }
        && line.dropFirst(mark.column - 1).starts(with: word)
        && line.dropFirst(mark.column - 1 + word.count).first == ":"
    }
    return InputError(
      "the key '\(key)' stands twice in one mapping", remedy: "Keep one of them.",
      at: source.place(line: later.map { $0 + 1 } ?? mark.line, column: mark.column))
  }

  /// The fault at the first character that YAML does not allow.
  private var forbiddenCharacter: InputError {
    for (index, line) in source.lines.enumerated() {
      for (offset, scalar) in line.enumerated() where Self.isForbidden(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        return InputError(
          "the character U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code) is not allowed",
          remedy: "Remove it.", at: source.place(line: index + 1, column: offset + 1))
      }
    }
    return InputError("a character that is not allowed", at: source.place(line: 1, column: 1))
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\t"
      || [0xFFFE, 0xFFFF].contains(scalar.value & 0xFFFF)
  }
}
