public import LossSurfaces
package import SurfaceCatalog

/// What stands in a page between a begin marker and its end marker, with both.
public struct Block: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case figure
    case predict
    case number
    case challenge
    case attempt = "try"
  }

  /// The YAML in the comment of a begin marker.
  public struct Body: Sendable {
    public let text: String
    /// The line of the page, from 1, on which it begins.
    public let firstLine: Int
    let file: String

    /// The values in it; places are those of the page.
    package func yaml() throws(InputError) -> YAMLNode {
      try YAMLNode.parse(text, file: file, firstLine: firstLine, label: "the marker")
    }
  }

  public let kind: Kind
  public let id: String
  /// Where the begin marker stands: line and column of its id.
  public let place: InputError.Place
  public let body: Body
  /// The lines of the begin marker, with the last one's end, as bytes of the page.
  public let begin: Range<Int>
  /// What stands between the markers, line ends included.
  public let content: Range<Int>
  /// The end marker's line, without its end.
  public let end: Range<Int>
  /// What the end marker says of the text between.
  public let sum: String?
  /// Blanks before the begin marker; all that is generated stands as far in.
  public let indent: Int
  /// What ends the begin marker's last line, and so the lines that are generated.
  public let lineEnding: [UInt8]

  /// The line, from 1, on which it begins.
  public var line: Int { place.line }

  /// What ids look like: `[a-z0-9][a-z0-9-]{0,62}`.
  static func isID(_ text: String) -> Bool {
    let bytes = text.utf8
    return (1...63).contains(bytes.count) && text.utf8.first != UInt8(ascii: "-")
      && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }
}
