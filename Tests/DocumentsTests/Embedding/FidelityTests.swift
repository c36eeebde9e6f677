import Foundation
import LossSurfaces
import Testing

@testable import Documents

/// Whatever stands outside the markers stays, byte for byte, in pages of every kind.
@Suite struct FidelityTests {
  struct Document: CustomTestStringConvertible, Sendable {
    var testDescription: String
    let path: String
    /// What stands before the markers, and behind them.
    var before: [UInt8]
    var after: [UInt8]
    var lineEnding = "\n"
    /// What stands before each line of the markers.
    var prefix = ""

    init(_ name: String, _ path: String, _ before: String, _ after: String) {
      (testDescription, self.path, self.before, self.after) = (name, path, Array(before.utf8), Array(after.utf8))
    }

    func with(_ change: (inout Document) -> Void) -> Document {
      var copy = self
      change(&copy)
      return copy
    }

    /// The page with a figure that is not made yet.
    var page: [UInt8] {
      let lines = ["<!-- descent:figure it", "surface: bowl", "size: 320x240", "alt: A bowl 🎲.", "-->"]
      let markers = lines + ["<!-- descent:end it -->"]
      return before + Array(markers.map { prefix + $0 }.joined(separator: lineEnding).utf8) + after
    }
  }

  private static let readme =
    "# Tool 🛠️\n\n\tcode\n\n| a | b |\n|---|:-:|\n| `x|y` | \u{A0} |  \n\n```md\n<!-- descent:figure it -->\n```\n\n"

  private static let documents = [
    Document("a README", "README.md", readme, "\n\n- [x] done\\\n  next\n"),
    Document("no final newline", "README.md", readme, ""),
    Document("CRLF", "README.md", readme.replacing("\n", with: "\r\n"), "\r\n\r\nEnd\r\n").with {
      $0.lineEnding = "\r\n"
    },
    Document("CR", "README.md", "Title\r\r", "\rEnd\r").with { $0.lineEnding = "\r" },
    Document("line ends of every kind", "README.md", "a\r\nb\nc\r\n\n", "\r\nd\ne\r"),
    Document("a byte-order mark", "README.md", "\u{FEFF}# Title\n\n", "\n"),
    Document("bytes that are no UTF-8", "README.md", "", "").with {
      ($0.testDescription, $0.before, $0.after) = ("bytes", [0xFF, 0xC3, 0x28, 0x0A, 0x00, 0x0A], [0x0A, 0xFE, 0x80])
    },
    Document("a list item", "README.md", "1. Step one\n\n", "\n\n2. Step two\n").with { $0.prefix = "   " },
    Document(
      "a catalog of DocC", "Sources/Kit/Kit.docc/Guide.md",
      "# Guide\n\n@Metadata {\n  @PageImage(purpose: card, source: \"x\")\n}\n\n## Overview\n\n> Important: ``Kit/run(_:)``\n\n",
      "\n\n## Topics\n\n- <doc:Other>\n"),
    Document(
      "MkDocs", "docs/index.md",
      "---\ntitle: Rates\n---\n\n!!! note \"Title\"\n\n    Inside, with code:\n\n    ```\n    <!-- descent:figure it -->\n    ```\n\n=== \"Tab\"\n\n    text\n\n",
      "\n\n*[SGD]: stochastic gradient descent\n"),
    Document(
      "MyST", "docs/page.md",
      "---\njupytext:\n  formats: md:myst\n---\n(target)=\n# Title\n\n:::{note}\nText {ref}`target`\n:::\n\n````{tab-set}\n```{code-block} python\n<!-- descent:figure it\n```\n````\n\n% a comment\n+++\n\n",
      "\n\n$$\nx^2\n$$ (eq)\n"),
    Document(
      "Quarto", "report.qmd",
      "---\ntitle: \"Report\"\nformat:\n  html: default\n---\n\n```{r}\n#| label: fig-x\nplot(1) # <!-- descent:figure it\n```\n\n::: {.callout-note}\nSee @fig-it.\n:::\n\n",
      "\n\n{{< include _x.qmd >}}\n"),
    Document(
      "LaTeX", "paper/main.tex",
      "\\documentclass{article}\n\\begin{document}\n\\begin{verbatim}\n% descent:figure it\n\\end{verbatim}\n50\\% % comment\n",
      "\n\\end{document}\n"
    ).with { $0.prefix = "% " },
  ]

  /// Where the markers of the figure stand in a page.
  private static func figure(in bytes: [UInt8], _ document: Document) throws -> Block {
    let page = Page(bytes, name: document.path)
    #expect(page.faults.map(\.description) == [])
    return try #require(page.blocks.first)
  }

  @Test(arguments: documents)
  func staysByteForByte(_ document: Document) throws {
    let folder = try TemporaryFolder()
    let path = folder[document.path]
    try FileManager.default.createDirectory(atPath: RecipeFile.folder(of: path), withIntermediateDirectories: true)
    let page = document.page
    try Data(page).write(to: URL(filePath: path))
    let report = try Embedding().run(on: [folder.path])
    #expect(report.outcomes.map(\.state) == [.current])
    let written = Array(try Data(contentsOf: URL(filePath: path)))
    let (old, new) = try (Self.figure(in: page, document), Self.figure(in: written, document))
    #expect(Array(written[..<new.begin.upperBound]) == Array(page[..<old.begin.upperBound]))
    #expect(Array(written[new.end.upperBound...]) == document.after)
    let text = String(decoding: written[new.content], as: UTF8.self)
    #expect(text.hasPrefix(document.lineEnding) && text.contains("it.png"))
    #expect(text.replacing(document.lineEnding, with: "").allSatisfy { !$0.isNewline })
    // Without what was generated it is the page that it was.
    let bare = Array(written[..<new.content.lowerBound]) + Array(page[old.end.lowerBound...])
    #expect(bare == page)
    #expect(try Embedding().run(on: [folder.path]).outcomes.map(\.was) == [.current])
    #expect(Array(try Data(contentsOf: URL(filePath: path))) == written)
  }

  /// 5 MB, with a figure at the very end.
  @Test func longPages() throws {
    let folder = try TemporaryFolder()
    let line = "Some words of *text*, and `code` 🎲, of no further interest to anyone who reads on.\n"
    let before = String(repeating: line + "\n> " + line + "- " + line + "\n", count: 5_000_000 / (3 * line.utf8.count))
    let document = Document("long", "page.md", before, "\n")
    try Data(document.page).write(to: URL(filePath: folder["page.md"]))
    #expect(try Embedding().run(on: [folder["page.md"]]).outcomes.map(\.state) == [.current])
    let written = Array(try Data(contentsOf: URL(filePath: folder["page.md"])))
    #expect(written.count > 4_900_000)
    #expect(written.starts(with: document.before))
  }

  /// Nothing makes the scanner's time grow faster than the page.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["> ", "- ", "```\n", "<!--", "<pre>", "1. ", " ", "\t", "* * ", "<!-- descent:end a -->\n"])
  func endsSoonOnRepetition(_ piece: String) {
    let page = Array("descent:".utf8) + [0x0A] + Array(String(repeating: piece, count: 200_000 / piece.utf8.count).utf8)
    #expect(Page(page, name: "page.md").bytes == page)
  }
}
