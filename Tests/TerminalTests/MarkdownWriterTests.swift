import Foundation
import Markdown
import Testing

@testable import Terminal

@Suite struct MarkdownWriterTests {
  private let page = """
    # Noise

    A **bold** claim with `code`, and a [link](https://a.b/c).

    > Quoted *words* that go on.

    - first
    - second one, which is too long for a line of forty

    | rate | verdict |
    |-----:|---------|
    | 0.1 | converged |
    | 0.205 | diverged after a long way up |

    ```sh
    descent run bowl --learning-rate 0.1 -o bowl.png
    ```

    ![A bowl.](bowl.png)
    """

  @Test func plain() {
    let lines = MarkdownWriter(width: 40, depth: .none).lines(page)
    #expect(
      lines.joined(separator: "\n") == """
        Noise
        ═════

        A bold claim with `code`, and a link
        (https://a.b/c).

        │ Quoted words that go on.

        • first
        • second one, which is too long for a
          line of forty

         rate  verdict
        ─────  ────────────────────────────
          0.1  converged
        0.205  diverged after a long way up

            descent run bowl \\
                --learning-rate 0.1 -o bowl.png

        [A bowl.] (bowl.png)
        """)
  }

  @Test func asciiAlone() {
    let lines = MarkdownWriter(width: 40, depth: .none, isUnicode: false).lines(page)
    #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 < 128 } })
    #expect(lines[1] == "=====")
  }

  /// With colour the same characters stand in the same places, but for the backquotes.
  @Test func stylesDoNotMoveAnything() {
    let colored = MarkdownWriter(width: 40, depth: .palette).lines(page)
    let stripped = colored.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    let plain = MarkdownWriter(width: 40, depth: .none).lines(page.replacing("`code`", with: "code"))
    #expect(stripped == plain)
    #expect(colored[0] == "\u{1B}[1;36mNoise\u{1B}[0m")
    #expect(colored[3].contains("\u{1B}[1mbold\u{1B}[0m"))
  }

  @Test func pictures() {
    var asked: [MarkdownImage] = []
    let writer = MarkdownWriter(width: 40, depth: .none) { image in
      asked.append(image)
      return ["<", ">"]
    }
    #expect(writer.lines("a\n\n![b](c.png)") == ["a", "", "<", ">"])
    #expect(asked == [MarkdownImage(alt: "b", source: "c.png")])
  }

  @Test(arguments: [20, 40, 57, 80, 100])
  func courseFits(_ width: Int) throws {
    let gallery = URL(filePath: #filePath).appending(path: "../../../Gallery").standardized
    let pages = try FileManager.default.contentsOfDirectory(atPath: gallery.path).filter { $0.hasSuffix(".md") }
    #expect(!pages.isEmpty)
    for page in pages.sorted().prefix(4) {
      let text = try String(contentsOf: gallery.appending(path: page), encoding: .utf8)
      let lines = MarkdownWriter(width: width, depth: .none).lines(text)
      // Only a word of a command may be wider.
      let words = lines.filter { DisplayWidth.of($0) > width }.map { $0.split(separator: " ") }
      #expect(words.allSatisfy { $0.count == 1 || $0.count == 2 && $0[1] == "\\" }, "\(page)")
      #expect(width < 40 || words.isEmpty, "\(page)")
      #expect(!lines.contains { $0.contains("descent:") || $0.contains("**") }, "\(page)")
    }
  }
}
