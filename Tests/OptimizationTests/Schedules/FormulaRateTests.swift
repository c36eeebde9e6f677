import LossSurfaces
import Optimization
import Testing

@Suite struct FormulaRateTests {
  /// The numbers of the doc comment, with ε₀ = 1.
  @Test(arguments: [
    ("formula:rate=lr*exp(-t/20)", 20, 0.36787944117144233),
    ("formula:rate=lr*(1 - t/T)", 25, 0.75),
    ("formula:rate=0.05", 3, 0.05),
    ("formula:rate=1/2", 3, 0.5),
    ("formula:rate=max(0, lr - t/10)", 20, 0.0),
    ("formula:rate=lr - t/99", 99, 0.0),
    ("formula:rate=lr - t/99", 200, 0.0),
    ("formula:rate=min(lr, t/10),warmup=10,warmup-start=1", 5, 0.5),
    ("formula:rate=lr*t/T,warmup=50", 75, 0.5),
  ])
  func joins(text: String, t: Int, rate: Double) throws {
    let value = try schedule(text).rate(at: t)
    #expect(abs(value - rate) <= 1e-12 * abs(rate))
  }

  @Test(arguments: [
    (
      "formula",
      """
      1:1: 'formula' needs the key 'rate'
          formula
          ^
      'rate' is the rate of update t, as in formula:rate=lr*exp(-t/20).
      """
    ),
    (
      "formula:rate=lr - t/10",
      """
      1:14: 'rate' gives −0.1 at t = 11
          formula:rate=lr - t/10
                       ^
      A rate is finite and 0 or more at every update; max(0, …) holds it there.
      """
    ),
    (
      "formula:rate=lr/t",
      """
      1:14: 'rate' gives ∞ at t = 0
          formula:rate=lr/t
                       ^
      A rate is finite and 0 or more at every update; max(0, …) holds it there.
      """
    ),
  ])
  func badInput(text: String, message: String) {
    let error = #expect(throws: InputError.self) { try schedule(text) }
    #expect(error?.description == message)
  }

  /// The caret of an error in the formula stands in the schedule's text.
  @Test func errorsPointIntoTheFormula() {
    let error = #expect(throws: InputError.self) { try schedule("formula:rate=lr*epx(t)") }
    #expect(error?.place?.column == 17)
    #expect(error?.place?.text == "formula:rate=lr*epx(t)")
    #expect(error?.remedy == "Did you mean 'exp'?")
  }
}
