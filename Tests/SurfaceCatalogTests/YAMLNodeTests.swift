import LossSurfaces
import SurfaceCatalog
import Testing

@Suite struct YAMLNodeTests {
  private func value(_ text: String) throws -> YAMLNode {
    try YAMLNode.parse("key: \(text)", file: nil).mapping().required("key")
  }

  static let numbers: [(String, Double)] = [
    ("2", 2), ("-2", -2), ("+2", 2), (".5", 0.5), ("-.5", -0.5), ("5.", 5), ("1e-3", 1e-3), ("1e-5", 1e-5),
    ("1E5", 1e5), ("0.1", 0.1), ("017", 17), ("2/101", 0.019801980198019802), ("(2/11)^2", 0.03305785123966942),
    ("10^4", 10000), ("pi", Double.pi), ("-pi/2", -1.5707963267948966), ("3*pi - 1", 8.42477796076938),
    ("sqrt(2)", 1.4142135623730951),
  ]

  @Test(arguments: numbers)
  func readsNumbersAsFormulasDo(text: String, number: Double) throws {
    let read = try value(text).number()
    #expect((read - number).magnitude <= number.magnitude * 4e-16)
  }

  /// What YAML 1.1 takes for numbers, and what Swift would.
  @Test(arguments: [
    "0x10", "0o7", "1_000", "12:30", "inf", "nan", ".inf", "infinity", "1 2", "1,5", "", "~", "[1]", "x",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(throws: InputError.self) { try value(text).number() }
  }

  @Test(arguments: [("3", 3), ("1e1", 10), ("10^1", 10), ("-5.0", -5)])
  func readsWholeNumbers(text: String, number: Int) throws {
    #expect(try value(text).integer(in: -5...10) == number)
  }

  static let outOfRange: [(String, ClosedRange<Int>, String)] = [
    ("11", -5...10, "a whole number from -5 to 10"), ("1e300", 0...Int.max, "a whole number of at least 0"),
    ("1e300", Int.min...1_234_567, "a whole number of at most 1,234,567"), ("0.5", Int.min...Int.max, "a whole number"),
    ("9223372036854775808", Int.min...Int.max, "a whole number"),
  ]

  @Test(arguments: outOfRange)
  func refusesNumbersOutOfRange(text: String, range: ClosedRange<Int>, need: String) {
    let error = #expect(throws: InputError.self) { try value(text).integer(in: range) }
    #expect(error?.problem == "'key' needs \(need), got '\(text)'")
  }

  @Test func readsBooleans() throws {
    #expect(try value("true").bool())
    #expect(try !value("false").bool())
    for word in ["yes", "on", "True", "1", "\"true\"", "", "[true]"] {
      #expect(throws: InputError.self) { try value(word).bool() }
    }
  }

  @Test(arguments: [
    ("w₁", "w₁"), ("y", "y"), ("2001", "2001"), ("\"2\"", "2"), ("'it''s'", "it's"), ("\"\"", ""), ("a # b", "a"),
    ("\"~\"", "~"), ("|\n  a\n  b\n", "a\nb\n"), (">-\n  a\n  b\n", "a b"), ("a\n  b", "a b"), ("x *y", "x *y"),
  ])
  func readsTexts(text: String, string: String) throws {
    #expect(try value(text).string() == string)
    // With an anchor in the text asterisks take a detour.
    #expect(try YAMLNode.parse("a: &a 1\nkey: \(text)", file: nil).mapping().required("key").string() == string)
  }

  @Test func readsListsAndMappingsInOrder() throws {
    let mapping = try YAMLNode.parse("b: [1, 2]\na:\n  - {c: 3}\n", file: nil).mapping(keys: ["a", "b"])
    #expect(mapping.entries.map(\.key) == ["b", "a"])
    #expect(try mapping.required("b").numberPair() == (1, 2))
    #expect(try mapping.required("a").list()[0].mapping().required("c").number() == 3)
    #expect(mapping["c"] == nil)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func countsLinesHoweverTheyEnd(end: String) throws {
    let text = ["# é", "a:\t1", "b: {c: \u{1F600}, d: 2}\t", "e: no", ""].joined(separator: end)
    for mark in ["", "\u{FEFF}"] {
      let root = try YAMLNode.parse(mark + text, file: "page.md", firstLine: 10).mapping()
      #expect(try root.required("a").number() == 1)
      let place = try root.required("b").mapping().required("d").place
      #expect(place == InputError.Place(file: "page.md", line: 12, column: 14, text: "b: {c: \u{1F600}, d: 2} "))
    }
  }

  @Test func countsColumnsInCharacters() throws {
    let root = try YAMLNode.parse("{\"e\u{301}\u{1F468}\u{200D}\u{1F469}\": 1, b: x}", file: nil).mapping()
    let error = #expect(throws: InputError.self) { try root.required("b").number() }
    #expect(error?.place?.column == 14)
  }

  @Test func movesErrorsOfFormulasToTheFile() throws {
    let node = try YAMLNode.parse("é: 1\nkey:   x + sqr(y)  # why", file: "a.yaml").mapping().required("key")
    let error = #expect(throws: InputError.self) {
      do { _ = try Formula(node.string(), variables: ["x", "y"]) } catch let error as InputError {
        throw node.located(error)
      }
    }
    #expect(
      error?.place == InputError.Place(file: "a.yaml", line: 2, column: 12, text: "key:   x + sqr(y)  # why"))
  }
}
