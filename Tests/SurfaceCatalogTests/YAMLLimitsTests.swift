import LossSurfaces
import SurfaceCatalog
import Testing

@Suite struct YAMLLimitsTests {
  private func problem(_ text: String) -> String? {
    #expect(throws: InputError.self) { try YAMLNode.parse(text, file: "a.yaml") }?.problem
  }

  @Test func followsAliases() throws {
    let root = try YAMLNode.parse("a: &a [1, &b 2]\nb: *a\nc: [*b, *a]\na*b: '*b'", file: nil).mapping()
    #expect(try root.required("b").numberPair() == (1, 2))
    #expect(try root.required("c").list()[0].number() == 2)
    #expect(try root.required("c").list()[1].numberPair() == (1, 2))
    #expect(try root.required("a*b").string() == "*b")
  }

  @Test func takesTheLatestAnchorOfAName() throws {
    let root = try YAMLNode.parse("a: &a 1\nb: *a\nc: &a 2\nd: *a", file: nil).mapping()
    #expect(try root.required("b").number() == 1)
    #expect(try root.required("d").number() == 2)
  }

  @Test(.timeLimit(.minutes(1))) func refusesAnAliasToWhatItIsPartOf() {
    #expect(problem("a: &a [1, *a]") == "no anchor '&a' stands before this alias")
  }

  /// Nine aliases to nine aliases to …: 9¹⁰ values if anyone expanded them, as a value and as a key.
  @Test(arguments: ["", "? *j\n: 1\n", "{[*j]: 1}: 2\n", "*j : 1\n"]) func refusesAliasBombs(tail: String) {
    var text = "a: &a [1,1,1,1,1,1,1,1,1]\n"
    for (previous, name) in zip("abcdefghi", "bcdefghij") {
      let items = [String](repeating: "*\(previous)", count: 9).joined(separator: ",")
      text += "\(name): &\(name) [\(items)]\n"
    }
    #expect(problem(text + tail) == "more than 10,000 values, aliases counted as what they stand for")
  }

  @Test func countsValues() throws {
    func list(_ count: Int) -> String { "[" + [String](repeating: "1", count: count).joined(separator: ",") + "]" }
    #expect(try YAMLNode.parse(list(9_999), file: nil).list().count == 9_999)
    #expect(problem(list(10_000)) == "more than 10,000 values, aliases counted as what they stand for")
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", "")]) func limitsDepth(open: String, close: String) throws {
    func nested(_ levels: Int) -> String {
      String(repeating: open, count: levels) + "1" + String(repeating: close, count: levels)
    }
    _ = try YAMLNode.parse(nested(100), file: nil)
    for levels in [101, 900, 1_100, 20_000] {
      #expect(problem(nested(levels)) == "more than 100 levels inside each other")
    }
  }

  @Test func limitsSize() throws {
    let text = "a: " + String(repeating: "x", count: 999_997)
    #expect(try YAMLNode.parse(text, file: nil).mapping().required("a").string().count == 999_997)
    #expect(problem(text + "x") == "a.yaml has 1,000,001 bytes; at most 1,000,000 are allowed")
  }
}
