/// Something about the terminal or its environment that a user can put right.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Hashable, Sendable {
    /// A word or a variable means nothing.
    case unknownWord
    /// There is no terminal to read keys from.
    case noTerminal
  }

  public let problem: String
  public let remedy: String
  public let kind: Kind

  init(_ problem: String, remedy: String, kind: Kind = .unknownWord) {
    self.problem = problem
    self.remedy = remedy
    self.kind = kind
  }

  public var description: String { "\(problem)\n\(remedy)" }
}
