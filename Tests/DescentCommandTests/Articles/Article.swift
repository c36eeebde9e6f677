import Foundation
import Testing

/// An article of the manual, or the README: its code blocks and its tables.
struct Article: CustomTestStringConvertible, Sendable {
  struct Block: Sendable {
    /// The word behind the fence.
    var language: String
    /// The headline above it, without its marks.
    var section: String
    var text: String
  }

  let name: String
  let text: String
  let blocks: [Block]

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).appending(path: "../../../../Sources/Documents/Documents.docc")
    .standardized

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  init(_ name: String) throws { try self.init(name, in: Self.folder) }

  private init(_ name: String, in folder: URL) throws {
    self.name = name
    text = try String(contentsOf: folder.appending(path: name + ".md"), encoding: .utf8)
    blocks = Self.blocks(of: text)
  }

  /// The README of the package.
  static func readme() throws -> Article {
    try Article("README", in: folder.appending(path: "../../..").standardized)
  }

  private static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var section = ""
    var fence: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if let open = fence {
        if line == open { fence = nil } else { blocks[blocks.count - 1].text += line + "\n" }
      } else if line.hasPrefix("```") {
        let ticks = String(line.prefix { $0 == "`" })
        fence = ticks
        blocks.append(Block(language: String(line.dropFirst(ticks.count)), section: section, text: ""))
      } else if line.hasPrefix("#") {
        section = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
      }
    }
    return blocks
  }

  /// The one block of a language in a section.
  func block(_ language: String, in section: String) throws -> String {
    let found = blocks.filter { $0.language == language && $0.section == section }
    try #require(found.count == 1, "one \(language) block in the section \(section) of \(name)")
    return found[0].text
  }

  /// The rows below a table's head, cell by cell; a bar in a cell is written with a backslash.
  func table(headed head: String) throws -> [[String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0 == head }, "a table headed \(head) in \(name)")
    return lines[(first + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.replacing("\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces).replacing("\u{0}", with: "|") }
    }
  }
}

extension String {
  /// What stands between single backquotes.
  var codes: [String] {
    split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
