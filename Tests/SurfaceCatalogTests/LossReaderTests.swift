import LossSurfaces
import SurfaceCatalog
import Testing

/// Bad formulas, parameters and definitions in surface files, each with its whole message.
@Suite struct LossReaderTests {
  @Test(arguments: table) func refuses(bad: BadText) {
    let error = #expect(throws: InputError.self) { try Catalog.surface(yaml: bad.text, file: "own.yaml") }
    #expect(error?.description == bad.message)
    #expect(error?.kind == .data)
  }

  private static let table: [BadText] = [
    BadText(
      "no formula",
      "title: T",
      """
      own.yaml:1:1: the key 'formula' is missing
          title: T
          ^
      Add it: 'formula: …'.
      """),
    BadText(
      "an empty formula",
      """
      formula:
      title: T
      """,
      """
      own.yaml:1:9: 'formula' needs a text, got nothing
          formula:
                  ^
      """),
    BadText(
      "a formula that is a mapping",
      "formula: {a: b}",
      """
      own.yaml:1:10: 'formula' needs a text, got a mapping
          formula: {a: b}
                   ^
      """),
    BadText(
      "an unknown function",
      """
      title: T
      formula: sqr(x)
      """,
      """
      own.yaml:2:10: unknown function 'sqr'
          formula: sqr(x)
                   ^
      Did you mean 'sqrt'?
      """),
    BadText(
      "an unknown function in quotes",
      """
      title: T
      formula: "x + sqr(x)"
      """,
      """
      own.yaml:2:15: unknown function 'sqr'
          formula: "x + sqr(x)"
                        ^
      Did you mean 'sqrt'?
      """),
    BadText(
      "an unknown function in a block",
      """
      formula: |
        x +
          sqr(x)

      """,
      """
      own.yaml:3:5: unknown function 'sqr'
              sqr(x)
              ^
      Did you mean 'sqrt'?
      """),
    BadText(
      "an unknown function in a folded block",
      """
      formula: >-
        x +
        sqr(x)
      """,
      """
      own.yaml:1:10: unknown function 'sqr'
          formula: >-
                   ^
      Did you mean 'sqrt'?
      """),
    BadText(
      "an unknown name in a definition",
      """
      formula: u^2
      definitions:
        u: x + qq
      """,
      """
      own.yaml:3:10: definition 'u': unknown name 'qq'
            u: x + qq
                   ^
      The names are: x, y, pi, e.
      """),
    BadText(
      "a definition with the name of a function",
      """
      formula: u^2
      definitions: {u: x, sin: x}
      """,
      """
      own.yaml:2:21: the definition 'sin' has the name of a function
          definitions: {u: x, sin: x}
                              ^
      Choose another name.
      """),
    BadText(
      "a parameter with the name of a variable",
      """
      formula: x^2
      parameters: {k: 1, x: 3}
      """,
      """
      own.yaml:2:20: the parameter 'x' has a name that is taken
          parameters: {k: 1, x: 3}
                             ^
      Choose another name.
      """),
    BadText(
      "a parameter whose name is none",
      """
      formula: x^2
      parameters: {2u: 3}
      """,
      """
      own.yaml:2:14: '2u' cannot be the name of a parameter
          parameters: {2u: 3}
                       ^
      A name begins with a letter and goes on with letters, digits and underscores.
      """),
    BadText(
      "a parameter that is a word",
      """
      formula: k*x^2
      parameters: {k: big}
      """,
      """
      own.yaml:2:17: 'k' needs a number, got 'big'
          parameters: {k: big}
                          ^
      """),
    BadText(
      "a column with the name of a function",
      """
      formula: x*u
      samples: {columns: [u, sin], rows: [[1, 2]]}
      """,
      """
      own.yaml:2:24: the variable 'sin' has the name of a function
          samples: {columns: [u, sin], rows: [[1, 2]]}
                                 ^
      Choose another name.
      """),
  ]
}
