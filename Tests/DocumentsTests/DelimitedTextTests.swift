import LossSurfaces
import Testing

@testable import Documents

/// Rows of cells.
@Suite struct DelimitedTextTests {
  private func rows(_ text: String) throws -> [[String]] {
    var reader = DelimitedText(text, file: "log.csv")
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.map(reader.text)) }
    return rows
  }

  @Test(
    arguments: [
      ("", []), ("\n\r\n \n", []), ("# only a comment", []), ("\u{FEFF}", []),
      ("1", [["1"]]), ("1,2\n3,4\n", [["1", "2"], ["3", "4"]]), ("1,2\r\n3,4\r\n", [["1", "2"], ["3", "4"]]),
      ("1,2\r3,4", [["1", "2"], ["3", "4"]]), ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
      // The separator is what the first row has.
      ("a\tb,c\n1\t2", [["a", "b,c"], ["1", "2"]]), ("a;b\n0,5;1", [["a", "b"], ["0,5", "1"]]),
      ("\"a;b\",c\n1,2", [["a;b", "c"], ["1", "2"]]), ("  0.5\t\n1", [["0.5"], ["1"]]),
      // Spaces about a cell, empty cells, comments and blank lines.
      (" a , b \n1,\n,2\n,", [["a", "b"], ["1", ""], ["", "2"], ["", ""]]),
      ("a\t\tb\n\t1\t", [["a", "", "b"], ["", "1", ""]]),
      ("# c\n\na,b\n  # d\n1,2 # 3", [["a", "b"], ["1", "2 # 3"]]),
      // Quotes.
      ("\"a\",\"b, c\"\n\"1\",2", [["a", "b, c"], ["1", "2"]]), ("\"a \"\"b\"\"\" , c", [["a \"b\"", "c"]]),
      ("\"a\r\nb\",\"\"\n1,2", [["a\r\nb", ""], ["1", "2"]]), ("\"# a\",b", [["# a", "b"]]),
      ("η,ε₀\n1,2", [["η", "ε₀"], ["1", "2"]]),
    ] as [(String, [[String]])])
  func reads(text: String, expected: [[String]]) throws { #expect(try rows(text) == expected) }

  @Test(arguments: [
    ("a,b\n1,\"2\n3", "log.csv:2:3: this quote is never closed\n    1,\"2\n      ^\nAdd a \" at the end of the cell."),
    (
      "η,b\n η 5\" disk,2",
      "log.csv:2:5: a quote inside a cell without quotes\n     η 5\" disk,2\n        ^\nPut the cell in quotes and double those in it."
    ),
    (
      "a,b\n\"x\ny\",\"1\"2",
      "log.csv:3:7: text behind a closing quote\n    y\",\"1\"2\n          ^\nDouble a quote that is part of a cell: \"\"."
    ),
  ])
  func refuses(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try rows(text) }
    #expect(error?.description == message)
  }

  /// Lines are counted over comments, blank lines and cells in quotes; columns are characters.
  @Test func places() throws {
    var reader = DelimitedText("\u{FEFF}# η\r\n\r\n\"a\nb\", η , c\r\n", file: "log.csv")
    let row = try #require(try reader.next())
    #expect(reader.place(of: row[0]) == .init(file: "log.csv", line: 3, column: 2, text: "\"a"))
    #expect(reader.place(of: row[1]) == .init(file: "log.csv", line: 4, column: 5, text: "b\", η , c"))
    #expect(reader.place(of: row[2], atEnd: true) == .init(file: "log.csv", line: 4, column: 10, text: "b\", η , c"))
  }
}
