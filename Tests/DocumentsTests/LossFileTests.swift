import LossSurfaces
import Testing

@testable import Documents

/// Training logs.
@Suite struct LossFileTests {
  @Test(
    arguments: [
      ("1\n0.5\n", [1, 0.5]), ("1\r\n0.5", [1, 0.5]), ("# epoch\n\n  3e-2  \n# end", [0.03]),
      ("inf\n-inf\n1", [.infinity, -.infinity, 1]),
      ("-0.5\n", [-0.5]),
    ] as [(String, [Double])])
  func reads(_ text: String, _ losses: [Double]) throws {
    #expect(try LossFile.losses(in: text, file: "log.txt") == losses)
  }

  @Test func nanIsTakenAsItIs() throws { #expect(try LossFile.losses(in: "nan", file: "log.txt")[0].isNaN) }

  @Test(arguments: [
    ("1\n  0,5\n", "log.txt:2:3: '0,5' is not a number\n      0,5\n      ^\nWrite one loss a line, such as 0.693."),
    ("1 2", "log.txt:1:1: '1 2' is not a number\n    1 2\n    ^\nWrite one loss a line, such as 0.693."),
    ("", "log.txt holds no losses\nWrite one loss a line."),
    ("# nothing\n\n", "log.txt holds no losses\nWrite one loss a line."),
  ])
  func refuses(_ text: String, _ message: String) {
    let error = #expect(throws: InputError.self) { try LossFile.losses(in: text, file: "log.txt") }
    #expect(error?.description == message)
  }
}
