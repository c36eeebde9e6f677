public import LossSurfaces

/// A document with markers in it: its bytes, the blocks that its markers make, and what is wrong with the markers.
///
/// A begin marker is a comment that starts a line with at most three spaces before it, stands in no code and in no other
/// block, and names a kind and an id; YAML follows on the lines up to its `-->`. The end marker names the same id:
///
///     <!-- descent:figure ravine-limit
///     surface: ravine
///     alt: A ravine from above.
///     -->
///     …
///     <!-- descent:end ravine-limit -->
///
/// In a `.tex` file the markers and their YAML stand behind `%`, with or without the arrows.
///
/// Edge cases: line ends may be LF, CRLF, CR or mixed; a byte-order mark and bytes that are no UTF-8 may stand outside the
/// markers; front matter (`---` or `+++` on the first line) holds no markers.
public struct Page: Sendable {
  /// What messages call it.
  public let name: String
  public let syntax: PageSyntax
  public let bytes: [UInt8]
  /// In the order in which they stand.
  public let blocks: [Block]
  /// What is wrong with the markers, in the order in which it stands; empty for a sound page.
  public let faults: [InputError]
  let unended: [UnendedMarker]

  public init(_ bytes: [UInt8], name: String) {
    self.init(bytes, name: name, syntax: name.lowercased().hasSuffix(".tex") ? .latex : .markdown)
  }

  init(_ bytes: [UInt8], name: String, syntax: PageSyntax) {
    self.name = name
    self.syntax = syntax
    self.bytes = bytes
    // Most files have no markers at all.
    guard bytes[...].firstIndex(of: Array("descent:".utf8)) != nil else {
      (blocks, faults, unended) = ([], [], [])
      return
    }
    var scanner = MarkerScanner(bytes, name: name, syntax: syntax)
    scanner.scan()
    var pairing = MarkerPairing(scanner)
    pairing.pair()
    blocks = pairing.blocks
    faults = (scanner.faults + pairing.faults).sorted { ($0.place?.line ?? 0) < ($1.place?.line ?? 0) }
    unended = pairing.unended
  }

  /// The text between the markers of a block.
  func content(of block: Block) -> ArraySlice<UInt8> { bytes[block.content] }
}
