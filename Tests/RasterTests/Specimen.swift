import Raster

extension Typeface {
  /// A sheet to judge the typeface by: its characters, then lines of the kind that figures print, at the sizes and in the
  /// weights they use, dark on light and light on dark.
  static func specimen() -> Drawing {
    let ink = Color(0x1F2933)
    var drawing = Drawing(width: 720, height: 0, background: Color(0xFFFFFF))
    var y = 24.0
    func set(_ string: String, size: Double, weight: Text.Weight = .regular, color: Color) {
      y += size * 1.45
      drawing.elements.append(
        .text(Text(string, at: Position(24, y), size: size, weight: weight, color: color)))
    }
    for line in characters { set(line, size: 24, color: ink) }
    for weight in [Text.Weight.regular, .bold] {
      y += 14
      for size in [9.0, 10, 11, 12, 14, 20] {
        for line in lines where width(of: line, size: size, weight: weight) < drawing.width - 48 {
          set(line, size: size, weight: weight, color: ink)
        }
      }
    }
    y += 18
    let top = y
    let light = Color(0xE8ECF1)
    for size in [9.0, 11, 14] {
      for line in lines { set(line, size: size, color: light) }
    }
    y += 18
    let corners = [(0, top), (drawing.width, top), (drawing.width, y), (0, y)].map { Position($0, $1) }
    drawing.elements.insert(.fill(Path(corners, isClosed: true), Color(0x11151C)), at: 0)
    drawing.height = y
    return drawing
  }

  private static let characters = [
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789",
    "abcdefghijklmnopqrstuvwxyz .,:;!?‘’“”«»",
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
    "αβγδεζηθικλμνξοπρσςτυφχψω ϵϑ",
    "ÀÁÂÃÄÅÆÇÉÈÊËÍÎÏÐÑÓÔÕÖØŒÚÛÜÝÞŠŽ",
    "àáâãäåæçéèêëíîïðñóôõöøœúûüýþßšžčłőů",
    "x⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽ⁿ⁾ᵗ w₀₁₂₃₄₅₆₇₈₉₊₋₍ₙ₎ₜ",
    "+ − ± × ÷ = ≠ ≈ < > ≤ ≥ ≪ ≫ · ° ′ ″ % ½ ¬ ~",
    "∞ √ ∂ ∇ ∈ ∉ ∑ ∏ ∫ ∝ ∥ ⊥ ⌊x⌋ ⌈x⌉ ∀ ∃ ∅ ∩ ∪ ∘ ⊙",
    "→ ← ↔ ↑ ↓ ↦ ⇒ ★ ☆ ● ○ ■ □ ▲ △ ◆ ◇ ✓ ✗",
    "( ) [ ] { } / \\ | # $ & @ * § ¶ † © ® ™ € £ ¥ … – —",
  ]

  private static let lines = [
    "Four learning rates in a ravine",
    "f = (x² + 10 y²)/2 · SGD, constant rate, no noise · start (2.5, 1.5) · 40 steps",
    "η = 0.205  diverges: ×1.05 a step, 2/λ = 0.2   η·λmax   leaves at step 5   minimum",
    "−1.5 0.92 10⁻³ 2.5×10⁴ w₁ w₂ 11:17 illegal Illusion 0Oo 8B 5S 2Z rn m cl d Type AVATAR To Ty",
  ]
}
