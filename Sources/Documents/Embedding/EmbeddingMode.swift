/// What `Embedding` does with what is not current.
public enum EmbeddingMode: Sendable {
  /// Draws and writes it.
  case update
  /// Only says how things stand.
  case check
  /// Says what an update would do.
  case dryRun
  /// Shows what an update would change in the pages.
  case difference
}
