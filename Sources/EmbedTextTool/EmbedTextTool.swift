import Foundation

/// Writes text files as one Swift dictionary: `EmbedTextTool OUTPUT FILE…`.
@main struct EmbedTextTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let output = arguments.first else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSLocalizedDescriptionKey: "usage: EmbedTextTool OUTPUT FILE…"])
    }
    var entries = ""
    for path in arguments.dropFirst() {
      let file = URL(filePath: path)
      let text = try String(contentsOf: file, encoding: .utf8)
      entries += "    \(StringLiteral(file.lastPathComponent).line): \(StringLiteral(text).block),\n"
    }
    let code = """
      /// Text files that the binary carries, by file name. Written by EmbedText.
      enum EmbeddedText {
        static let files: [String: String] = [
      \(entries.isEmpty ? "    :" : entries)
        ]
      }

      """
    try code.write(toFile: output, atomically: true, encoding: .utf8)
  }
}
