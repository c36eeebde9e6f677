import Testing

@testable import Figures

@Suite struct FormulaTextTests {
  @Test(arguments: [
    ("(a - x)^2 + b*(y - x^2)^2", "(a − w₁)² + b·(w₂ − w₁²)²"),
    ("x^12 + y^-2", "w₁¹² + w₂^−2"),
    ("x^2.5", "w₁^2.5"),
    ("exp(-x)*sin(2*pi*y)", "exp(−w₁)·sin(2·π·w₂)"),
    ("max(x,\n  y)", "max(w₁, w₂)"),
    ("x^y^2", "w₁^w₂²"),
    ("x^2^y", "w₁^2^w₂"),
    ("1e-3*x", "1e−3·w₁"),
  ]) func typesetting(_ formula: String, _ expected: String) {
    #expect(FormulaText.typeset(formula, renaming: ["x": "w₁", "y": "w₂"]) == expected)
  }
}
