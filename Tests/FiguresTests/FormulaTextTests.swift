import Testing

@testable import Figures

@Suite struct FormulaTextTests {
  @Test(arguments: [
    ("(a-x)^2+b*(y - x^2)^2", "(a − w₁)² + b·(w₂ − w₁²)²"),
    ("x^12 + y^-2", "w₁¹² + w₂^−2"),
    ("x^2.5", "w₁^2.5"),
    ("-x^2", "−w₁²"),
    ("2*-x", "2·−w₁"),
    ("exp(-x)*sin(2*pi*y)", "exp(−w₁)·sin(2·π·w₂)"),
    ("max(x,\n  y)", "max(w₁, w₂)"),
    ("x^y^2", "w₁^w₂²"),
    ("x^2^y", "w₁^2^w₂"),
    ("1e-3*x + .5", "0.001·w₁ + .5"),
    ("1e-7*x", "10⁻⁷·w₁"),
    ("2*e*x", "2·e·w₁"),
    ("sqrt(x)+y^2", "√(w₁) + w₂²"),
    ("if(x<=0,1,y)", "if(w₁ ≤ 0, 1, w₂)"),
    ("", ""),
  ]) func typesetting(_ formula: String, _ expected: String) {
    #expect(FormulaText.typeset(formula, renaming: ["x": "w₁", "y": "w₂"]) == expected)
  }
}
