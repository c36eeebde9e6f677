import LossSurfaces
import Testing

@testable import Documents

/// Where markers are, and where what looks like one is none.
@Suite struct PageTests {
  private static let figure = "<!-- descent:figure a\nsurface: bowl\n-->\n<!-- descent:end a -->\n"

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let ids: [String]

    init(_ name: String, _ text: String, _ ids: [String]) { (testDescription, self.text, self.ids) = (name, text, ids) }
  }

  private static let live = [
    Case("alone", figure, ["a"]),
    Case("behind text", "Text\n" + figure, ["a"]),
    Case("three spaces", figure.replacing("<!--", with: "   <!--"), ["a"]),
    Case("no blank in the arrow", figure.replacing("<!-- ", with: "<!--"), ["a"]),
    Case("behind a fence", "```\ncode\n```\n" + figure, ["a"]),
    Case("behind a fence of four", "````\n```\n````\n" + figure, ["a"]),
    Case("behind a comment", "<!-- one\ntwo -->\n" + figure, ["a"]),
    Case("in a div", "<div align=\"center\">\n" + figure + "</div>\n", ["a"]),
    Case("behind a fence that is raw HTML", "<div>\n```\n</div>\n" + figure, ["a"]),
    Case("behind a fence in an item that another ends", "+   w\n- \n   ~~~\n> q\n" + figure, ["a"]),
    Case("behind pre on one line", "<pre>x</pre>\n" + figure, ["a"]),
    Case("behind inline code of three", "``` a ``` b\n" + figure, ["a"]),
    Case("in a list item", "- item\n\n" + indented(figure, 2) + "\n- next\n", ["a"]),
    Case("behind a fence that its list item ends", "- item\n  ```\n" + figure, ["a"]),
    Case("behind a fence that its quote ends", "> ```\n> code\n" + figure, ["a"]),
    Case("behind a thematic break", "- - -\n" + figure, ["a"]),
    Case("behind front matter", "---\ntitle: x\n---\n" + figure, ["a"]),
    Case("behind a break that is no front matter", "---\ntext\n" + figure, ["a"]),
    Case("a byte-order mark", "\u{FEFF}" + figure, ["a"]),
    Case("no final newline", String(figure.dropLast()), ["a"]),
    Case("CRLF", figure.replacing("\n", with: "\r\n"), ["a"]),
    Case("CR", figure.replacing("\n", with: "\r"), ["a"]),
    Case("two", figure + figure.replacing(" a", with: " b"), ["a", "b"]),
    Case(
      "lessons beside figures",
      figure + figure.replacing("figure a", with: "predict p").replacing("end a", with: "end p"), ["a", "p"]),
  ]

  private static let dead = [
    Case("in a fence", "```html\n" + figure + "```\n", []),
    Case("in a fence of tildes", "~~~\n```\n" + figure + "~~~\n", []),
    Case("in a longer fence", "````\n```\n" + figure + "````\n", []),
    Case("in a fence that is never closed", "```\n" + figure, []),
    Case("in a fence whose like does not close it", "```\n``` x\n" + figure, []),
    Case("in a fence of a list item", "- item\n\n  ```\n" + indented(figure, 2) + "  ```\n", []),
    Case("in a fence of a numbered item", "1. item\n   ```\n" + indented(figure, 3) + "   ```\n", []),
    Case("in a fence behind an item numbered 10", "- a\n10) y\n  b\n   ~~~\n" + figure, []),
    Case("indented code", indented(figure, 4), []),
    Case("behind a tab", figure.replacing("<!--", with: "\t<!--"), []),
    Case("in a quote", "> <!-- descent:figure a\n> surface: bowl\n> -->\n> <!-- descent:end a -->\n", []),
    Case("inside a line", "Write `<!-- descent:figure a` and so on.\n", []),
    Case("in a comment", "<!--\n" + "<!-- descent:figure a\n-->\n", []),
    Case("in pre", "<pre>\n" + figure + "</pre>\n", []),
    Case("in a script", "<script type=\"x\">\n" + figure + "</script>\n", []),
    Case("in front matter", "---\n" + figure + "---\n", []),
    Case("on the line of a list item", "- <!-- descent:figure a -->\n", []),
  ]

  private static func indented(_ text: String, _ count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 + "\n" }.joined()
  }

  @Test(arguments: live + dead)
  func finds(_ example: Case) {
    let page = Page(Array(example.text.utf8), name: "page.md")
    #expect(page.faults.map(\.description) == [])
    #expect(page.blocks.map(\.id) == example.ids)
  }

  @Test func knowsWhatStandsWhere() throws {
    let text =
      "A\r\n  <!-- descent:figure ab-1  \r\nsurface: bowl\r\nalt: x -->\r\n\r\n![x](y)\r\n\r\n <!-- descent:end ab-1 sum=S -->\r\nZ"
    let page = Page(Array(text.utf8), name: "page.md")
    let block = try #require(page.blocks.first)
    func bytes(_ range: Range<Int>) -> String { String(decoding: page.bytes[range], as: UTF8.self) }
    #expect(block.kind == .figure)
    #expect((block.line, block.indent, block.sum) == (2, 2, "S"))
    #expect(block.place.column == 23)
    #expect(block.body.text == "surface: bowl\r\nalt: x ")
    #expect(block.body.firstLine == 3)
    #expect(block.lineEnding == [13, 10])
    #expect(bytes(block.begin) == "  <!-- descent:figure ab-1  \r\nsurface: bowl\r\nalt: x -->\r\n")
    #expect(bytes(block.content) == "\r\n![x](y)\r\n\r\n")
    #expect(bytes(block.end) == " <!-- descent:end ab-1 sum=S -->")
  }

  /// Places in YAML are those of the page.
  @Test func placesErrorsInThePage() throws {
    let text = "# Title\n\n<!-- descent:figure a\nsurface: bowl\nlevels: [\n-->\n<!-- descent:end a -->\n"
    let block = try #require(Page(Array(text.utf8), name: "docs/page.md").blocks.first)
    let error = #expect(throws: InputError.self) { try block.body.yaml() }
    let message = "docs/page.md:5:10: a value is expected here\n    levels: [\n             ^"
    #expect(error?.description.hasPrefix(message) == true)
  }

  @Test func takesWhatIsNoText() {
    let bytes = [0xFF, 0x00, 0xC3, 0x0A] + Array(Self.figure.utf8) + [0xFE, 0x80]
    let page = Page(bytes, name: "page.md")
    #expect(page.blocks.map(\.id) == ["a"])
    #expect(Page([], name: "page.md").blocks.isEmpty)
  }

  // MARK: LaTeX

  @Test func latex() throws {
    let text = """
      \\begin{verbatim}
      % descent:figure no
      \\end{verbatim}
        % <!-- descent:figure a
        % surface: bowl
        % alt: 50 % of it
        % -->
      % <!-- descent:end a -->
      %% descent:figure b
      %% surface: ravine
      \\begin{center}
      text % descent:figure no
      %% descent:end b sum=x
      """
    let page = Page(Array(text.utf8), name: "page.tex")
    #expect(page.faults.map(\.description) == [])
    #expect(page.blocks.map(\.id) == ["a", "b"])
    // Blanks stand for the percent signs, so that columns are those of the page.
    #expect(page.blocks[0].body.text == "    surface: bowl\n    alt: 50 % of it\n    ")
    #expect(page.blocks[1].body.text == "   surface: ravine")
    #expect(page.blocks[1].sum == "x")
  }

  // MARK: Faults

  struct Fault: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let messages: [String]

    init(_ name: String, _ text: String, _ messages: String...) {
      (testDescription, self.text, self.messages) = (name, text, messages)
    }
  }

  private static let begin = "<!-- descent:figure a\nsurface: bowl\n-->\n"
  private static let end = "<!-- descent:end a -->\n"

  private static let faults = [
    Fault(
      "an id with slashes", begin.replacing(" a\n", with: " ../../a\n") + end.replacing(" a ", with: " ../../a "),
      "1:21: '../../a' cannot be an id", "4:18: '../../a' cannot be an id"),
    Fault("an id with capitals", "<!-- descent:figure Ravine -->\n", "1:21: 'Ravine' cannot be an id"),
    Fault(
      "an id too long", "<!-- descent:figure \(String(repeating: "a", count: 64)) -->\n",
      "1:21: '\(String(repeating: "a", count: 39))…' cannot be an id"),
    Fault("no id", "<!-- descent:figure -->\n", "1:21: the marker descent:figure has no id"),
    Fault("another kind", "<!-- descent:figur a\n-->\n" + end, "1:14: unknown marker 'descent:figur'"),
    Fault(
      "words behind the id", "<!-- descent:figure a surface: bowl\n-->\n" + end,
      "1:23: 'surface: bowl' stands behind the id"),
    Fault("an end without a begin", "text\n" + end, "2:18: the end of 'a' has no beginning"),
    Fault("a second end", begin + end + end, "5:18: the end of 'a' has no beginning"),
    Fault(
      "an end with another id", begin + "<!-- descent:end b -->\n",
      "4:18: figure 'a', which begins in line 1, ends under another id, 'b'"),
    Fault(
      "an arrow forgotten", "<!-- descent:figure a\nsurface: bowl\n" + end,
      "3:1: the marker of figure 'a', from line 1, is still open here"),
    Fault("no end", begin, "1:21: figure 'a' has no end marker"),
    Fault(
      "no end before another", begin + begin.replacing(" a", with: " b") + end.replacing(" a", with: " b"),
      "1:21: figure 'a' has no end marker"),
    Fault("an end in a fence", begin + "```\n" + end, "1:21: figure 'a' has no end marker"),
    Fault(
      "an arrow that never comes", "<!-- descent:figure a\nsurface: bowl\n", "1:1: the marker of figure 'a' never ends"),
    Fault(
      "an arrow in the recipe", "<!-- descent:figure a\nalt: x --> y\n-->\n" + end,
      "2:12: text stands behind the --> that ends the marker"),
    Fault(
      "one inside another", begin + begin.replacing(" a", with: " b") + end.replacing(" a", with: " b") + end,
      "4:21: figure 'b' stands inside figure 'a', which begins in line 1"),
    Fault(
      "a figure inside a question",
      begin.replacing("figure a", with: "predict q") + begin + end + end.replacing(" a", with: " q"),
      "4:21: figure 'a' stands inside predict 'q', which begins in line 1"),
    Fault("one id twice", begin + end + begin + end, "5:21: the id 'a' is taken: line 1 has it"),
    Fault(
      "one id for two kinds", begin + end + begin.replacing("figure", with: "predict") + end,
      "5:22: the id 'a' is taken: line 1 has it"),
    Fault(
      "an end over two lines", begin + "<!-- descent:end a\n-->\n", "1:21: figure 'a' has no end marker",
      "4:1: the end marker does not end on its line"),
    Fault(
      "text behind an end", begin + "<!-- descent:end a --> text\n", "1:21: figure 'a' has no end marker",
      "4:20: text stands behind the end marker"),
    Fault(
      "an end with other words", begin + "<!-- descent:end a done -->\n", "1:21: figure 'a' has no end marker",
      "4:20: 'done' stands behind the id of an end marker"),
  ]

  @Test(arguments: faults)
  func refuses(_ fault: Fault) {
    let page = Page(Array(fault.text.utf8), name: "page.md")
    let heads = page.faults.map { String($0.description.split(separator: "\n")[0]) }
    #expect(heads == fault.messages.map { "page.md:" + $0 })
    #expect(page.faults.allSatisfy { !$0.remedy.isEmpty })
  }

  /// Bytes that are no UTF-8 count as they stand.
  @Test func columnsInAPageOfLatin1() {
    let bytes =
      Array("<!-- descent:figure a\nsurface: bowl\n--> ".utf8) + [0xF6, 0xF6, 0xF6] + Array("\n\(Self.end)".utf8)
    let page = Page(bytes, name: "page.md")
    #expect(page.faults.first?.problem == "text stands behind the --> that ends the marker")
    #expect(page.faults.first?.place?.line == 3 && page.faults.first?.place?.column == 5)
  }

  @Test func refusesALongRecipe() {
    let text = "\n<!-- descent:figure a\n# \(String(repeating: "x", count: 1_000_000))\n-->\n" + Self.end
    let page = Page(Array(text.utf8), name: "page.md")
    #expect(page.faults.map(\.problem) == ["the recipe of 'a' has 1,000,003 bytes; at most 1,000,000 are allowed"])
    #expect(page.faults.first?.place?.line == 2)
  }

  @Test func tellsOfTheFenceThatSwallowsTheEnd() {
    let page = Page(Array((Self.begin + "text\n```\n" + Self.end).utf8), name: "page.md")
    #expect(page.faults.first?.remedy.hasSuffix("The code that begins in line 5 never ends.") == true)
  }

  // MARK: Soup

  /// Whatever stands in a page, scanning ends, ranges are in order and lie within it, and every id is sound.
  @Test(arguments: UInt64(1)...60)
  func survivesSoup(_ seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(count))
    }
    let pieces = [
      "<!-- descent:figure a", "<!-- descent:figure b\n", "<!-- descent:end a -->", "<!-- descent:end b sum=x -->\n",
      "-->",
      "-->\n", "\n", "\r\n", "\r", "```", "~~~~\n", "- ", "> ", "1. ", "    ", "\t", "<!--", "<pre>\n", "</pre>",
      "---\n", "text",
      "surface: bowl\n", "%", "descent:figure c\n", "é🎲", "\u{FEFF}", " ",
      "<!-- descent:predict p\n-->\n<!-- descent:end p -->\n",
    ]
    for _ in 0..<20 {
      let text = (0..<next(40)).map { _ in pieces[next(pieces.count)] }.joined()
      for name in ["page.md", "page.tex"] {
        let page = Page(Array(text.utf8), name: name)
        var last = 0
        for block in page.blocks {
          let ends = [block.begin.lowerBound, block.begin.upperBound, block.content.upperBound, block.end.upperBound]
          #expect(ends == ends.sorted() && ends[0] >= last && ends[3] <= page.bytes.count, "\(text.debugDescription)")
          #expect(block.content.lowerBound == block.begin.upperBound)
          #expect(Block.isID(block.id))
          last = ends[3]
        }
        #expect(Set(page.blocks.map(\.id)).count == page.blocks.count)
      }
    }
  }
}
