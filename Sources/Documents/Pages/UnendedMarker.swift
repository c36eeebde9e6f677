/// A begin marker without its end, and where the end would be put.
struct UnendedMarker: Sendable {
  let block: Block.Kind
  let id: String
  let indent: Int
  /// Behind the begin marker's last line.
  let offset: Int
  let lineEnding: [UInt8]
  let hasArrows: Bool
}
