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
}
