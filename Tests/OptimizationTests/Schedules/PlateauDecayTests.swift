import Optimization
import Testing

@Suite struct PlateauDecayTests {
  struct Case: CustomTestStringConvertible {
    var keys: String
    var losses: [Double]
    var rates: [Double]
    var testDescription: String { keys }
  }

  private static let flat = [Double](repeating: 1, count: 8)

  /// The rates with ε₀ = 1, one more than losses.
  private static let cases: [Case] = [
    // The sequence checked against torch.
    Case(
      keys: "factor=0.5,patience=2", losses: flat, rates: [1, 1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25]),
    // Patience 0 cuts at every loss that is not better.
    Case(keys: "factor=0.5,patience=0", losses: [1, 1, 1, 0.5], rates: [1, 1, 0.5, 0.25, 0.25]),
    // With a cooldown of c the next cut comes c + patience + 1 losses later.
    Case(
      keys: "factor=0.5,patience=0,cooldown=2", losses: flat,
      rates: [1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125]),
    // The floor is reached once and is no further cut.
    Case(
      keys: "factor=0.5,patience=0,minimum=0.3", losses: flat,
      rates: [1, 1, 0.5] + [Double](repeating: 0.3, count: 6)),
    // A floor above ε₀ never raises the rate.
    Case(keys: "factor=0.5,patience=0,minimum=3", losses: [1, 1, 1], rates: [1, 1, 1, 1]),
    // A flat negative loss is a plateau, and so is one that rises slowly; torch sees neither.
    Case(keys: "factor=0.5,patience=1", losses: [-1, -1, -1, -1], rates: [1, 1, 1, 0.5, 0.5]),
    Case(
      keys: "factor=0.5,patience=1", losses: [-1, -0.99995, -0.9999, -0.99985],
      rates: [1, 1, 1, 0.5, 0.5]),
    // A falling negative loss is none.
    Case(keys: "factor=0.5,patience=0", losses: [-1, -2, -3, -4], rates: [1, 1, 1, 1, 1]),
    // nan is not better, not even than nothing; infinity neither.
    Case(
      keys: "factor=0.5,patience=1", losses: [.nan, .nan, 1, .nan], rates: [1, 1, 0.5, 0.5, 0.5]),
    Case(
      keys: "factor=0.5,patience=1", losses: [.infinity, .infinity, 1], rates: [1, 1, 0.5, 0.5]),
    // Better by less than the margin is not better.
    Case(
      keys: "factor=0.5,patience=0,threshold=0.1", losses: [10, 9.5, 8.9], rates: [1, 1, 0.5, 0.5]),
    Case(
      keys: "factor=0.5,patience=0,threshold=1,threshold-mode=absolute", losses: [10, 9.5, 8.9],
      rates: [1, 1, 0.5, 0.5]),
    // The rate may be tiny: torch refuses to cut 1e-8.
    Case(keys: "factor=1e-9,patience=0", losses: [1, 1, 1], rates: [1, 1, 1e-9, 1e-18]),
    // The article's rule: the change over two updates has stayed below the threshold.
    Case(
      keys: "factor=0.5,patience=0,window=2,threshold=1,threshold-mode=absolute",
      losses: [9, 8, 7, 6.5, 6.2, 3, 2],
      rates: [1, 1, 1, 1, 1, 0.5, 0.5, 0.5]),
    Case(
      keys: "factor=0.5,patience=0,window=1", losses: [3, 2, .nan, 2, 1],
      rates: [1, 1, 1, 0.5, 0.25, 0.25]),
  ]

  @Test(arguments: cases)
  func sequences(_ expected: Case) throws {
    let plateau = try schedule("plateau:" + expected.keys)
    let rates = plateau.rates(steps: expected.losses.count + 1, losses: expected.losses)
    #expect(rates.count == expected.rates.count)
    for (rate, expected) in zip(rates, expected.rates) {
      #expect(abs(rate - expected) <= 1e-15 * expected)
    }
  }

  @Test func isConstantWithoutLosses() throws {
    #expect(try schedule("plateau").rates(steps: 100) == [Double](repeating: 1, count: 100))
  }

  @Test func saysWhenItCuts() throws {
    let plateau = try schedule("plateau:patience=0,minimum=0.05")
    var state = plateau.initialState()
    #expect(
      (0..<5).map { plateau.observe(loss: 1, after: $0, &state) } == [
        false, true, true, false, false,
      ])
  }
}
