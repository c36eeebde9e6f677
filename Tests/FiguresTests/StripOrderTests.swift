import Raster
import Testing

@testable import Figures

/// Which curve of a strip lies on which.
@Suite struct StripOrderTests {
  private let scale = Scale(0...1, from: 100, to: 0)

  private func series(_ run: Int, _ values: [Double], _ weight: Strip.Emphasis = .single) -> Strip.Series {
    Strip.Series(values: values, style: Theme.light.style(ofRun: run), weight: weight)
  }

  /// The runs from the lowest curve to the uppermost.
  private func order(_ all: [Strip.Series]) -> [Color] {
    let strip = Strip(
      title: "", series: all, extent: 1, isHeld: false, theme: .light, sizes: TypeSizes(width: 720, height: 540))
    return strip.inOrder(scale).map(\.style.color)
  }

  private func colors(_ runs: Int...) -> [Color] { runs.map { Theme.light.style(ofRun: $0).color } }

  /// A curve that goes up and down `height` in each of so many steps.
  private func wave(_ count: Int, _ height: Double = 1) -> [Double] {
    (0...count).map { 0.5 + height * ($0.isMultiple(of: 2) ? -0.5 : 0.5) }
  }

  /// The first run has an unbroken line: above the others it would hide them.
  @Test func dashesLieOnWhatRunsTheSameWay() {
    #expect(order([series(0, [1, 0.5, 0]), series(1, [1, 0.5, 0]), series(2, [1, 0.9])]) == colors(0, 1, 2))
  }

  @Test func noiseBuriesNothing() {
    let quiet = [0.9, 0.1]
    #expect(order([series(0, quiet), series(1, wave(200))]) == colors(1, 0))
    #expect(order([series(0, wave(200)), series(1, quiet)]) == colors(0, 1))
    // Of two that alternate about the same value, as at the edge of stability, the one that goes less far.
    #expect(order([series(0, wave(500, 0.2)), series(1, wave(500, 0.8))]) == colors(1, 0))
  }

  /// Four times the height of the plot is not yet restless, five times is.
  @Test func aFewSwingsAreQuiet() {
    #expect(order([series(1, [0, 1]), series(0, wave(4))]) == colors(1, 0))
    #expect(order([series(1, [0, 1]), series(0, wave(5))]) == colors(0, 1))
  }

  @Test func fansLieBeneathTheirMeans() {
    let all = [series(0, wave(90), .mean), series(1, [0, 1], .mean), series(0, [0, 1], .fan(0.5))]
    #expect(order(all) == colors(0, 0, 1))
    #expect(order([series(1, [0, 1], .fan(0.5)), series(0, wave(90), .mean)]) == colors(1, 0))
  }

  /// What is off the plot does not count, nor what is no number.
  @Test(arguments: [[], [.nan], [.infinity, .infinity], [9, 1e300, 9, 1e300, 9, 1e300, 9, 1e300], [.nan, 0.5, .nan]])
  func valuesThatAreNotSeenAreQuiet(_ values: [Double]) {
    #expect(order([series(0, values), series(1, [0, 1])]) == colors(0, 1))
  }
}
