import LossSurfaces
import Testing

@testable import Documents

/// Training logs.
@Suite struct LossFileTests {
  private func losses(_ text: String, _ column: String? = nil) throws -> LossFile.Losses {
    let file = try LossFile(text, file: "log.txt")
    return try file.losses(inColumn: column.map { try file.column($0) } ?? file.column())
  }

  private func message(_ text: String, _ column: String? = nil) -> String? {
    #expect(throws: InputError.self) { try losses(text, column) }?.description
  }

  @Test(
    arguments: [
      ("1\n0.5\n", [1, 0.5]), ("1\r\n0.5", [1, 0.5]), ("# epoch\n\n  3e-2  \n# end", [0.03]),
      ("inf\n-inf\n1", [.infinity, -.infinity, 1]),
      ("-0.5\n", [-0.5]), ("loss\n1\n2", [1, 2]), ("value\n1\n", [1]), ("\"my loss\"\n\"1\"\n", [1]),
    ] as [(String, [Double])])
  func oneColumn(_ text: String, _ expected: [Double]) throws {
    let losses = try losses(text)
    #expect(losses.values == expected)
    #expect(losses.rows == expected.count && losses.column == nil)
  }

  @Test func nanIsTakenAsItIs() throws { #expect(try losses("nan").values[0].isNaN) }

  private static let lightning = "epoch,step,train_loss,val_loss\n0,49,0.7,\n0,99,,0.61\n1,149,0.5,\n1,199,,0.62\n"

  @Test(
    arguments: [
      ("epoch,loss\n0,3\n1,2\n", nil, [3, 2], 2, "column 'loss'"), ("Loss;n\n3;1", nil, [3], 1, "column 'Loss'"),
      ("a\tVAL_LOSS\n1\t2", nil, [2], 1, "column 'VAL_LOSS'"), ("1,2\n3,4", "2", [2, 4], 2, "column 2"),
      // Rows without a value are passed over.
      (lightning, "val_loss", [0.61, 0.62], 4, "column 'val_loss'"),
      (lightning, "3", [0.7, 0.5], 4, "column 'train_loss'"),
      // A row with a number in it is no header, and of columns with one name a number tells which.
      ("x,1\n5,6", "2", [1, 6], 2, "column 2"), ("loss,loss,x\n1,2,3", "2", [2], 1, "column 'loss'"),
    ] as [(String, String?, [Double], Int, String)])
  func columns(text: String, column: String?, values: [Double], rows: Int, label: String) throws {
    let losses = try losses(text, column)
    #expect(losses.values == values)
    #expect(losses.rows == rows && losses.column == label)
  }

  @Test(arguments: [
    ("1\ntwo\n", "log.txt:2:1: 'two' is not a number\n    two\n    ^\nWrite one loss a line, such as 0.693."),
    (
      "1\n  0,5\n",
      "log.txt:2:5: the row has 2 cells for 1 column\n      0,5\n        ^\nWrite one loss a line, with a point before the decimals."
    ),
    ("1 2", "log.txt:1:1: '1 2' is not a number\n    1 2\n    ^\nWrite one loss a line, such as 0.693."),
    ("", "log.txt holds no losses\nWrite one loss a line."),
    ("# nothing\n\n", "log.txt holds no losses\nWrite one loss a line."),
    ("loss\n", "log.txt holds no losses\nWrite one loss a line."),
    ("a,loss\n1,\n2,", "column 'loss' of log.txt holds no losses\nWrite one loss a line."),
    (
      "n;loss\n1;0,5",
      "log.txt:2:3: '0,5' is not a number, in column 'loss'\n    1;0,5\n      ^\nWrite a point before the decimals."
    ),
    (
      "n,loss\n1,tensor",
      "log.txt:2:3: 'tensor' is not a number, in column 'loss'\n    1,tensor\n      ^\nCorrect it, or leave the cell empty to pass over the row."
    ),
    (
      "n,loss\n1,2\n3",
      "log.txt:3:2: the row has 1 cell for 2 columns; column 'loss' is missing\n    3\n     ^\nLeave a cell empty where there is no value; delete a last row that was never finished."
    ),
    (
      "n,loss\n1,2,3",
      "log.txt:2:5: the row has 3 cells for 2 columns\n    1,2,3\n        ^\nPut a cell in quotes when it holds what separates cells."
    ),
    (
      "a,b\n1,2",
      "log.txt:1:1: which column holds the losses?\n    a,b\n    ^\nThe columns are: 1 'a', 2 'b'. Choose with --column NAME or --column NUMBER."
    ),
    (
      "loss,val_loss\n1,2",
      "log.txt:1:1: which column holds the losses?\n    loss,val_loss\n    ^\nThe columns are: 1 'loss', 2 'val_loss'. Choose with --column NAME or --column NUMBER."
    ),
    (
      "1,2",
      "log.txt:1:1: which column holds the losses?\n    1,2\n    ^\nThe columns have the numbers 1 to 2. Choose with --column NUMBER."
    ),
  ])
  func refuses(_ text: String, _ expected: String) { #expect(message(text) == expected) }

  @Test(arguments: [
    (
      "a,val_loss\n1,2", "val_los",
      "log.txt has no column 'val_los'\nDid you mean 'val_loss'? The columns are: 1 'a', 2 'val_loss'."
    ),
    ("a,b\n1,2", "accuracy", "log.txt has no column 'accuracy'\nThe columns are: 1 'a', 2 'b'."),
    ("a,b\n1,2", "3", "log.txt has no column 3\nThe columns are: 1 'a', 2 'b'."),
    ("a,b\n1,2", "0", "log.txt has no column 0\nThe columns are: 1 'a', 2 'b'."),
    ("1,2", "-1", "log.txt has no column -1\nThe columns have the numbers 1 to 2."),
    ("1,2", "loss", "log.txt has no header that could name a column 'loss'\nThe columns have the numbers 1 to 2."),
    ("a,loss,loss\n1,2,3", "loss", "2 columns of log.txt are called 'loss'\nGive the number of one: 2 or 3."),
  ])
  func refusesColumn(_ text: String, _ column: String, _ expected: String) {
    #expect(message(text, column) == expected)
  }

  /// 10⁵ rows are no hardship: the limit is on bytes.
  @Test func longLog() throws {
    let text = "step,loss\n" + (0..<100_000).map { "\($0),\(1 / Double($0 + 1))\n" }.joined()
    #expect(text.utf8.count > InputFile.longestText)
    let losses = try losses(text)
    #expect(losses.values.count == 100_000 && losses.values.last == 1e-5)
  }
}
