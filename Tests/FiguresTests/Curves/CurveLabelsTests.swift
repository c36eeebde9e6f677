import Raster
import Testing

@testable import Figures

@Suite struct CurveLabelsTests {
  /// Boxes of 10 between 0 and 100.
  @Test(arguments: [
    ([20.0, 50], [20.0, 50]), ([50, 20], [50, 20]), ([20, 24], [17, 27]), ([24, 20], [27, 17]),
    ([50, 50, 50], [40, 50, 60]), ([-30, 5], [0, 10]), ([95, 200], [80, 90]), ([0, 12, 21], [0, 11.5, 21.5]),
  ])
  func movesAsLittleAsItMust(_ wanted: [Double], _ expected: [Double]) {
    #expect(CurveLabels.spread(wanted.map { ($0, 10) }, from: 0, to: 100) == expected)
  }

  @Test func nothingOverlapsHoweverManyThereAre() {
    // Places that a simple generator scatters.
    let boxes = (0..<12).map { (index: Int) -> (wanted: Double, height: Double) in
      let (wanted, height) = (index * 37 % 50 * 2, 5 + index * 13 % 4)
      return (Double(wanted), Double(height))
    }
    let tops = CurveLabels.spread(boxes, from: 0, to: 100)
    let order = tops.indices.sorted { tops[$0] < tops[$1] }
    for (above, below) in zip(order, order.dropFirst()) {
      // A few sums of numbers of about 100 are rounded.
      #expect(tops[above] + boxes[above].height <= tops[below] + 1e-12)
    }
    #expect(tops[order[0]] >= 0 && tops[order[11]] + boxes[order[11]].height <= 100 + 1e-12)
  }

  @Test func whatFindsNoRoomIsNil() {
    let sizes = TypeSizes(width: 720, height: 540)
    let entry = CurveLabels.Entry(
      legend: .init(style: Theme.light.style(ofRun: 0), label: "η = 0.1", words: "arrives"), height: 50, isLed: true)
    func labels(_ count: Int) -> CurveLabels? {
      CurveLabels(
        Array(repeating: entry, count: count), width: 150, from: 0, to: 100, theme: .light, sizes: sizes)
    }
    #expect(labels(2) != nil)
    #expect(labels(4) == nil)
  }
}
