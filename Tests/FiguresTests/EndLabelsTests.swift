import Raster
import Testing

@testable import Figures

/// Names at the ends of curves.
@Suite struct EndLabelsTests {
  private let sizes = TypeSizes(width: 720, height: 540)

  private func baselines(_ heights: [Double]) -> [Double]? {
    let curves = heights.enumerated().map {
      EndLabels.Curve(label: "\($0.offset)", color: Theme.light.ink, height: $0.element)
    }
    return EndLabels(curves, from: 0, to: 300, sizes: sizes).map { labels in
      labels.elements(right: 100).compactMap { if case .text(let text) = $0 { text.position.y } else { nil } }
    }
  }

  @Test func standBesideTheirEnds() throws {
    let apart = try #require(baselines([250, 50, 150]))
    #expect(apart[0] - apart[2] == 100 && apart[2] - apart[1] == 100)
  }

  /// A little apart they make room; where they lie closer there is none, at the foot neither.
  @Test func makeRoom() throws {
    let near = try #require(baselines([150, 145]))
    #expect(near[0] - near[1] >= sizes.label)
    #expect(baselines([150, 150, 150]) == nil)
    #expect(baselines([300, 300]) == nil)
    let foot = try #require(baselines([300, 292]))
    #expect(foot[0] - foot[1] >= sizes.label)
  }

  @Test func longNamesHaveNoRoom() {
    #expect(EndLabels.width(of: ["factor 0.5"], figure: 720, sizes: sizes) != nil)
    #expect(EndLabels.width(of: ["triangular2, 0.01 to ε₀ in 10, back in 10"], figure: 720, sizes: sizes) == nil)
  }
}
