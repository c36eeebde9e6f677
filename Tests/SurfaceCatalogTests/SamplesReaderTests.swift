import LossSurfaces
import SurfaceCatalog
import Testing

/// Bad samples in surface files, each with its whole message.
@Suite struct SamplesReaderTests {
  @Test(arguments: table) func refuses(bad: BadText) {
    let error = #expect(throws: InputError.self) { try Catalog.surface(yaml: bad.text, file: "own.yaml") }
    #expect(error?.description == bad.message)
    #expect(error?.kind == .data)
  }

  private static let table: [BadText] = [
    BadText(
      "a missing cell",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows:
          - [1, 2]
          - [3]
      """,
      """
      own.yaml:6:7: row 2 has 1 cell for 2 columns; column 'v' is missing
              - [3]
                ^
      Give one number for each of the columns u, v.
      """),
    BadText(
      "a cell too many",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows: [[1, 2, 3]]
      """,
      """
      own.yaml:4:10: row 1 has 3 cells for 2 columns
            rows: [[1, 2, 3]]
                   ^
      Give one number for each of the columns u, v.
      """),
    BadText(
      "a cell that is a word",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows:
          - [1, 2]
          - [3, four]
      """,
      """
      own.yaml:6:11: row 2, column 'v', needs a number, got 'four'
              - [3, four]
                    ^
      """),
    BadText(
      "an empty cell",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows:
          - [~, 2]
      """,
      """
      own.yaml:5:8: row 1, column 'u', needs a number, got nothing
              - [~, 2]
                 ^
      """),
    BadText(
      "no rows",
      """
      formula: x*u - v
      samples: {columns: [u, v], rows: []}
      """,
      """
      own.yaml:2:34: the samples have no rows
          samples: {columns: [u, v], rows: []}
                                           ^
      Give at least one: rows: [[1, 2]].
      """),
    BadText(
      "no columns",
      """
      formula: x
      samples: {columns: [], rows: [[]]}
      """,
      """
      own.yaml:2:20: the samples have no columns
          samples: {columns: [], rows: [[]]}
                             ^
      Name them: columns: [u, v].
      """),
    BadText(
      "an empty row",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows: [[1, 2], []]
      """,
      """
      own.yaml:4:18: row 2 has 0 cells for 2 columns; column 'u' is missing
            rows: [[1, 2], []]
                           ^
      Give one number for each of the columns u, v.
      """),
    BadText(
      "a row that is a number",
      """
      formula: x*u - v
      samples:
        columns: [u, v]
        rows: [1, 2]
      """,
      """
      own.yaml:4:10: row 1 needs a list, got '1'
            rows: [1, 2]
                   ^
      Write it in brackets: [a, b].
      """),
    BadText(
      "a cell that is a list",
      """
      formula: x*u - v
      samples: {columns: [u, v], rows: [[1, [2]]]}
      """,
      """
      own.yaml:2:39: row 1, column 'v', needs a number, got a list of 1 item
          samples: {columns: [u, v], rows: [[1, [2]]]}
                                                ^
      """),
    BadText(
      "a cell in quotes",
      """
      formula: x*u - v
      samples: {columns: [u, v], rows: [[1, "2"]]}
      """,
      """
      own.yaml:2:39: row 1, column 'v', needs a number, got the text '2'
          samples: {columns: [u, v], rows: [[1, "2"]]}
                                                ^
      Leave the quotes out.
      """),
    BadText(
      "a cell too large",
      """
      formula: x*u - v
      samples: {columns: [u, v], rows: [[1, 1], [1e999, 2]]}
      """,
      """
      own.yaml:2:44: row 2, column 'u', needs a finite number, got '1e999'
          samples: {columns: [u, v], rows: [[1, 1], [1e999, 2]]}
                                                     ^
      """),
    BadText(
      "a cell that is no number",
      """
      formula: x*u - v
      samples: {columns: [u, v], rows: [[nan, 2]]}
      """,
      """
      own.yaml:2:36: row 1, column 'u', needs a number, got 'nan'
          samples: {columns: [u, v], rows: [[nan, 2]]}
                                             ^
      """),
    BadText(
      "rows left out",
      """
      formula: x*u
      samples: {columns: [u]}
      """,
      """
      own.yaml:2:10: the key 'rows' is missing
          samples: {columns: [u]}
                   ^
      Add it: 'rows: …'.
      """),
    BadText(
      "two columns of one name",
      """
      formula: x*u
      samples: {columns: [u, u], rows: [[1, 2]]}
      """,
      """
      own.yaml:2:24: two columns are called 'u'
          samples: {columns: [u, u], rows: [[1, 2]]}
                                 ^
      Choose another name for one of them.
      """),
  ]
}
