/// How the rows of a mini-batch are drawn from the data.
public enum Sampling: String, CaseIterable, Hashable, Sendable {
  /// Each epoch goes once through all rows, in an order of its own.
  case reshuffle
  /// Each row of each batch is any row, whatever was drawn before.
  case replacement
}
