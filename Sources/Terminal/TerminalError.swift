/// Something about the terminal or its environment that a user can put right.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  public let problem: String
  public let remedy: String

  init(_ problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  public var description: String { "\(problem)\n\(remedy)" }
}
