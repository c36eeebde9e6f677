import Testing

@testable import Documents

@Suite struct AnswerNumberTests {
  @Test(
    arguments: [
      ("0.2", [0.2]), (".2", [0.2]), ("2e-1", [0.2]), ("1/5", [0.2]), ("20%", [0.2]), ("20 %", [0.2]),
      ("0,2", [0.2, 2]),
      ("2×10⁻¹", [0.2]), ("−3", [-3]), ("η = 0.2", [0.2]), ("≈ 0.2", [0.2]), ("75 steps", [75]), ("75 Steps", [75]),
      ("1,000", [1, 1000]), ("sqrt(4)", [2]), ("2 π", []), ("", []), ("abc", []), ("1/0", []), ("steps", []),
    ] as [(String, [Double])])
  func readsNumbersInManyForms(text: String, numbers: [Double]) {
    let found = AnswerNumber.candidates(text, unit: "steps")
    #expect(found.count == numbers.count)
    for (a, b) in zip(found, numbers) { #expect(abs(a - b) < 1e-12) }
  }

  @Test func unitsOfAnyCase() {
    for text in ["3 MB", "3mb", "3"] { #expect(AnswerNumber.candidates(text, unit: "MB") == [3]) }
  }

  @Test func refusesWhatIsLong() {
    #expect(AnswerNumber.candidates(String(repeating: "1", count: 201), unit: nil).isEmpty)
  }
}
