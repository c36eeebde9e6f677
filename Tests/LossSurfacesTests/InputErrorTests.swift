import LossSurfaces
import Testing

@Suite struct InputErrorTests {
  @Test func showsTheLineWithACaret() {
    let place = InputError.Place(file: "bowl.yaml", line: 2, column: 10, text: "formula: sqr(x)")
    let error = InputError("unknown function 'sqr'", remedy: "Did you mean 'sqrt'?", at: place)
    #expect(
      error.description == """
        bowl.yaml:2:10: unknown function 'sqr'
            formula: sqr(x)
                     ^
        Did you mean 'sqrt'?
        """)
  }

  @Test(arguments: [(1, 4), (61, 64), (62, 65), (500, 65), (941, 65), (942, 66), (1000, 124)])
  func showsOfALongLineThePartAroundTheColumn(column: Int, caret: Int) {
    var characters = [Character](repeating: "-", count: 1000)
    characters[column - 1] = "!"
    let place = InputError.Place(line: 7, column: column, text: String(characters))
    let lines = InputError("wrong", at: place).description.split(separator: "\n").map { Array($0) }
    #expect(String(lines[0]) == "7:\(column): wrong")
    #expect(lines[1].count <= 4 + 122)
    let position = lines[2].count - 1
    #expect(lines[2][position] == "^" && lines[1][position] == "!")
    #expect(position == caret)
  }
}
