import Testing

@testable import EmbedTextTool

@Suite struct StringLiteralTests {
  @Test(arguments: [
    ("", "#\"\"#"), ("a\\nb", "#\"a\\nb\"#"), ("a\nb", "#\"a\\#u{a}b\"#"), ("a#b", "##\"a#b\"##"),
    ("\\#(x)", "##\"\\#(x)\"##"), ("é ₁", "#\"é ₁\"#"), ("\"\"a", "#\"\\#u{22}\\#u{22}a\"#"),
  ])
  func standsOnOneLine(text: String, literal: String) {
    #expect(StringLiteral(text).line == literal)
  }

  @Test(arguments: [
    ("", "#\"\"\"\n\n\"\"\"#"), ("a\n", "#\"\"\"\na\n\n\"\"\"#"), ("\ta", "#\"\"\"\n\ta\n\"\"\"#"),
    ("\"\"\"", "#\"\"\"\n\"\"\"\n\"\"\"#"), ("\"\"\"##", "###\"\"\"\n\"\"\"##\n\"\"\"###"),
    ("\\#u{41}", "##\"\"\"\n\\#u{41}\n\"\"\"##"), ("a\r\nb\r", "#\"\"\"\na\\#u{d}\nb\\#u{d}\n\"\"\"#"),
    ("\0#\u{7F}", "##\"\"\"\n\\##u{0}#\\##u{7f}\n\"\"\"##"),
  ])
  func standsOverSeveralLines(text: String, literal: String) {
    #expect(StringLiteral(text).block == literal)
  }

  /// The compiler reads the literals of this file as it will read those of the tool.
  @Test func isReadBackByTheCompiler() {
    let text = ##"""
      \#u{41} """# \
        "quoted"
      """##
    #expect(text == "\\#u{41} \"\"\"# \\\n  \"quoted\"")
    #expect(
      StringLiteral(text).block == "##\"\"\"\n" + text + "\n\"\"\"##")
  }
}
