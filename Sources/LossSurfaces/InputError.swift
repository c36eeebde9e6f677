/// What is wrong with something a user wrote, where it stands, and what to do about it.
///
/// Formulas, surface files, recipes and specifications all fail with this one error, so that every message has the
/// same form:
///
///     rosenbrock.yaml:3:12: unknown function 'sqr'
///         formula: sqr(x)
///                  ^
///     Did you mean 'sqrt'?
public struct InputError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Whether the input is there but wrong, or is not there at all.
  public enum Kind: Sendable {
    /// The data is there and is wrong (exit code 65).
    case data
    /// The data named does not exist (exit code 66).
    case missing
  }

  /// A position in a text, with the text of its line.
  public struct Place: Equatable, Sendable {
    /// The file, or nil for text given on the command line.
    public var file: String?
    /// The line, from 1.
    public var line: Int
    /// The column, from 1, counted in characters.
    public var column: Int
    /// The whole text of the line.
    public var text: String

    public init(file: String? = nil, line: Int, column: Int, text: String) {
      self.file = file
      self.line = line
      self.column = column
      self.text = text
    }

    /// What of the line is shown, with the column in it: all of it, or of a long line the part around the column.
    var excerpt: (text: String, column: Int) {
      let (longest, before) = (120, 60)
      let characters = Array(text)
      guard characters.count > longest else { return (text, column) }
      let start = max(0, min(column - 1 - before, characters.count - longest))
      let end = min(characters.count, start + longest)
      let shown = (start > 0 ? "…" : "") + String(characters[start..<end]) + (end < characters.count ? "…" : "")
      return (shown, column - start + (start > 0 ? 1 : 0))
    }
  }

  public var kind: Kind
  /// What is wrong, without a full stop: `unknown function 'sqr'`.
  public var problem: String
  /// What to do, as a sentence: `Did you mean 'sqrt'?`. May be empty.
  public var remedy: String
  public var place: Place?

  public init(_ problem: String, remedy: String = "", at place: Place? = nil, kind: Kind = .data) {
    self.kind = kind
    self.problem = problem
    self.remedy = remedy
    self.place = place
  }

  public var description: String {
    var lines: [String] = []
    if let place {
      let prefix = place.file.map { "\($0):" } ?? ""
      lines.append("\(prefix)\(place.line):\(place.column): \(problem)")
      let (text, column) = place.excerpt
      lines.append("    " + text)
      lines.append("    " + String(repeating: " ", count: max(0, column - 1)) + "^")
    } else {
      lines.append(problem)
    }
    if !remedy.isEmpty { lines.append(remedy) }
    return lines.joined(separator: "\n")
  }
}
