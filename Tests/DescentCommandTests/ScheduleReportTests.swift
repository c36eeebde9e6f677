import Testing

/// The table of rates.
@Suite struct ScheduleReportTests {
  @Test func table() throws {
    let result = try Command()(
      "schedule", "step:factor=0.5,every=2", "formula:rate=lr*exp(-t/3)", "--steps", "4", "--learning-rate", "1e-4")
    #expect(
      result.text == """
        step  step:factor=0.5,every=2 from 0.0001  formula:rate=lr*exp(-t/3) from 0.0001
           0                               0.0001                                 0.0001
           1                               0.0001                             7.16531e-5
           2                                 5e-5                             5.13417e-5
           3                                 5e-5                             3.67879e-5

        """)
  }
  /// A long table comes in pieces, and whole.
  @Test func longTable() throws {
    let lines = try Command()("schedule", "constant", "--steps", "20000").text.split(separator: "\n")
    #expect(lines.count == 20_001)
    #expect(lines.allSatisfy { $0.count == lines[0].count })
    for (t, line) in lines.dropFirst().enumerated() { #expect(line.split(separator: " ") == ["\(t)", "0.1"]) }
  }

  // MARK: Replayed logs

  private static let log = "epoch,loss,val_loss\n0,3,\n0,2,0.5\n1,2,\n1,2,0.5\n1,2,0.5\n"

  /// What stands below the table.
  private func replay(_ arguments: String...) throws -> [String] {
    let descent = try Command()
    try descent.write(Self.log, to: "log.csv")
    let result = try descent.run(["schedule"] + arguments)
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    return result.text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.isEmpty }.dropFirst()
      .dropLast()
      .map(String.init)
  }

  @Test func cutsInWords() throws {
    #expect(
      try replay("plateau:patience=1,threshold=0", "constant", "--losses", "log.csv", "--column", "2") == [
        "losses: 5 in column 'loss'",
        "plateau:factor=0.1,patience=1,threshold=0,threshold-mode=relative,cooldown=0,minimum=0 from 0.1: 1 cut",
        "  cut at update 4: 2 losses in a row not below 2; 0.1 → 0.01",
      ])
  }

  @Test func rowsTaken() throws {
    #expect(
      try replay("plateau:patience=2,like=keras", "--losses", "log.csv", "--column", "val_loss") == [
        "losses: 3 of 5 rows, those with a value in column 'val_loss'",
        "plateau:factor=0.1,patience=2,threshold=0.0001,threshold-mode=absolute,cooldown=0,minimum=0,like=keras from 0.1: no cut",
      ])
    #expect(
      try replay("cosine", "--losses", "log.csv", "--column", "loss").last
        == "no schedule here judges losses: no rate depends on them")
    #expect(try replay("cosine").isEmpty)
  }

  /// A log that makes the recipe too long is drawn, without a recipe and not silently.
  @Test func logTooLongForARecipe() throws {
    let descent = try Command()
    try descent.write((0..<60_000).map { "\(1 / (Double($0) + 0.7))\n" }.joined(), to: "log.txt")
    let picture = try descent("schedule", "constant", "--losses", "log.txt", "--size", "320x240", "-o", "a.png")
    #expect(picture.code == 0)
    #expect(
      picture.errors == "descent: the picture carries no recipe: with so many losses it would be larger than 1 MB\n")
    #expect(try descent("inspect", "a.png", "--recipe").code == 65)
    let recipe = try descent("schedule", "constant", "--losses", "log.txt", "--save-recipe", "a.yaml")
    #expect(recipe.code == 65)
    #expect(
      recipe.errors
        == "descent: --save-recipe: with its 60,000 losses the recipe is larger than 1 MB, which none may be\nGive fewer losses, or keep the command line instead.\n"
    )
    #expect(descent.files == ["a.png", "log.txt"])
  }
}
