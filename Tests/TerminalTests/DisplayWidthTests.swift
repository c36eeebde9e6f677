import Terminal
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("η·λmax ≥ 2", 10), ("漢字", 4), ("ｶﾅ", 2), ("カナ", 4), ("한국", 4), ("Ａ", 2), ("e\u{301}", 1),
    ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🇩🇪", 2), ("⚠\u{FE0F}", 2), ("⚠", 1), ("✅", 2), ("─│┌▀█⣿", 6), ("a\u{200B}b", 2),
    ("\u{7}\u{1B}", 0), ("\u{AD}", 0), ("„“…–", 4), ("𠀀", 2), ("★○●×", 4),
  ])
  func columns(_ text: String, _ width: Int) { #expect(DisplayWidth.of(text) == width) }
}
