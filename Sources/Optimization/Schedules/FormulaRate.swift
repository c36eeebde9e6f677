import LossSurfaces

/// A rate that the user writes as a formula in t, T (the number of updates) and lr (ε₀): `lr*exp(-t/20)`.
///
/// With warmup, t counts from its end and T is what is left of the run.
///
/// Edge cases: the formula must give a rate that is finite and not negative at the first update, at the last, and at
/// 1000 updates between them, evenly spaced; where it is negative elsewhere, or beyond T, the rate is 0. A rate that
/// is not finite ends the run as diverged.
struct FormulaRate: Sendable, Hashable {
  var formula: Formula
  var initial: Double
  var steps: Int

  func rate(at t: Int) -> Double {
    let rate = formula([Double(t), Double(steps), initial])
    return rate < 0 ? 0 : rate
  }

  var settings: String { "η = \(formula.text)" }
}

extension FormulaRate: RateRule {
  static let entries = [
    SpecificationEntry(
      "formula", "any formula in t, T (the number of updates) and lr (ε₀)",
      [
        SpecificationKey(
          "rate", .formula(variables: variables), .required, "the rate of update t, as in formula:rate=lr*exp(-t/20)")
      ])
  ]

  init(_ keys: ResolvedKeys) throws(InputError) {
    self.init(formula: try Self.compile(keys), initial: keys.learningRate, steps: keys.steps)
    try check(keys)
  }

  private static let variables = ["t", "T", "lr"]

  private static func compile(_ keys: ResolvedKeys) throws(InputError) -> Formula {
    do {
      return try Formula(keys.word("rate"), variables: variables)
    } catch {
      var error = error
      let column = error.place?.line == 1 ? error.place?.column : nil
      error.place = keys.specification.place(ofValue: "rate", offset: (column ?? 1) - 1)
      throw error
    }
  }

  private func check(_ keys: ResolvedKeys) throws(InputError) {
    let last = steps - 1
    let samples = min(last, 1001)
    for i in 0...samples {
      let t = samples == 0 ? 0 : last * i / samples
      let rate = formula([Double(t), Double(steps), initial])
      guard rate.isFinite, rate >= 0 else {
        throw keys.refusal(
          "rate", "gives \(NumberText.string(rate)) at t = \(t)",
          remedy: "A rate is finite and 0 or more at every update; max(0, …) holds it there.")
      }
    }
  }
}
