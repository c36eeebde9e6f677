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
}
