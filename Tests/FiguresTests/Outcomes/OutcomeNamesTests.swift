import Raster
import Testing

@testable import Figures

@Suite struct OutcomeNamesTests {
  private let rect = Rect(x: 20, y: 10, width: 400, height: 300)
  private let sizes = TypeSizes(width: 720, height: 540)
  private let entries = [
    OutcomeLegend.Entry(family: .minimum(0), label: "left", share: ""),
    OutcomeLegend.Entry(family: .minimum(1), label: "right", share: ""),
    OutcomeLegend.Entry(family: .diverged, label: "diverged", share: ""),
  ]

  /// A left and a right half, and on top a strip of three cells that has no room for a name.
  private func names() -> OutcomeNames {
    let families = (0..<90).flatMap { row -> [OutcomeInks.Family] in
      (0..<120).map { row >= 87 ? .diverged : $0 < 60 ? .minimum(0) : .minimum(1) }
    }
    return OutcomeNames(families, columns: 120, rows: 90, in: rect, sizes: sizes)
  }

  @Test func aNameStandsInItsOwnArea() throws {
    let texts = names().texts(entries, avoiding: [])
    #expect(texts.map(\.string) == ["left", "right"])
    for (text, half) in zip(texts, [20.0...220, 220...420]) {
      #expect(half.contains(text.bounds.minX) && half.contains(text.bounds.maxX))
      // The strip is ten pixels high.
      #expect(text.bounds.minY > 20 && text.bounds.maxY < 310)
    }
  }

  @Test func aNameCoversNothingThatIsTaken() throws {
    let free = try #require(names().texts(entries, avoiding: []).first).bounds
    let moved = try #require(names().texts(entries, avoiding: [free]).first).bounds
    #expect(!moved.intersects(free))
    #expect(names().texts(entries, avoiding: [rect]).isEmpty)
  }
}
