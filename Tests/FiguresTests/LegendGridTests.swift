import Raster
import Testing

@testable import Figures

/// The legend in columns.
@Suite struct LegendGridTests {
  private func texts(_ count: Int, label: String = "step", words: String = "0.1 → 0.01", width: Double, height: Double)
    -> [Text]
  {
    let entries = (0..<count).map {
      Legend.Entry(style: Theme.light.style(ofRun: $0), label: "\(label) \($0)", words: words)
    }
    let legend = Legend(entries: entries, theme: .light, sizes: TypeSizes(width: 720, height: 540))
    let grid = LegendGrid(legend, width: width, height: height)
    #expect(grid.height <= max(height, legend.lineHeight))
    return grid.elements(at: Position(0, 0)).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  @Test func columnsUseTheWidth() {
    let texts = texts(6, width: 700, height: 200)
    #expect(texts.count == 12)
    #expect(Set(texts.map(\.position.y)).count == 2)
    #expect(texts.allSatisfy { $0.bounds.maxX <= 700 })
  }

  /// Words go where they would cost rows beyond the second.
  @Test func wordsWhereThereIsRoom() {
    #expect(texts(1, width: 300, height: 200).count == 2)
    #expect(texts(7, width: 400, height: 200).count == 7)
  }

  @Test func longLabelsAreCutShort() {
    let texts = texts(20, label: String(repeating: "long ", count: 12), width: 684, height: 120)
    #expect(texts.count == 20)
    #expect(texts.allSatisfy { $0.string.hasSuffix("…") && $0.bounds.maxX <= 684.5 })
  }

  @Test func theRestIsCounted() {
    let texts = texts(40, width: 300, height: 60)
    #expect(texts.last?.string == "and \(40 - (texts.count - 1)) more")
    #expect(texts.allSatisfy { $0.position.y <= 60 && $0.bounds.maxX <= 300.5 })
  }
}
