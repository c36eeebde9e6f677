import Testing

@testable import Markdown
@testable import Terminal

@Suite struct MarkdownParserTests {
  @Test(
    arguments: [
      ("*a*", [.emphasis([.text("a")])]), ("**a**", [.strong([.text("a")])]),
      ("***a***", [.emphasis([.strong([.text("a")])])]),
      ("**a *b* c**", [.strong([.text("a "), .emphasis([.text("b")]), .text(" c")])]),
      ("a * b * c", [.text("a * b * c")]),
      ("snake_case_word", [.text("snake_case_word")]), ("_a_ b", [.emphasis([.text("a")]), .text(" b")]),
      ("`a*b*`", [.code("a*b*")]), ("`` a`b ``", [.code("a`b")]), ("`open", [.text("`open")]),
      (#"\*a\*"#, [.text("*a*")]), ("a\nb", [.text("a b")]), ("a  \nb", [.text("a"), .lineBreak, .text("b")]),
      ("a<br>b", [.text("a"), .lineBreak, .text("b")]), ("a <b>c</b><!-- d -->", [.text("a c")]),
      ("x < y & z", [.text("x < y & z")]), ("0 <x< 1 and y > 2", [.text("0 <x< 1 and y > 2")]),
      ("if a <b, then c > 3", [.text("if a <b, then c > 3")]), ("a <b/></i>c<a href='x'>", [.text("a c")]),
      ("&lt;&#955;&amp;", [.text("<λ&")]),
      ("[a *b*](c.md)", [.link([.text("a "), .emphasis([.text("b")])], destination: "c.md")]),
      ("[a] (b)", [.text("[a] (b)")]), ("<https://a.b>", [.link([.text("https://a.b")], destination: "https://a.b")]),
      ("x ![a](b.png \"t\")", [.text("x "), .image(MarkdownImage(alt: "a", source: "b.png"))]),
      ("**open", [.text("**open")]), ("[x", [.text("[x")]), ("", []),
    ] as [(String, [MarkdownInline])])
  func inlines(_ text: String, _ inlines: [MarkdownInline]) { #expect(MarkdownInlineParser.inlines(text) == inlines) }

  static func text(_ text: String) -> MarkdownBlock { .paragraph([.text(text)]) }

  @Test(
    arguments: [
      ("# A #\n\nb\nc\n", [.heading(level: 1, [.text("A")]), text("b c")]),
      ("A\n===\nB\n---", [.heading(level: 1, [.text("A")]), .heading(level: 2, [.text("B")])]),
      ("#no heading", [text("#no heading")]), ("a\n\n---\n", [text("a"), .rule]),
      (
        "<!-- descent:figure x\nsurface: bowl\n-->\n\n![alt](x.png)",
        [.image(MarkdownImage(alt: "alt", source: "x.png"))]
      ),
      (
        "<picture>\n  <source srcset=\"d.png\">\n  <img alt=\"a &lt; b\" src=\"x.png\">\n</picture>",
        [.image(MarkdownImage(alt: "a < b", source: "x.png"))]
      ),
      ("```sh\na\n\n  b\n```\nc", [.code(language: "sh", lines: ["a", "", "  b"]), text("c")]),
      ("~~~\nnever closed", [.code(language: "", lines: ["never closed"])]),
      ("    a\n      b\n\nc", [.code(language: "", lines: ["a", "  b"]), text("c")]),
      ("> a\nb\n>\n> - c", [.quote([text("a b"), .list(first: nil, isLoose: false, items: [[text("c")]])])]),
      (
        "- a\n- b\n  c\n  1. d\n- e",
        [
          .list(
            first: nil, isLoose: false,
            items: [
              [text("a")], [text("b c"), .list(first: 1, isLoose: false, items: [[text("d")]])], [text("e")],
            ])
        ]
      ),
      ("3. a\n\n4. b", [.list(first: 3, isLoose: true, items: [[text("a")], [text("b")]])]),
      ("- a\n\nb", [.list(first: nil, isLoose: false, items: [[text("a")]]), text("b")]),
      (
        "- a\n* b",
        [
          .list(first: nil, isLoose: false, items: [[text("a")]]),
          .list(first: nil, isLoose: false, items: [[text("b")]]),
        ]
      ),
      ("in 2026\n1986. was", [text("in 2026 1986. was")]),
      ("\r\n# A\r\nb", [.heading(level: 1, [.text("A")]), text("b")]),
      (
        "| a | b |\n|:-:|--:|\n| 1 | x \\| y |\n| 2 |\nc",
        [
          .table(
            MarkdownTable(
              alignments: [.center, .trailing], header: [[.text("a")], [.text("b")]],
              rows: [[[.text("1")], [.text("x | y")]], [[.text("2")], []]])), text("c"),
        ]
      ),
      ("\ta\n  \tb", [.code(language: "", lines: ["a", "b"])]),
      ("  ```\n\ta\n b\n  ```", [.code(language: "", lines: ["  a", "b"])]),
      (
        "See ![a](b.png) and **c** **d**.",
        [
          .paragraph([
            .text("See "), .image(MarkdownImage(alt: "a", source: "b.png")), .text(" and "), .strong([.text("c")]),
            .text(" "), .strong([.text("d")]), .text("."),
          ])
        ]
      ),
      ("a | b\nc", [text("a | b c")]), ("", []), ("<!-- never closed\n# a", []),
    ] as [(String, [MarkdownBlock])])
  func blocks(_ text: String, _ blocks: [MarkdownBlock]) { #expect(MarkdownParser.blocks(text) == blocks) }

  /// What nobody writes neither crashes nor hangs.
  @Test(arguments: [
    String(repeating: "> ", count: 5000) + "a", String(repeating: "*a ", count: 3000),
    String(repeating: "[", count: 3000),
    String(repeating: "a** ", count: 3000),
    (0..<60).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n"),
    "x " + String(repeating: "`", count: 2000) + "a", String(repeating: "<a ", count: 1000),
    String(repeating: "|", count: 2000) + "\n|-|",
  ])
  func hostile(_ text: String) { #expect(!MarkdownWriter(width: 40, depth: .palette).lines(text).isEmpty) }
}
