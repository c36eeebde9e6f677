import LossSurfaces
import Optimization
import SurfaceCatalog
import Testing

@testable import Documents

/// What is written reads back through the door of YAML.
@Suite struct YAMLTextTests {
  static let nasty = [
    "", " ", "a", "rosenbrock-10", "true", "False", "yes", "no", "on", "off", "null", "~", "y", "N", "1", "1e-5",
    "0x1F",
    "12:30", "- a", "a: b", "a #b", "#", "'", "\"", "\\", "\\n", "a\nb", "\n", "a\n\nb\n", " lead", "trail ", "tab\tin",
    "cr\rlf\r\n", "*", "*a", "&a", "&a *a", "!tag", "%x", "@", "`", "[1, 2]", "{a: b}", "|", ">", "---", "...", "?",
    ": ",
    "η = 0.19", "λmax", "w₁", "10⁻³", "über", "e\u{301}", "日本語", "😀", "\u{1F468}\u{200D}\u{1F469}", "\u{1}",
    "\u{1B}[31m", "\u{7F}",
    "\u{85}", "\u{9F}", "\u{A0}", "\u{2028}", "\u{2029}", "a\u{FEFF}b", "\u{FFFE}", "\u{FFFF}", "\u{E000}*",
    String(repeating: "long ", count: 200),
  ]

  @Test(arguments: nasty)
  func textReadsBack(_ text: String) throws {
    let tree = YAMLText.mapping([
      ("key", .string(text)), ("list", .list([.string(text), .string("b")])), ("numbers", .list([.number(1)])),
      ("nested", .mapping([("deeper", .string(text))])),
      ("items", .list([.mapping([("text", .string(text)), ("number", .integer(1))])])),
    ])
    let root = try YAMLNode.parse(tree.text(), file: nil).mapping()
    #expect(try read(root["key"]) == text)
    #expect(try read(root["list"]?.list()[0]) == text)
    #expect(try read(root["nested"]?.mapping()["deeper"]) == text)
    #expect(try read(root["items"]?.list()[0].mapping()["text"]) == text)
  }

  @Test(arguments: nasty.filter { $0.count < 100 })
  func keyReadsBack(_ text: String) throws {
    for tree in [
      YAMLText.mapping([(text, .integer(1))]), .mapping([("outer", .list([.mapping([(text, .integer(1))])]))]),
    ] {
      let root = try YAMLNode.parse(tree.text(), file: nil).mapping()
      let inner = try root["outer"]?.list()[0].mapping() ?? root
      #expect(inner.entries.map(\.key) == [text])
    }
  }

  /// A text in quotes may be empty.
  private func read(_ node: YAMLNode?) throws -> String? {
    guard case .scalar(let text) = node?.content else { return nil }
    return text
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "-0"), (1, "1"), (0.1, "0.1"), (1e-5, "1e-5"), (1e300, "1e300"),
      (0.1 + 0.2, "0.30000000000000004"),
      (-2.5, "-2.5"), (.leastNonzeroMagnitude, "5e-324"), (1.7976931348623157e308, "1.7976931348623157e308"),
    ] as [(Double, String)])
  func numbersAreShortAndReadBack(_ value: Double, _ text: String) throws {
    let written = YAMLText.mapping([("n", .number(value))]).text()
    #expect(written == "\"n\": \(text)\n")
    let read = try YAMLNode.parse(written, file: nil).mapping()["n"]?.number()
    #expect(read?.bitPattern == value.bitPattern)
  }

  @Test func layout() {
    let words = String(repeating: "word ", count: 20)
    let tree = YAMLText.mapping([
      ("a", .mapping([("b", .list([.number(1), .number(2)])), ("c", .flag(true))])),
      ("runs", .list([.mapping([("label", .string("x y"))]), .mapping([])])),
      ("empty", .list([])), ("none", .mapping([])), ("texts", .list([.string("a"), .string("b c")])),
      ("long", .mapping([("key", .list([.string(words), .string("a")]))])),
    ])
    #expect(
      tree.text() == """
        a: {b: [1, 2], c: true}
        runs:
          - {label: "x y"}
          - {}
        empty: []
        none: {}
        texts: [a, "b c"]
        long:
          key:
            - "\(words)"
            - a

        """)
  }
}
