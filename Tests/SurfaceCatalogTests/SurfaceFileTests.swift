import LossSurfaces
import SurfaceCatalog
import Testing

/// Bad surface files, each with its whole message.
@Suite struct SurfaceFileTests {
  @Test(arguments: table) func refuses(bad: BadText) {
    let error = #expect(throws: InputError.self) { try Catalog.surface(yaml: bad.text, file: "own.yaml") }
    #expect(error?.description == bad.message)
    #expect(error?.kind == .data)
  }

  private static let table: [BadText] = [
    BadText(
      "an unknown key",
      """
      title: T
      formula: x^2
      learning_rate: 0.1
      """,
      """
      own.yaml:3:1: unknown key 'learning_rate'
          learning_rate: 0.1
          ^
      Did you mean 'learning-rate'?
      """),
    BadText(
      "an unknown key within",
      """
      formula: x^2
      axes: {x: a, z: b}
      """,
      """
      own.yaml:2:14: unknown key 'z'
          axes: {x: a, z: b}
                       ^
      The keys are: x, y.
      """),
    BadText(
      "a list for a file",
      """
      - a
      - b
      """,
      """
      own.yaml:1:1: the file needs a mapping of keys to values, got a list of 2 items
          - a
          ^
      """),
    BadText(
      "a rate of zero",
      """
      formula: x^2
      learning-rate: 0
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a number greater than 0, got '0'
          learning-rate: 0
                         ^
      """),
    BadText(
      "a negative rate",
      """
      formula: x^2
      learning-rate: -0.1
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a number greater than 0, got '-0.1'
          learning-rate: -0.1
                         ^
      """),
    BadText(
      "a rate that is not a number",
      """
      formula: x^2
      learning-rate: nan
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a number, got 'nan'
          learning-rate: nan
                         ^
      """),
    BadText(
      "a rate that is infinite",
      """
      formula: x^2
      learning-rate: 1/0
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a finite number, got '1/0'
          learning-rate: 1/0
                         ^
      """),
    BadText(
      "a rate in quotes",
      """
      formula: x^2
      learning-rate: "0.1"
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a number, got the text '0.1'
          learning-rate: "0.1"
                         ^
      Leave the quotes out.
      """),
    BadText(
      "a rate that is half a formula",
      """
      formula: x^2
      learning-rate: 2/(1 +
      """,
      """
      own.yaml:2:22: the formula ends after '+'
          learning-rate: 2/(1 +
                               ^
      Write what follows it, or remove it.
      """),
    BadText(
      "a rate that is too large for a number",
      """
      formula: x^2
      learning-rate: 1e999
      """,
      """
      own.yaml:2:16: 'learning-rate' needs a finite number, got '1e999'
          learning-rate: 1e999
                         ^
      """),
    BadText(
      "no steps",
      """
      formula: x^2
      steps: 0
      """,
      """
      own.yaml:2:8: 'steps' needs a whole number from 1 to 10,000,000, got '0'
          steps: 0
                 ^
      """),
    BadText(
      "huge numbers of steps",
      """
      formula: x^2
      steps: 1e12
      """,
      """
      own.yaml:2:8: 'steps' needs a whole number from 1 to 10,000,000, got '1e12'
          steps: 1e12
                 ^
      """),
    BadText(
      "half a step",
      """
      formula: x^2
      steps: 2.5
      """,
      """
      own.yaml:2:8: 'steps' needs a whole number from 1 to 10,000,000, got '2.5'
          steps: 2.5
                 ^
      """),
    BadText(
      "a view without extent",
      """
      formula: x^2
      view: {x: [1, 1], y: [0, 1]}
      """,
      """
      own.yaml:2:11: the view has no extent in 'x'
          view: {x: [1, 1], y: [0, 1]}
                    ^
      Give the lower bound first and a larger upper bound, as in [-2, 2].
      """),
    BadText(
      "a view upside down",
      """
      formula: x^2
      view: {x: [0, 1], y: [1, 0]}
      """,
      """
      own.yaml:2:22: the view has no extent in 'y'
          view: {x: [0, 1], y: [1, 0]}
                               ^
      Give the lower bound first and a larger upper bound, as in [-2, 2].
      """),
    BadText(
      "half a view",
      """
      formula: x^2
      view: {x: [1, 2]}
      """,
      """
      own.yaml:2:7: the key 'y' is missing
          view: {x: [1, 2]}
                ^
      Add it: 'y: …'.
      """),
    BadText(
      "a view that is a list",
      """
      formula: x^2
      view: [-2, 2]
      """,
      """
      own.yaml:2:7: 'view' needs a mapping of keys to values, got a list of 2 items
          view: [-2, 2]
                ^
      """),
    BadText(
      "a view of words",
      """
      formula: x^2
      view: {x: [left, 1], y: [0, 1]}
      """,
      """
      own.yaml:2:12: item 1 of 'x' needs a number, got 'left'
          view: {x: [left, 1], y: [0, 1]}
                     ^
      """),
    BadText(
      "half a start",
      """
      formula: x^2
      start: [1]
      """,
      """
      own.yaml:2:8: 'start' needs a list of two numbers, got a list of 1 item
          start: [1]
                 ^
      Write them in brackets: [1, 2].
      """),
    BadText(
      "a start outside the domain",
      """
      formula: log(x)
      start: [-1, 2]
      """,
      """
      own.yaml:2:8: the loss is nan at the start
          start: [-1, 2]
                 ^
      Start where it is finite.
      """),
    BadText(
      "a start where the loss is infinite",
      """
      formula: 1/x
      start: [0, 2]
      """,
      """
      own.yaml:2:8: the loss is inf at the start
          start: [0, 2]
                 ^
      Start where it is finite.
      """),
    BadText(
      "no start, and no loss at the default",
      "formula: log(x)",
      """
      own.yaml:1:1: the loss is nan at the start
          formula: log(x)
          ^
      (-2, 1.5), the default, will not do: give a start.
      """),
    BadText(
      "a view wider than all numbers",
      """
      formula: x^2
      view: {x: [-1e308, 1e308], y: [0, 1]}
      """,
      """
      own.yaml:2:11: the view is too wide in 'x'
          view: {x: [-1e308, 1e308], y: [0, 1]}
                    ^
      Give bounds that are closer.
      """),
    BadText(
      "no start in a view without the default",
      """
      formula: x^2
      view: {x: [5, 6], y: [0, 1]}
      """,
      """
      own.yaml:1:1: the key 'start' is missing
          formula: x^2
          ^
      (-2, 1.5), the default, is outside the view.
      """),
    BadText(
      "an unknown kind",
      """
      formula: x^2
      critical-points:
        - {at: [0, 0], kind: minimun}
      """,
      """
      own.yaml:3:24: unknown kind 'minimun'
            - {at: [0, 0], kind: minimun}
                                 ^
      Did you mean 'minimum'?
      """),
    BadText(
      "a critical point without a place",
      """
      formula: x^2
      critical-points:
        - kind: minimum
      """,
      """
      own.yaml:3:5: the key 'at' is missing
            - kind: minimum
              ^
      Add it: 'at: …'.
      """),
  ]
}
