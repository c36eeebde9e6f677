import Raster
import Testing

@testable import Figures

@Suite struct TextWrapTests {
  private let text = "the quick brown fox jumps over the lazy dog"

  @Test(arguments: [40.0, 80, 160, 1000]) func linesFitAndLoseNothing(_ width: Double) {
    let lines = TextWrap.lines(of: text, width: width, size: 11)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { !$0.contains(" ") || Typeface.width(of: $0, size: 11) <= width })
  }

  @Test func equationsAreNotBroken() {
    let lines = TextWrap.lines(of: "diverges: ×1.05 a step, 2/λ = 0.2", width: 130, size: 11)
    #expect(lines.count == 2)
    #expect(lines.last == "2/λ\u{A0}=\u{A0}0.2")
  }

  @Test func emptyTextHasNoLines() { #expect(TextWrap.lines(of: "", width: 50, size: 11).isEmpty) }

  @Test(arguments: [20.0, 50, 90]) func truncationFits(_ width: Double) {
    let short = TextWrap.truncated(text, width: width, size: 11)
    #expect(Typeface.width(of: short, size: 11) <= width)
    #expect(short.hasSuffix("…"))
    #expect(text.hasPrefix(String(short.dropLast())))
  }

  @Test func whatFitsIsNotTruncated() { #expect(TextWrap.truncated(text, width: 1000, size: 11) == text) }

  /// The end of a formula of 200,000 characters is not measured letter by letter.
  @Test func ofALongTextTheBeginningIsLookedAt() {
    let long = String(repeating: "sin(x)*", count: 30_000)
    let short = TextWrap.truncated(long, width: 300, size: 11)
    #expect(short == TextWrap.truncated(String(long.prefix(200)), width: 300, size: 11))
    #expect(TextWrap.truncated("iiii" + long, width: 3000, size: 11).count > 400)
  }
}
