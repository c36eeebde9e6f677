import Testing

@testable import LossSurfaces

@Suite struct SamplesTests {
  static let bad: [([String], [[Double]], String)] = [
    ([], [[1.0]], "the samples have no columns\nName them: columns: [u, v]."),
    (["u"], [], "the samples have no rows\nGive at least one: rows: [[1, 2]]."),
    (
      ["u", "v"], [[1, 2], [3]],
      "row 2 of the samples has 1 cells, not 2\nGive one number for each of the columns u, v."
    ),
    (["u", "v"], [[1, .nan]], "row 1 of the samples has nan in column 'v'; it must be finite"),
    (["u"], [[1], [2], [-.infinity]], "row 3 of the samples has -inf in column 'u'; it must be finite"),
  ]

  @Test(arguments: bad)
  func areCheckedAtTheDoor(_ columns: [String], _ rows: [[Double]], _ message: String) {
    do {
      _ = try Samples(columns: columns, rows: rows)
      Issue.record("no error")
    } catch { #expect("\(error)" == message) }
  }

  @Test(arguments: [(["x"], "x"), (["u", "u"], "u"), (["u", "y"], "y")])
  func columnsNeedNamesOfTheirOwn(_ columns: [String], _ name: String) throws {
    let samples = try Samples(columns: columns, rows: [columns.map { _ in 1 }])
    #expect(
      ParserTests.message { try LossFunction(formula: "x", samples: samples) }
        == "the variable '\(name)' has a name that is taken\nChoose another name.")
  }
}
